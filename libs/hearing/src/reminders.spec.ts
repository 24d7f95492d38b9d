import {
  addDays,
  brandId,
  endOfDay,
  instantFromMillis,
  instantOf,
  localDateAt,
  localDateOf,
  type BodyId,
  type VersionHash,
} from '@enig/kernel';
import fc from 'fast-check';
import { DEFAULT_REMINDER_DAYS, isReminderDue, readReminderDays, remindersOf, toRemind } from './reminders';
import type { HearingResponse, SubmissionId } from './response';
import type { Round } from './round';

const day = localDateOf;
const openedAt = instantOf('2026-03-01T09:00:00Z');
const dueDate = day('2026-04-10');
const greve = brandId<BodyId>('disability-council:0253');
const solroed = brandId<BodyId>('disability-council:0269');

describe('HE-32 a plan of reminders is some days before the deadline', () => {
  it('is fourteen, seven and two days unless said otherwise', () => {
    expect(readReminderDays(DEFAULT_REMINDER_DAYS)).toEqual({ ok: true, value: [14, 7, 2] });
  });

  it('is put in order, each day once; none at all is a plan too', () => {
    expect(readReminderDays([2, 7, 2, 30])).toEqual({ ok: true, value: [30, 7, 2] });
    expect(readReminderDays([])).toEqual({ ok: true, value: [] });
  });

  it.each([[[0]], [[-1]], [[61]], [[1.5]], [[NaN]], [[1, 2, 3, 4, 5, 6]]])('refuses %j', (given) => {
    expect(readReminderDays(given)).toEqual({ ok: false, error: { code: 'HE-32-NOT-A-PLAN', days: 60, reminders: 5 } });
  });
});

describe('HE-33 reminders go to those who have not answered, by the plan of the deadline there is', () => {
  it('at eight in the morning in Copenhagen, over a change of clocks', () => {
    expect(remindersOf([14, 7, 2], dueDate, openedAt)).toEqual([
      { daysBefore: 14, at: '2026-03-27T07:00:00.000Z' },
      { daysBefore: 7, at: '2026-04-03T06:00:00.000Z' },
      { daysBefore: 2, at: '2026-04-08T06:00:00.000Z' },
    ]);
  });

  it('not on the day the councils are told of the deadline, nor before', () => {
    const days = (told: string) =>
      remindersOf([14, 7, 2], dueDate, instantOf(told)).map(({ daysBefore }) => daysBefore);
    expect(days('2026-03-26T22:59:59Z')).toEqual([14, 7, 2]);
    expect(days('2026-03-26T23:00:00Z')).toEqual([7, 2]);
    expect(days('2026-04-09T09:00:00Z')).toEqual([]);
  });

  it('each on its day and before the deadline, whatever the day', () => {
    const anyDate = fc.integer({ min: 0, max: 3651 }).map((days) => addDays(day('2026-01-01'), days));
    fc.assert(
      fc.property(anyDate, fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }), (due, days) => {
        const reminders = remindersOf(days, due, instantFromMillis(0));
        expect(reminders.map(({ at }) => localDateAt(at))).toEqual(
          days.toSorted((one, other) => other - one).map((before) => addDays(due, -before)),
        );
        expect(reminders.every(({ at }) => at < endOfDay(due))).toBe(true);
      }),
    );
  });

  it('to the councils without a response that stands, while responses are collected', () => {
    const round = roundOf();
    const answered = responseOf(greve, 'submitted');
    expect(toRemind(round, [answered, responseOf(solroed, 'draft')])).toEqual([solroed]);
    expect(toRemind(round, [responseOf(greve, 'withdrawn'), responseOf(solroed, 'draft')])).toEqual([greve, solroed]);
    expect(toRemind({ ...round, state: 'ended' }, [responseOf(greve, 'draft')])).toEqual([]);
  });

  const reminders = remindersOf([14, 7, 2], dueDate, openedAt);
  const due = (daysBefore: number, now: string, over = { dueDate }) =>
    isReminderDue(reminders, { daysBefore, dueDate }, over, instantOf(now));

  it('once each: what has waited for a worker is said by the latest that has come due', () => {
    expect([14, 7, 2].map((days) => due(days, '2026-03-27T07:00:00Z'))).toEqual([true, false, false]);
    expect([14, 7, 2].map((days) => due(days, '2026-04-03T06:00:01Z'))).toEqual([false, true, false]);
    expect([14, 7, 2].map((days) => due(days, '2026-04-12T06:00:00Z'))).toEqual([false, false, true]);
    expect([14, 7, 2].map((days) => due(days, '2026-03-27T06:59:59Z'))).toEqual([false, false, false]);
  });

  it('not about a deadline that has been extended since', () => {
    expect(due(7, '2026-04-03T06:00:01Z', { dueDate: day('2026-05-10') })).toBe(false);
  });
});

function roundOf(): Round {
  const version = brandId<VersionHash>('a'.repeat(64));
  return {
    ...{ owner: null, subject: { kind: 'version', version }, version, sections: [], invited: [greve, solroed] },
    ...{ openedAt, dueDate, dueAt: endOfDay(dueDate), minimumDays: 28, shortReason: null, state: 'collecting' },
  };
}

function responseOf(body: BodyId, state: 'draft' | 'submitted' | 'withdrawn'): HearingResponse {
  const id = brandId<SubmissionId>(`sent by ${body}`);
  const sent = { id, at: openedAt, late: false, supersedes: null };
  return {
    body,
    submissions: state === 'draft' ? [] : [sent],
    withdrawals: state === 'withdrawn' ? [{ submission: id, at: openedAt }] : [],
  };
}
