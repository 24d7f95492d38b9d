import { addDays, brandId, instantOf, localDateOf, type BodyId, type LocalDate, type VersionHash } from '@enig/kernel';
import fc from 'fast-check';
import {
  answersByExtension,
  askMoreTime,
  declineMoreTime,
  pendingRequests,
  type TimeRequest,
  type TimeRequestId,
} from './more-time';
import { ROUND_STATES, type Round } from './round';

const greve = brandId<BodyId>('disability-council:0253');
const solroed = brandId<BodyId>('disability-council:0269');
const now = instantOf('2026-03-01T09:00:00Z');
const dueDate = localDateOf('2026-04-10');
const later = localDateOf('2026-04-24');
const version = brandId<VersionHash>('a'.repeat(64));
const round: Round = {
  ...{ owner: null, subject: { kind: 'version', version }, version, sections: [], invited: [greve, solroed] },
  ...{ openedAt: now, dueDate, dueAt: instantOf('2026-04-10T22:00:00Z'), minimumDays: 28, shortReason: null },
  state: 'collecting',
};
const given = { body: greve, wanted: later, reason: ' Rådet mødes den 20. ' };
const request = (id: string, body: BodyId, wanted: LocalDate): TimeRequest => ({
  ...{ id: brandId<TimeRequestId>(id), body, wanted, reason: 'Møde', at: now },
});

describe('HE-26 more time is asked for with a reason', () => {
  it('gives the fact to append', () => {
    expect(askMoreTime(round, given, [], now)).toEqual({
      ok: true,
      value: { body: greve, wanted: later, reason: 'Rådet mødes den 20.', at: now },
    });
  });

  it.each<[string, Partial<typeof given>, object]>([
    ['without a reason', { reason: ' ' }, { code: 'HE-26-REQUEST-NEEDS-REASON' }],
    ['with a personal number', { reason: 'Ida, 010190-1234, er syg' }, { code: 'HE-26-REASON-HOLDS-NUMBER' }],
    ['to the day there is', { wanted: dueDate }, { code: 'HE-4-NOT-LATER', dueDate }],
    ['by who is not asked', { body: brandId<BodyId>('x') }, { code: 'HE-15-NOT-INVITED', body: 'x' }],
  ])('refuses %s', (_, over, error) => {
    expect(askMoreTime(round, { ...given, ...over }, [], now)).toEqual({ ok: false, error });
  });

  it('refuses a day that has come, long after the deadline', () => {
    const long = instantOf('2026-04-24T09:00:00Z');
    expect(askMoreTime(round, given, [], long)).toEqual({
      ok: false,
      error: { code: 'HE-2-DUE-NOT-IN-THE-FUTURE', dueDate: later },
    });
  });

  it.each(ROUND_STATES)('only while responses are collected: %s', (state) => {
    expect(askMoreTime({ ...round, state }, given, [], now).ok).toBe(state === 'collecting');
  });
});

describe('HE-27 a body asks again only when it has had its answer', () => {
  it('another body may ask meanwhile', () => {
    const pending = [request('1', greve, later)];
    expect(askMoreTime(round, given, pending, now)).toEqual({
      ok: false,
      error: { code: 'HE-27-ASKED-ALREADY', wanted: later },
    });
    expect(askMoreTime(round, { ...given, body: solroed }, pending, now).ok).toBe(true);
  });
});

describe('HE-28 every request gets an answer', () => {
  const [mine, theirs] = [request('1', greve, later), request('2', solroed, addDays(later, 30))];

  it('a no says why, and is said once', () => {
    const no = declineMoreTime(mine.id, ' Aftalen skal besluttes ', [], now);
    expect(no).toEqual({
      ok: true,
      value: { request: mine.id, dueDate: null, reason: 'Aftalen skal besluttes', at: now },
    });
    expect(declineMoreTime(mine.id, ' ', [], now)).toEqual({ ok: false, error: { code: 'HE-28-NO-NEEDS-REASON' } });
    expect(declineMoreTime(mine.id, 'Ida, 010190-1234, kan selv', [], now)).toEqual({
      ok: false,
      error: { code: 'HE-28-REASON-HOLDS-NUMBER' },
    });
    const answers = no.ok ? [no.value] : [];
    expect(declineMoreTime(mine.id, 'Nej', answers, now)).toEqual({
      ok: false,
      error: { code: 'HE-28-ANSWERED-ALREADY' },
    });
    expect(pendingRequests([mine, theirs], answers)).toEqual([theirs]);
  });

  it('an extension answers those that get what they wanted, and the one it was given for', () => {
    const extension = { dueDate: later, reason: 'Påske', at: now };
    expect(answersByExtension(extension, [mine, theirs], null)).toEqual({
      ok: true,
      value: [{ request: mine.id, ...extension }],
    });
    expect(answersByExtension(extension, [mine, theirs], theirs.id)).toEqual({
      ok: true,
      value: [
        { request: mine.id, ...extension },
        { request: theirs.id, ...extension },
      ],
    });
  });

  it('an extension is not given for a request that has its answer', () => {
    const extension = { dueDate: later, reason: 'Påske', at: now };
    expect(answersByExtension(extension, [mine], theirs.id)).toEqual({
      ok: false,
      error: { code: 'HE-28-ANSWERED-ALREADY' },
    });
  });

  it('property: whatever is extended, what still waits wants longer than that', () => {
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(fc.array(days, { maxLength: 6 }), days, (wanted, given) => {
        const requests = wanted.map((each, index) => request(`${index}`, greve, addDays(dueDate, each)));
        const extension = { dueDate: addDays(dueDate, given), reason: 'Påske', at: now };
        const answers = answersByExtension(extension, requests, null);
        const left = pendingRequests(requests, answers.ok ? answers.value : []);
        expect(left.every((each) => each.wanted > extension.dueDate)).toBe(true);
        expect(left.length).toBe(wanted.filter((each) => each > given).length);
      }),
    );
  });
});
