import { fateOf } from './fate';
import type { CollaborationSnapshot } from './snapshot';
import type { ClosedReason } from './state';

function standing(facts: Partial<CollaborationSnapshot>): CollaborationSnapshot {
  return {
    ...{ state: { kind: 'unsaved', since: 0 }, isHere: true, mayWrite: true, hasUnsaved: true },
    ...{ isKept: true, isSetAside: false, others: [], ...facts },
  };
}
const closed = (reason: ClosedReason, facts: Partial<CollaborationSnapshot> = {}) =>
  standing({ state: { kind: 'closed', reason }, mayWrite: false, ...facts });

describe('CO-29 what is said to become of unsaved words is what becomes of them', () => {
  it.each<[string, ReturnType<typeof fateOf>, CollaborationSnapshot]>([
    ['all is saved', 'safe', standing({ hasUnsaved: false })],
    ['on their way', 'onTheirWay', standing({ state: { kind: 'saving', since: 0 } })],
    ['kept, without a connection', 'kept', standing({})],
    ['not kept, without a connection', 'inDanger', standing({ isKept: false })],
    ['refused and set aside', 'setAside', standing({ state: { kind: 'refused', code: '' }, isSetAside: true })],
    ['refused, and no room to set them aside', 'inDanger', standing({ state: { kind: 'refused', code: '' } })],
    ['the answer was sent meanwhile', 'setAside', standing({ isKept: false, isSetAside: true })],
    ['broken', 'setAside', closed('malformed', { isSetAside: true })],
    ['too large', 'setAside', closed('tooLarge', { isSetAside: true })],
    ['too large, and no room to set them aside', 'inDanger', closed('tooLarge')],
    ['no right', 'setAside', closed('noRight', { isKept: false, isSetAside: true })],
    ['no such text', 'setAside', closed('noSuchText', { isKept: false, isSetAside: true })],
    ['no right, and no room to set them aside', 'keptForCopying', closed('noRight')],
    ['an older page', 'keptForCopying', closed('oldSchema')],
    ['signed out', 'keptUntilSignIn', closed('signedOut')],
    ['somebody else has signed in, and the copy is gone', 'inDanger', closed('signedOut', { isKept: false })],
    ['too fast', 'keptUntilOpened', closed('tooFast')],
    ['stopped', 'keptUntilOpened', closed('stopped')],
  ])('%s: %s', (_, fate, snapshot) => {
    expect(fateOf(snapshot)).toBe(fate);
  });
});
