import type { Results } from './results';
import type { SystemName } from './systems';

/** Over all rounds together. */
export const HOSTILE_FRAMES = 50_000;

/** One line of what must be reached. */
export interface Demand {
  readonly name: string;
  readonly unit: 'ms' | '%' | '×' | 'KiB' | 'deliveries';
  /** How much there may be at most, or must be at least. */
  readonly bound: 'atMost' | 'atLeast';
  readonly measured: number;
  readonly limit: number;
  /** What the limit is made of. */
  readonly from: string;
  /** Percent of the servers' core that others used meanwhile, at the worst; NaN where it was not seen, or is no matter. */
  readonly others: number;
}

type Draft = Pick<Demand, 'name' | 'unit'> & {
  readonly values: readonly [number, number];
  readonly from?: string;
  /** What it was measured in, where others on the core would spoil it. */
  readonly timedIn?: string;
};

/** What must be reached, with what was measured; NaN where nothing was, or not in every round. */
export function demandsOf(results: Results): Demand[] {
  return [...crowds(results), ...againstHocuspocus(results), ...ownFigures(results)];
}

/** Whether it is reached; null where nothing was measured, or nothing to measure it by. */
export function isReached({ bound, measured, limit }: Demand): boolean | null {
  if (Number.isNaN(measured) || !Number.isFinite(limit)) return null;
  return bound === 'atMost' ? measured <= limit : measured >= limit;
}

function drafting(results: Results) {
  const demand = (
    bound: Demand['bound'],
    { values: [measured, limit], from = '', timedIn, ...rest }: Draft,
  ): Demand => {
    const others = timedIn === undefined ? Number.NaN : othersIn(results, timedIn);
    return { ...rest, bound, measured, limit, from, others };
  };
  return {
    atMost: (draft: Draft) => demand('atMost', draft),
    atLeast: (draft: Draft) => demand('atLeast', draft),
    enig: (scenario: string, figure: string) => results.median(scenario, 'enig', figure),
  };
}

/** Of all that took part: what disturbs the one it is compared with, makes the comparison as wrong. */
function othersIn(results: Results, scenario: string): number {
  const systems: readonly SystemName[] = ['relay', 'hocuspocus', 'enig'];
  const seen = systems.map((system) => results.largest(scenario, system, 'others')).filter((value) => value >= 0);
  return seen.length === 0 ? Number.NaN : Math.max(...seen);
}

function crowds(results: Results): Demand[] {
  const { atMost, enig } = drafting(results);
  const relay = (figure: string) => results.median('crowd-50', 'relay', figure);
  const few = { unit: 'ms', timedIn: 'crowd-50' } as const;
  const many = '500 clients, 60 typing, carets';
  const timedIn = 'crowd-500';
  return [
    atMost({
      ...{ name: '50 clients, 30 typing: p50', ...few, from: 'relay + 3 ms' },
      values: [enig('crowd-50', 'p50'), relay('p50') + 3],
    }),
    atMost({
      ...{ name: '50 clients, 30 typing: p99', ...few, from: 'relay + 15 ms' },
      values: [enig('crowd-50', 'p99'), relay('p99') + 15],
    }),
    atMost({
      ...{ name: '200 clients, 60 typing: p99', unit: 'ms', timedIn: 'crowd-200' },
      values: [enig('crowd-200', 'p99'), 60],
    }),
    atMost({ name: `${many}: p99`, unit: 'ms', values: [enig(timedIn, 'p99'), 80], timedIn }),
    atMost({
      ...{ name: `${many}: core busy`, unit: '%', from: 'by all who use it', timedIn },
      values: [enig(timedIn, 'busy'), 60],
    }),
    atMost({
      ...{ name: `${many}: undelivered`, unit: 'deliveries', from: 'in every round' },
      values: [results.largest(timedIn, 'enig', 'undelivered'), 0],
    }),
  ];
}

/** What a comparison of one figure is; NaN, as not measured, where there is nothing to divide by. */
export function quotient(one: number, other: number): number {
  return other > 0 && Number.isFinite(other) ? one / other : Number.NaN;
}

function againstHocuspocus(results: Results): Demand[] {
  const { atMost, atLeast, enig } = drafting(results);
  const other = (scenario: string, figure: string) => results.median(scenario, 'hocuspocus', figure);
  const cpu = (of: typeof enig) => of('crowd-200', 'cpu') + of('crowd-200', 'cpuPostgres');
  const [unit, from] = ['×', 'of Hocuspocus'] as const;
  return [
    atMost({
      ...{
        name: '200 clients, 60 typing: CPU per edit',
        unit,
        from: `${from}; ours with folding`,
        timedIn: 'crowd-200',
      },
      values: [quotient(cpu(enig) + enig('crowd-200', 'cpuAfter'), cpu(other)), 0.5],
    }),
    atLeast({
      ...{ name: 'Sustained edits/s, 200 clients', unit, from: `${from}, each to within 10 %`, timedIn: 'ladder' },
      values: [quotient(enig('ladder', 'sustained'), other('ladder', 'sustained')), 4],
    }),
    atMost({
      ...{ name: 'Cold, 260,000 edits, 50 clients', unit, from, timedIn: 'cold' },
      values: [quotient(enig('cold', 'allSynced'), other('cold', 'allSynced')), 0.4],
    }),
  ];
}

function ownFigures(results: Results): Demand[] {
  const { atMost, atLeast, enig } = drafting(results);
  const from = 'heap + external';
  const isWhole = results.sum('hostile', 'enig', 'frames') >= HOSTILE_FRAMES;
  return [
    atMost({
      ...{ name: '200 idle texts of 100 pages: each', unit: 'KiB', from },
      values: [enig('memory', 'idleEach'), 50],
    }),
    atLeast({
      ...{ name: 'Memory given back after close', unit: '%', from },
      values: [enig('memory', 'givenBack'), 80],
    }),
    atMost({
      ...{ name: 'A second node: p99 across', unit: 'ms', from: 'one node + 10 ms', timedIn: 'nodes' },
      values: [enig('nodes', 'p99On2'), enig('nodes', 'p99On1') + 10],
    }),
    atMost({
      ...{ name: 'Read-only on another node: p99', unit: 'ms', timedIn: 'rights' },
      values: [enig('rights', 'p99'), 1_000],
    }),
    atMost({
      ...{ name: 'Longest stall under 50,000 hostile frames', unit: 'ms', from: 'in every round', timedIn: 'hostile' },
      values: [isWhole ? results.largest('hostile', 'enig', 'stall') : Number.NaN, 250],
    }),
    atMost({
      ...{ name: 'Memo on 100 answers of 20 points: PDF', unit: 'ms', from: 'in every round', timedIn: 'memo' },
      values: [results.largest('memo', 'enig', 'pdf'), 10_000],
    }),
    atMost({
      ...{ name: 'Memo on 100 answers of 20 points: Word', unit: 'ms', from: 'in every round', timedIn: 'memo' },
      values: [results.largest('memo', 'enig', 'docx'), 10_000],
    }),
    atMost({
      ...{ name: 'Cases of 47 parties as PDF and Word', unit: 'ms', from: 'in every round', timedIn: 'cases' },
      values: [results.largest('cases', 'enig', 'zip'), 60_000],
    }),
  ];
}
