import { demandsOf, isReached, type Demand } from './demands';
import { Results, type Measurement } from './results';
import { demandTable, figureTable, shown, table, verdict } from './table';

function measured(scenario: string, system: Measurement['system'], ...values: Record<string, number>[]): Measurement[] {
  return values.map((figures, index) => ({ scenario, system, round: index + 1, figures }));
}

function demand(given: Partial<Demand>): Demand {
  return { name: 'p99', unit: 'ms', bound: 'atMost', measured: 1, limit: 2, from: '', others: Number.NaN, ...given };
}

describe('the table', () => {
  it('has columns as wide as what is in them', () => {
    expect(table(['', 'Enig'], [['p50', '12']])).toBe('|     | Enig |\n| --- | ---: |\n| p50 |   12 |');
  });

  it.each([
    [0.123, '0.12'],
    [12.34, '12.3'],
    [3_840, '3,840'],
    [1_234_567, '1,234,567'],
    [5, '5'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('shows %d as %s', (value, expected) => {
    expect(shown(value)).toBe(expected);
  });

  it('sets the systems side by side by the medians, and leaves out what was not measured', () => {
    const results = new Results([
      ...measured('crowd-50', 'relay', { p50: 1 }, { p50: 2 }, { p50: 9 }),
      ...measured('crowd-50', 'enig', { p50: 4 }, { p50: 3 }, { p50: 100 }),
    ]);
    const lines = figureTable(results).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/\| 50\/30: p50 ms +\| +2 \| +– \| +4 \| +2 \| +– \|/);
  });

  it('shows the worst of what must never happen, and all that was sent together', () => {
    const results = new Results([
      ...measured('hostile', 'enig', { stall: 40, frames: 16_667 }, { stall: 9, frames: 16_667 }),
      ...measured('crowd-50', 'enig', { others: 2 }, { others: 1 }),
    ]);
    expect(figureTable(results)).toMatch(/longest stall under hostile frames ms +\| +– \| +– \| +40 \|/);
    expect(figureTable(results)).toMatch(/hostile frames sent +\| +– \| +– \| +33,334 \|/);
    expect(figureTable(results)).toMatch(/50\/30: of that others % +\| +– \| +– \| +2 \|/);
  });
});

describe('what must be reached', () => {
  it.each([
    [demand({ measured: 2 }), true],
    [demand({ measured: 2.01 }), false],
    [demand({ bound: 'atLeast', measured: 2 }), true],
    [demand({ bound: 'atLeast', measured: 1.9 }), false],
    [demand({ measured: Number.NaN }), null],
    [demand({ limit: Number.NaN }), null],
    [demand({ limit: Number.POSITIVE_INFINITY }), null],
    [demand({ measured: Number.POSITIVE_INFINITY }), false],
  ])('%j is reached: %j', (given, expected) => {
    expect(isReached(given)).toBe(expected);
  });

  it('says by how much it is missed', () => {
    expect(verdict(demand({ measured: 3.5 }))).toBe('missed by 1.50 ms');
    expect(verdict(demand({ unit: '×', bound: 'atLeast', measured: 1, limit: 4 }))).toBe('missed by 3 ×');
    expect(verdict(demand({ measured: Number.POSITIVE_INFINITY }))).toBe('missed by ∞ ms');
    expect(demandTable([demand({ measured: Number.NaN })])).toContain('not measured');
    expect(demandTable([demand({ measured: 3, from: 'relay + 1 ms' })])).toMatch(
      /\| p99 \| +3 ms \| ≤ 2 ms \(relay \+ 1 ms\) \| missed by 1 ms \| +– \|/,
    );
  });

  it('says when others used so much of the core that what was timed says little', () => {
    expect(demandTable([demand({ others: 10.5 })])).toContain('10.5 %, noisy');
    expect(demandTable([demand({ others: 10 })])).not.toContain('noisy');
  });

  it('is the seventeen lines, from the medians of what was measured beside each other', () => {
    const results = new Results([
      ...measured('crowd-50', 'relay', { p50: 1, p99: 5 }),
      ...measured('crowd-50', 'enig', { p50: 3, p99: 21 }),
      ...measured('crowd-500', 'enig', { undelivered: 0 }, { undelivered: 7 }, { undelivered: 0 }),
      ...measured('ladder', 'enig', { sustained: 960 }),
      ...measured('ladder', 'hocuspocus', { sustained: 240 }),
    ]);
    const demands = demandsOf(results);
    expect(demands).toHaveLength(17);
    const verdicts = Object.fromEntries(demands.map((each) => [each.name, verdict(each)]));
    expect(verdicts).toMatchObject({
      '50 clients, 30 typing: p50': 'reached',
      '50 clients, 30 typing: p99': 'missed by 1 ms',
      '500 clients, 60 typing, carets: undelivered': 'missed by 7',
      'Sustained edits/s, 200 clients': 'reached',
      'Cold, 260,000 edits, 50 clients': 'not measured',
    });
  });

  const verdictOf = (name: string, ...all: Measurement[][]) => {
    const found = demandsOf(new Results(all.flat())).find((each) => each.name.startsWith(name));
    return found && verdict(found);
  };

  it.each([
    [960, 240, 'reached'],
    [959, 240, 'missed by a hair'],
    [480, 240, 'missed by 2 ×'],
    [480, 0, 'not measured'],
    [480, Number.NaN, 'not measured'],
    [Number.NaN, 240, 'not measured'],
  ])('of %d against %d sustained edits a second says: %s', (enig, hocuspocus, expected) => {
    const each = [
      measured('ladder', 'enig', { sustained: enig }),
      measured('ladder', 'hocuspocus', { sustained: hocuspocus }),
    ];
    expect(verdictOf('Sustained', ...each)).toBe(expected);
  });

  it('counts our folding afterwards among the CPU of an edit', () => {
    const rival = measured('crowd-200', 'hocuspocus', { cpu: 1, cpuPostgres: 0.2, cpuAfter: 9 });
    const enig = (cpuAfter: number) => measured('crowd-200', 'enig', { cpu: 0.3, cpuPostgres: 0.2, cpuAfter });
    expect(verdictOf('200 clients, 60 typing: CPU', rival, enig(0.09))).toBe('reached');
    expect(verdictOf('200 clients, 60 typing: CPU', rival, enig(0.22))).toBe('missed by 0.10 ×');
  });

  it('is not measured by fewer hostile frames than it is about, nor in a part of the rounds', () => {
    const rounds = (count: number) => Array<Record<string, number>>(count).fill({ stall: 12, frames: 16_667 });
    expect(verdictOf('Longest stall', measured('hostile', 'enig', ...rounds(2)))).toBe('not measured');
    expect(verdictOf('Longest stall', measured('hostile', 'enig', ...rounds(3)))).toBe('reached');
    expect(verdictOf('Longest stall', measured('hostile', 'enig', ...rounds(3), {}))).toBe('not measured');
  });

  it('names the most that others used the core while any of those compared was timed', () => {
    const results = new Results([
      ...measured('crowd-50', 'relay', { others: 3 }, { others: 22 }),
      ...measured('crowd-50', 'enig', { others: 1 }, { others: 2 }),
    ]);
    const [first, , other] = demandsOf(results);
    expect([first?.others, other?.others]).toEqual([22, Number.NaN]);
  });
});
