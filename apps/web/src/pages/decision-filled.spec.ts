import { createMessages } from '@enig/messages';
import type { Asked, AskedPlace } from './decision-asked';
import { fillIn, withOutcome, withPlace } from './decision-filled';

const m = createMessages('da');
const body = { id: 'municipal-council:0316', name: 'Kommunalbestyrelsen', kind: 'municipalCouncil' } as const;
const place = { step: 'council', name: 'Kommunalbestyrelse', role: 'decides', body } as AskedPlace;
const stands = {
  ...{ id: 'd1', step: 'council', body, outcome: 'rejected', meetingDate: '2026-11-20', item: '14', lapsed: false },
  ...{ wording: 'Byrådet siger nej.', reason: 'Økonomien', minority: 'To stemte for.', nextMeeting: null },
  ...{ minutesLink: null, minutesSha256: 'a'.repeat(64), minutesName: 'referat.pdf', minutesHeldBack: false },
  ...{ fellAway: false },
} as unknown as Asked['decisions'][number];
const askedWith = (...decisions: Asked['decisions']) => ({ places: [place], decisions }) as unknown as Asked;

describe('what a decision’s form is filled in with', () => {
  it('is what is corrected, its minutes and minority statement too', () => {
    const { fields, from } = fillIn(askedWith(stands), place, { m });
    expect(from).toBe(stands);
    expect(fields).toMatchObject({
      ...{ meeting: { day: '2026-11-20' }, item: '14', outcome: 'rejected', wording: 'Byrådet siger nej.' },
      ...{ reason: 'Økonomien', minority: 'To stemte for.', minutes: '' },
      file: { sha256: 'a'.repeat(64), name: 'referat.pdf', note: null },
    });
  });

  it('is a plain yes where nothing stands, or where it is done anew', () => {
    const empty = { meeting: { day: null }, item: '', outcome: 'approved', wording: 'Indstillingen blev godkendt.' };
    expect(fillIn(askedWith(), place, { m }).fields).toMatchObject(empty);
    expect(fillIn(askedWith(stands), place, { m, anew: true })).toMatchObject({ fields: empty, from: null });
  });

  it('AP-25 is what counts where what was entered since has fallen away', () => {
    const fallen = { ...stands, id: 'd2', fellAway: true };
    expect(fillIn(askedWith(fallen, stands), place, { m }).from).toBe(stands);
  });

  it('follows the outcome until somebody types it, and comes back with its own', () => {
    const { fields, from } = fillIn(askedWith(stands), place, { m });
    const yes = withOutcome(fields, 'approved', from, m);
    expect(yes).toMatchObject({ wording: 'Indstillingen blev godkendt.', reason: '' });
    expect(withOutcome(yes, 'rejected', from, m)).toMatchObject({ wording: 'Byrådet siger nej.', reason: 'Økonomien' });
    const typed = { ...yes, wording: 'Tiltrådt.' };
    expect(withOutcome(typed, 'rejected', from, m).wording).toBe('Tiltrådt.');
  });
});

describe('what was typed for one body, where it is said that it was another', () => {
  const committee = {
    ...place,
    step: 'committee',
    role: 'recommends',
    body: { ...body, id: 'committee:0316' },
  } as AskedPlace;
  const filled = fillIn(askedWith(stands), place, { m });
  const anew = fillIn(askedWith(stands), committee, { m, anew: true });
  const movedWith = (typed: object) => withPlace({ ...filled.fields, ...typed }, filled, committee, m);

  it('takes nothing with it of the decision that was put right there', () => {
    expect(movedWith({ item: '7' })).toEqual({ ...anew.fields, item: '7' });
    expect(movedWith({ item: '7' })).toMatchObject({ taken: 'committee/committee:0316', outcome: 'recommended' });
  });

  it('keeps all that somebody typed', () => {
    const typed = {
      ...{ meeting: { day: '2026-11-21' }, item: '7', wording: 'Tiltrådt.', minority: 'En var imod.' },
      ...{ minutes: 'https://faxe.example/7', file: null, reason: 'Økonomien i 2028' },
    };
    expect(movedWith(typed)).toMatchObject(typed);
  });

  it('keeps an outcome that was chosen, where the other body can come to it too, and the words that go with it', () => {
    expect(movedWith({ outcome: 'postponed', wording: '', reason: '' })).toMatchObject({
      outcome: 'postponed',
      wording: '',
    });
    const yes = withOutcome(filled.fields, 'approved', filled.from, m);
    expect(withPlace(yes, filled, committee, m)).toMatchObject({
      ...{ outcome: 'recommended', wording: 'Aftalen blev anbefalet.', reason: '' },
    });
  });
});
