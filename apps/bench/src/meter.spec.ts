import { busyOf } from './machine';
import { coreBetween } from './meter';

describe('the core of what is measured', () => {
  const before = { at: 1_000, server: 1, postgres: 2, core: 50 };

  it('is busy with what is measured and with others', () => {
    const after = { at: 11_000, server: 3, postgres: 3, core: 55 };
    expect(coreBetween(before, after)).toEqual({ busy: 50, others: 20 });
  });

  it('is at least as busy as what is measured, where the clocks tick apart', () => {
    const after = { at: 11_000, server: 3, postgres: 3, core: 52.9 };
    expect(coreBetween(before, after)).toEqual({ busy: 30, others: 0 });
  });

  it('is not measured where it cannot be seen', () => {
    const after = { at: 11_000, server: 3, postgres: 3, core: Number.NaN };
    expect(coreBetween(before, after)).toEqual({ busy: Number.NaN, others: Number.NaN });
  });

  it('is read with interrupts and stolen time, without idleness', () => {
    const stat = 'cpu  9 9 9 9 9 9 9 9 0 0\ncpu0 100 20 30 4000 500 1 2 3 0 0\ncpu1 7 7 7 7 7 7 7 7 0 0\n';
    expect(busyOf('0', stat)).toBeCloseTo(1.56);
    expect(busyOf('4', stat)).toBeNaN();
  });
});
