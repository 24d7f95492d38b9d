import { countProgress, isMissing, PROGRESS, progressOf, type AnswerFacts } from './overview';

const untouched: AnswerFacts = { state: 'draft', isLate: false, hasBegun: false, hasOpened: false };

describe('HE-31 whoever hears knows how far a body has come, and nothing of what it writes', () => {
  it.each([
    ['has done nothing', {}, 'notOpened'],
    ['has opened the material', { hasOpened: true }, 'opened'],
    ['writes', { hasOpened: true, hasBegun: true }, 'begun'],
    ['writes what others read out to it, and never opened the page', { hasBegun: true }, 'begun'],
    ['has sent', { state: 'submitted', hasBegun: true, hasOpened: true }, 'answered'],
    ['has sent too late', { state: 'submitted', isLate: true, hasBegun: true }, 'answeredLate'],
    ['has taken back what it sent', { state: 'withdrawn', hasBegun: true }, 'begun'],
  ] as const)('one that %s', (_, facts, expected) => {
    expect(progressOf({ ...untouched, ...facts })).toBe(expected);
  });

  it('waits for everybody who has not answered, and counts each once', () => {
    expect(PROGRESS.filter(isMissing)).toEqual(['begun', 'opened', 'notOpened']);
    const counts = countProgress(['answered', 'begun', 'answered', 'notOpened', 'answeredLate']);
    expect(counts).toEqual({ answered: 2, answeredLate: 1, begun: 1, opened: 0, notOpened: 1 });
    expect(Object.keys(counts)).toEqual([...PROGRESS]);
  });
});
