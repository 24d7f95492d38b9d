import { brandId, instantOf, localDateOf, type BodyId, type Instant, type VersionHash } from '@enig/kernel';
import fc from 'fast-check';
import {
  admit,
  correct,
  RESPONSE_EVENTS,
  RESPONSE_STATES,
  responseState,
  responseTransition,
  standingSubmission,
  submit,
  withdraw,
  type HearingResponse,
  type ResponseEvent,
  type ResponseState,
  type SubmissionId,
  type WrittenResponse,
} from './response';
import type { Round } from './round';

const greve = brandId<BodyId>('disability-council:0253');
const before = instantOf('2026-04-10T21:59:59.999Z');
const after = instantOf('2026-04-10T22:00:00.000Z');

const version = brandId<VersionHash>('a'.repeat(64));
const round: Round = {
  ...{ owner: null, subject: { kind: 'version', version }, version, sections: [], minimumDays: 28 },
  invited: [greve],
  openedAt: instantOf('2026-03-01T09:00:00Z'),
  dueDate: localDateOf('2026-04-10'),
  dueAt: after,
  shortReason: null,
  state: 'collecting',
};
const ended: Round = { ...round, state: 'ended' };
const closed: Round = { ...round, state: 'closed' };

const words: WrittenResponse = { says: 'something', seq: 4, checkedSeq: null };
const corrected: WrittenResponse = { ...words, isCorrection: true };
const draft: HearingResponse = { body: greve, submissions: [], withdrawals: [] };

/** The response after the council has submitted, each time under the next number; what stands was corrected for it. */
function submitted(response: HearingResponse, at: Instant = before, over: Round = round): HearingResponse {
  const sent = submit(response, over, at, 'formand', standingSubmission(response) ? corrected : words);
  if (!sent.ok) throw new Error(sent.error.code);
  const id = brandId<SubmissionId>(`submission-${response.submissions.length + 1}`);
  const { late, supersedes } = sent.value;
  return Object.freeze({ ...response, submissions: [...response.submissions, { id, at, late, supersedes }] });
}

function withdrawn(response: HearingResponse): HearingResponse {
  const taken = withdraw(response, round, before);
  if (!taken.ok) throw new Error(taken.error.code);
  return Object.freeze({ ...response, withdrawals: [...response.withdrawals, taken.value] });
}

const IN_STATE: Record<ResponseState, HearingResponse> = {
  draft,
  submitted: submitted(draft),
  withdrawn: withdrawn(submitted(draft)),
};

const EXPECTED: Record<ResponseState, Record<ResponseEvent, ResponseState | null>> = {
  draft: { submit: 'submitted', withdraw: null },
  submitted: { submit: 'submitted', withdraw: 'withdrawn' },
  withdrawn: { submit: 'submitted', withdraw: null },
};

describe('HE-11 only what is submitted can be withdrawn', () => {
  it.each(RESPONSE_STATES.flatMap((state) => RESPONSE_EVENTS.map((event) => [state, event] as const)))(
    '%s × %s, in the table and in the facts',
    (state, event) => {
      const response = IN_STATE[state];
      expect(responseState(response.submissions, response.withdrawals)).toBe(state);
      const next = EXPECTED[state][event];
      const refusal = { ok: false, error: { code: 'HE-11-NOTHING-SUBMITTED', state } };
      expect(responseTransition(state, event)).toEqual(next === null ? refusal : { ok: true, value: next });
      if (next === null) return expect(withdraw(response, round, before)).toEqual(refusal);
      const after = event === 'submit' ? submitted(response) : withdrawn(response);
      expect(responseState(after.submissions, after.withdrawals)).toBe(next);
    },
  );

  it('names every state and event once', () => {
    expect([...RESPONSE_STATES].sort()).toEqual(Object.keys(EXPECTED).sort());
    expect([...RESPONSE_EVENTS].sort()).toEqual(Object.keys(EXPECTED.draft).sort());
  });
});

