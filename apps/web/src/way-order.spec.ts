import { choicesOf, stepsOfChoices } from './way-order';

const bodies = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

describe('AP-28 a way as numbers', () => {
  it('the same number is at the same time, a higher one afterwards, and gaps do not matter', () => {
    const steps = stepsOfChoices([
      { body: 'c', place: 4, mandatory: false },
      { body: 'a', place: 1, mandatory: true },
      { body: 'b', place: 1, mandatory: true },
      { body: 'd', place: 0, mandatory: true },
    ]);
    expect(steps).toEqual([
      { body: 'a', after: [], mandatory: true },
      { body: 'b', after: [], mandatory: true },
      { body: 'c', after: ['a', 'b'], mandatory: false },
    ]);
    const seen = steps.map((step) => ({ ...step, body: { id: step.body } }));
    expect(choicesOf(bodies, seen)).toEqual([
      { body: 'a', place: 1, mandatory: true },
      { body: 'b', place: 1, mandatory: true },
      { body: 'c', place: 2, mandatory: false },
      { body: 'd', place: 0, mandatory: true },
    ]);
  });
});
