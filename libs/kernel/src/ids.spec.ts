import { brandId, type PersonId } from './ids';
import { err, ok, unreachable, type Result } from './result';

describe('an id', () => {
  it('is the string it was given: the type alone is added', () => {
    expect(brandId<PersonId>('7d0f')).toBe('7d0f');
  });
});

describe('the answer of a rule', () => {
  it('is what was asked for or the refusal, and `ok` tells which', () => {
    const answers: Result<number, 'XX-1'>[] = [ok(1), err('XX-1')];
    expect(answers.map((answer) => (answer.ok ? answer.value : answer.error))).toEqual([1, 'XX-1']);
  });

  it('names a value that no case was written for', () => {
    expect(() => unreachable('ny' as never)).toThrow('Unexpected value: "ny"');
  });
});