describe('HE-8 a late response is taken and marked, until the round is closed', () => {
  it.each([
    ['collecting, before', round, before, { ok: true, value: { late: false } }],
    ['collecting, after', round, after, { ok: true, value: { late: true } }],
    ['ended, before: all had answered', ended, before, { ok: true, value: { late: false } }],
    ['ended, after', ended, after, { ok: true, value: { late: true } }],
    ['closed, before', closed, before, { ok: false, error: { code: 'HE-8-ROUND-CLOSED' } }],
    ['closed, after', closed, after, { ok: false, error: { code: 'HE-8-ROUND-CLOSED' } }],
  ])('%s', (_, where, now, expected) => {
    expect(admit(where, now)).toEqual(expected);
    if (!expected.ok) return expect(submit(draft, where, now, 'formand', words)).toEqual(expected);
    expect(submit(draft, where, now, 'formand', words)).toMatchObject(expected);
  });
});

describe('HE-9 a response says something', () => {
  it('refuses an empty one', () => {
    expect(submit(draft, round, before, 'formand', { ...words, says: 'nothing' })).toEqual({
      ok: false,
      error: { code: 'HE-9-RESPONSE-EMPTY' },
    });
  });
});

describe('HE-10 what is submitted can be changed until the deadline', () => {
  const tooLate = { ok: false, error: { code: 'HE-10-TOO-LATE-TO-CHANGE', dueAt: after } };
  const standing = submitted(draft);

  it.each([
    ['after the deadline', round, after],
    ['once the points are being answered, though the deadline lies ahead', ended, before],
  ])('refuses to begin a correction, or withdraw, %s', (_, where, now) => {
    expect(correct(standing, where, now)).toEqual(tooLate);
    expect(withdraw(standing, where, now)).toEqual(tooLate);
  });

  it('takes no correction once the points are being answered, though it was begun in time', () => {
    expect(submit(standing, ended, before, 'formand', corrected)).toEqual(tooLate);
  });

  it('takes a late response once; a second late one is refused', () => {
    const late = submitted(draft, after);
    expect(standingSubmission(late)).toMatchObject({ late: true });
    expect(correct(late, round, after)).toEqual(tooLate);
    expect(submit(late, round, after, 'formand', words)).toEqual({
      ok: false,
      error: { code: 'HE-54-NOT-BEING-CORRECTED' },
    });
  });

  it('takes a late one from a council that withdrew in time', () => {
    const late = submitted(IN_STATE.withdrawn, after);
    expect(standingSubmission(late)).toMatchObject({ late: true, supersedes: 'submission-1' });
  });
});

describe('HE-54 what is sent is corrected while it stands', () => {
  const standing = submitted(draft);

  it('begins with what stands, and changes nothing', () => {
    expect(correct(standing, round, before)).toEqual({ ok: true, value: standing.submissions[0] });
    expect(standingSubmission(standing)).toMatchObject({ id: 'submission-1' });
  });

  it.each([
    ['what was never sent', draft, 'draft'],
    ['what was withdrawn', IN_STATE.withdrawn, 'withdrawn'],
  ] as const)('is not begun on %s (HE-11)', (_, response, state) => {
    expect(correct(response, round, before)).toEqual({ ok: false, error: { code: 'HE-11-NOTHING-SUBMITTED', state } });
  });

  it('nothing replaces what stands unless it was opened for that', () => {
    expect(submit(standing, round, before, 'formand', words)).toEqual({
      ok: false,
      error: { code: 'HE-54-NOT-BEING-CORRECTED' },
    });
  });

  it.each([
    ['in time', before, false],
    ['after a deadline that passed meanwhile: it is late, and what it replaced was not', after, true],
  ])('is sent %s', (_, now, late) => {
    const twice = submitted(standing, now);
    expect(standingSubmission(twice)).toMatchObject({ late, supersedes: 'submission-1' });
    expect(twice.submissions[0]).toMatchObject({ late: false });
  });
});

