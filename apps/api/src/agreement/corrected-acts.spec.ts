import { correctionsIn } from './corrected-acts';

const first = { decision: 'd1', supersedes: null, outcome: 'approved', meetingDate: '2026-10-12', said: 'a41f' };
const then = (over: object) => ({ ...first, decision: 'd2', supersedes: 'd1', ...over });

/** Whether the second of two acts is a correction of the first. */
function isCorrection(before: object, now: object): boolean {
  const acts = [before, now].map((facts, id) => ({ id, facts: facts as Record<string, string | null> }));
  return correctionsIn(acts).has(1);
}

describe('AP-12 an act in the log is a correction', () => {
  it.each([
    ['of the words, or of the item', { said: 'b52e' }],
    ['of the day', { meetingDate: '2026-10-13' }],
    ['of what the same meeting came to', { outcome: 'approvedWithRemark' }],
  ])('%s', (_, over) => expect(isCorrection(first, then(over))).toBe(true));

  it.each([
    ['where it follows nothing', first, { ...first, decision: 'd2' }],
    [
      'where a later meeting came to something else',
      { ...first, outcome: 'postponed' },
      then({ meetingDate: '2026-11-09' }),
    ],
    ['where a party’s own people record what was entered for them', first, then({})],
    ['where what it follows is not in the log', {}, then({ said: 'b52e' })],
  ])('but not %s', (_, before, now) => expect(isCorrection(before, now)).toBe(false));
});
