import { daysIn } from './reminder-plan';

describe('the days of a plan, as people write them', () => {
  it.each([
    ['14, 7, 2', [14, 7, 2]],
    ['14 7 og 2', [14, 7, 2]],
    ['14;7;2.', [14, 7, 2]],
    ['  ', []],
    ['', []],
    ['007', [7]],
  ])('%j', (typed, expected) => expect(daysIn(typed)).toEqual(expected));

  it.each(['fjorten', '14 dage', '1000', '-2', '7/2', '1½'])('%j is none, and is asked about', (typed) => {
    expect(daysIn(typed)).toBeNull();
  });
});