describe('HE-14 submissions are facts', () => {
  it('a replacement names what it replaced, and both are kept', () => {
    const twice = submitted(submitted(draft));
    expect(twice.submissions).toHaveLength(2);
    expect(standingSubmission(twice)).toMatchObject({ id: 'submission-2', supersedes: 'submission-1' });
  });

  it('property: the state follows from the facts, whatever their order, and nothing is ever changed', () => {
    const events = fc.array(fc.constantFrom<ResponseEvent>('submit', 'withdraw'), { maxLength: 12 });
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat()), (each, noise) => {
        let response: HearingResponse = draft;
        let state: ResponseState = 'draft';
        for (const event of each) {
          const next = responseTransition(state, event);
          if (!next.ok) continue;
          const changed = event === 'submit' ? submitted(response) : withdrawn(response);
          expect(changed.submissions.slice(0, response.submissions.length)).toEqual(response.submissions);
          expect(changed.withdrawals.slice(0, response.withdrawals.length)).toEqual(response.withdrawals);
          response = changed;
          state = next.value;
        }
        const shuffled = response.submissions
          .map((submission) => ({ submission, key: noise.next().value ?? 0 }))
          .sort((left, right) => left.key - right.key)
          .map(({ submission }) => submission);
        expect(responseState(shuffled, [...response.withdrawals].reverse())).toBe(state);
      }),
    );
  });
});

describe('HE-15 only a council that was asked answers', () => {
  it('refuses another', () => {
    const stranger = brandId<BodyId>('disability-council:0101');
    expect(submit({ ...draft, body: stranger }, round, before, 'formand', words)).toEqual({
      ok: false,
      error: { code: 'HE-15-NOT-INVITED', body: stranger },
    });
  });
});

describe('HE-20 a response is sent as it was checked', () => {
  const sent = (checkedSeq: number | null) => submit(draft, round, before, 'formand', { ...words, checkedSeq });

  it('is not sent when more was written since', () => {
    expect(sent(3)).toEqual({ ok: false, error: { code: 'HE-20-CHANGED-SINCE-CHECKED' } });
  });

  it.each([4, 5, null])('is sent when it was checked at %s of 4', (checkedSeq) => {
    expect(sent(checkedSeq)).toMatchObject({ ok: true });
  });
});

describe('HE-37 a response is sent with the documents it was checked with', () => {
  const sent = (files: readonly string[], checkedFiles: readonly string[] | null) =>
    submit(draft, round, before, 'formand', { ...words, files, checkedFiles });

  it.each<[string, readonly string[], readonly string[]]>([
    ['one more', ['a', 'b'], ['a']],
    ['one less', ['a'], ['a', 'b']],
    ['another', ['a'], ['b']],
    ['one for each of two that were one', ['a', 'b'], ['a', 'a']],
  ])('is not sent with %s', (_, files, checked) => {
    expect(sent(files, checked)).toEqual({ ok: false, error: { code: 'HE-20-CHANGED-SINCE-CHECKED' } });
  });

  it.each<[string, readonly string[], readonly string[] | null]>([
    ['the same in another order', ['a', 'b'], ['b', 'a']],
    ['none and none', [], []],
    ['some that nobody says were checked', ['a'], null],
  ])('is sent with %s', (_, files, checked) => expect(sent(files, checked)).toMatchObject({ ok: true }));
});

describe('HE-21 a response that nobody can read is not sent', () => {
  const unreadable: WrittenResponse = { ...words, says: 'unreadable' };

  it.each([
    ['in time', round, before],
    ['late', round, after],
    ['once the round has ended', ended, after],
  ])('%s, naming whose it is', (_, where, now) => {
    expect(submit(draft, where, now, 'formand', unreadable)).toEqual({
      ok: false,
      error: { code: 'HE-21-RESPONSE-UNREADABLE', body: greve },
    });
  });

  it('and a closed round says that it is closed', () => {
    expect(submit(draft, closed, after, 'formand', unreadable)).toMatchObject({ error: { code: 'HE-8-ROUND-CLOSED' } });
  });
});
