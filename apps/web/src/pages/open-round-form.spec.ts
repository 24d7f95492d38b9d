import { localDateOf } from '@enig/kernel';
import { createMessages } from '@enig/messages';
import {
  areasOf,
  chosenAreas,
  inputOf,
  isShort,
  ownedBy,
  startOf,
  wrongIn,
  type Hearable,
  type RoundForm,
} from './open-round-form';

const m = createMessages('da');
const today = localDateOf('2026-03-01');
const council = (code: string) => ({
  id: `disability-council:${code}`,
  name: code,
  kind: 'disabilityCouncil' as const,
});
const forum = { id: 'dialogue-forum:0316', name: 'Dialogforum', kind: 'dialogueForum' as const };
const rights = { minimumDays: 28, mayHearVersion: true, maySetDays: false };
const secretariat = { ...rights, mayFreeze: true, owner: null, bodies: [council('0253'), council('0316'), forum] };
const holbaek = {
  ...{ ...rights, mayFreeze: false, owner: { id: 'municipality:0316', name: 'Holbæk Kommune' } },
  bodies: [council('0316')],
};
const section = (id: string, easyRead: object | null) => {
  return { id, kind: 'focusArea' as const, number: 1, title: id, easyRead };
};
const agreement = {
  ...{ id: 'a', title: 'Rammeaftale', state: 'treating', region: { id: '1085' }, mayHear: [secretariat, holbaek] },
  parts: [{ sections: [section('now', { id: 't' }), section('hard', null)] }],
  versions: [
    {
      ...{ hash: 'v1', number: 1, createdAt: '2026-01-01T10:00:00.000Z' },
      sections: [{ section: 'then', kind: 'focusArea', number: 1, title: 'Da', easyRead: {} }],
    },
  ],
} as unknown as Hearable;

const start = startOf(agreement, today);
const document: RoundForm = {
  ...start,
  what: 'document',
  title: 'Rapport',
  text: 'Om boliger.',
  easyRead: 'Om at bo.',
};
const easy = { ...start, howMuch: 'some' as const, areas: ['now'] };
const fieldsOf = (form: RoundForm) => wrongIn(agreement, form, 28, today, m).map(({ field }) => field);

describe('the form for opening a round', () => {
  it('says at the field what there is no room for, before anything is sent', () => {
    expect(fieldsOf({ ...document, title: 'x'.repeat(300), text: 'x'.repeat(20_000) })).toEqual([]);
    const long = { ...document, title: 'x'.repeat(301), text: 'x'.repeat(20_001), easyRead: 'x'.repeat(20_001) };
    expect(fieldsOf(long)).toEqual(['title', 'text', 'easyRead']);
  });

  it('begins as the secretariat mostly opens one: the text as it stands, every council, the minimum of days', () => {
    expect(start).toMatchObject({
      ...{ owner: '', what: 'freeze', howMuch: 'whole', due: { day: '2026-03-29' } },
      invited: ['disability-council:0253', 'disability-council:0316'],
    });
    expect(fieldsOf(easy)).toEqual([]);
  });

  it('follows who hears: a municipality hears its own, on what has been frozen', () => {
    expect(ownedBy(agreement, holbaek)).toEqual({
      ...{ owner: 'municipality:0316', what: 'version', invited: ['disability-council:0316'] },
    });
    expect(ownedBy({ ...agreement, versions: [] }, holbaek).what).toBe('document');
  });

  it('shows the focus areas of what is heard, and which of them cannot be', () => {
    expect(areasOf(agreement, start).map(({ id, hasEasyRead }) => [id, hasEasyRead])).toEqual([
      ['now', true],
      ['hard', false],
    ]);
    expect(areasOf(agreement, { ...start, what: 'version' }).map(({ id }) => id)).toEqual(['then']);
    expect(areasOf(agreement, document)).toEqual([]);
    expect(chosenAreas(agreement, { ...start, howMuch: 'some', areas: ['now'] }).map(({ id }) => id)).toEqual(['now']);
  });

  it.each<[string, RoundForm, readonly string[]]>([
    ['nobody asked', { ...easy, invited: [] }, ['invited']],
    ['no focus area', { ...easy, areas: [] }, ['areas']],
    ['a text that not all can read', start, ['howMuch']],
    ['a focus area that not all can read', { ...easy, areas: ['now', 'hard'] }, ['areas']],
    ['a file on its way', { ...document, text: '', sending: [{ id: '1', name: 'r.pdf' }] }, ['file']],
    ['no day', { ...easy, due: { day: null } }, ['due']],
    ['a short time', { ...easy, due: { day: localDateOf('2026-03-10') } }, ['shortReason']],
    ['an empty document', { ...document, title: ' ', text: '', easyRead: '' }, ['title', 'text', 'easyRead']],
    ['a file is something to read', { ...document, text: '', files: [{ name: 'r.pdf', sha256: 'x' }] }, []],
  ])('says what is missing: %s', (_, form, fields) => {
    expect(fieldsOf(form)).toEqual(fields);
  });

  it('asks for a reason only where the time is short and still some', () => {
    const on = (day: string) => isShort({ ...start, due: { day: localDateOf(day) } }, 28, today);
    expect([on('2026-02-01'), on('2026-03-02'), on('2026-03-28'), on('2026-03-29')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('sends only what belongs to what is heard', () => {
    const some = { ...start, version: 'v1', howMuch: 'some' as const, areas: ['now'] };
    expect(inputOf('a', some)).toMatchObject({ owner: null, version: null, sections: ['now'], document: null });
    expect(inputOf('a', { ...some, what: 'version' })).toMatchObject({ version: 'v1', sections: ['now'] });
    expect(inputOf('a', { ...some, ...document, owner: 'municipality:0316' })).toMatchObject({
      ...{ owner: 'municipality:0316', version: null, sections: null },
      document: { title: 'Rapport', text: 'Om boliger.', easyRead: 'Om at bo.', files: [] },
    });
  });
});
