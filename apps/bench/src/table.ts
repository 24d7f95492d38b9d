import { isReached, quotient, type Demand } from './demands';
import { NOISY } from './meter';
import type { Results } from './results';
import type { SystemName } from './systems';

/** A table in Markdown, its columns as wide as what is in them. The first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) => Math.max(3, name.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column > 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column > 0 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function pad(cell: string, width: number, isNumber: boolean): string {
  return isNumber ? cell.padStart(width) : cell.padEnd(width);
}

/** A number as people read it: three digits that mean something, thousands set apart. */
export function shown(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return '∞';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const rounded = value.toFixed(digits).replace(/\.0+$/, '');
  return digits === 0 ? rounded.replace(/\B(?=(\d{3})+$)/g, ',') : rounded;
}

/** What must be reached, and whether it is. */
export function demandTable(demands: readonly Demand[]): string {
  const rows = demands.map((demand) => {
    const { name, unit, bound, measured, limit, from, others } = demand;
    const wanted = `${bound === 'atMost' ? '≤' : '≥'} ${withUnit(limit, unit)}${from ? ` (${from})` : ''}`;
    return [name, withUnit(measured, unit), wanted, verdict(demand), noise(others)];
  });
  return table(['', 'Enig', 'wanted', '', 'others on the core'], rows);
}

function withUnit(value: number, unit: Demand['unit']): string {
  if (Number.isNaN(value) || unit === 'deliveries') return shown(value);
  return `${shown(value)} ${unit}`;
}

/** Reached, or by how much it is missed. */
export function verdict(demand: Demand): string {
  const reached = isReached(demand);
  if (reached === null) return 'not measured';
  if (reached) return 'reached';
  const by = Math.abs(demand.measured - demand.limit);
  return shown(by) === '0' ? 'missed by a hair' : `missed by ${withUnit(by, demand.unit)}`;
}

/** How much others used the core, and whether that is too much to believe what was timed meanwhile. */
export function noise(others: number): string {
  return Number.isNaN(others) ? '–' : `${shown(others)} %${others > NOISY ? ', noisy' : ''}`;
}

type Over = 'median' | 'largest' | 'sum';

interface Line {
  readonly title: string;
  readonly scenario: string;
  readonly figure: string;
  /** How the rounds become one figure: the median when not given; the worst for what must never happen. */
  readonly over?: Over;
}

const LOADS = [
  ['crowd-50', '50/30'],
  ['crowd-200', '200/60'],
  ['crowd-500', '500/60, carets'],
] as const;
const LOAD_FIGURES: readonly Omit<Line, 'scenario'>[] = [
  { figure: 'p50', title: 'p50 ms' },
  { figure: 'p99', title: 'p99 ms' },
  { figure: 'cpu', title: 'CPU s per 1,000 edits' },
  { figure: 'cpuPostgres', title: 'PostgreSQL s per 1,000 edits' },
  { figure: 'cpuAfter', title: 'both, when all have left' },
  { figure: 'busy', title: 'core busy %' },
  { figure: 'others', title: 'of that others %', over: 'largest' },
  { figure: 'generator', title: 'generator busy %' },
  { figure: 'undelivered', title: 'undelivered', over: 'largest' },
  { figure: 'closed', title: 'clients closed', over: 'largest' },
];

const LINES: readonly Line[] = [
  ...LOADS.flatMap(([scenario, load]) =>
    LOAD_FIGURES.map((line) => ({ ...line, scenario, title: `${load}: ${line.title}` })),
  ),
  { scenario: 'crowd-200', figure: 'folded', title: '200/60: log folded up to entry' },
  { scenario: 'ladder', figure: 'sustained', title: 'sustained edits/s, 200 clients' },
  { scenario: 'ladder', figure: 'notHeld', title: 'lowest edits/s not sustained' },
  { scenario: 'ladder', figure: 'generator', title: 'generator busy % there' },
  { scenario: 'cold', figure: 'allSynced', title: 'cold, 260,000 edits: ms until all 50 have it' },
  { scenario: 'memory', figure: 'peakEach', title: '200 texts just opened: KiB each' },
  { scenario: 'memory', figure: 'idleEach', title: '200 texts idle: KiB each' },
  { scenario: 'memory', figure: 'givenBack', title: 'given back after close %' },
  { scenario: 'nodes', figure: 'p99On1', title: '200/60 on one node: p99 ms' },
  { scenario: 'nodes', figure: 'p99On2', title: '200/60 across two nodes: p99 ms' },
  { scenario: 'nodes', figure: 'undeliveredOn2', title: '200/60 across two nodes: undelivered', over: 'largest' },
  { scenario: 'rights', figure: 'p50', title: 'read-only on another node: p50 ms' },
  { scenario: 'rights', figure: 'p99', title: 'read-only on another node: p99 ms' },
  { scenario: 'hostile', figure: 'stall', title: 'longest stall under hostile frames ms', over: 'largest' },
  { scenario: 'hostile', figure: 'frames', title: 'hostile frames sent', over: 'sum' },
  { scenario: 'hostile', figure: 'undelivered', title: 'honest edits undelivered meanwhile', over: 'largest' },
  { scenario: 'memo', figure: 'pdf', title: 'memo on 2,000 points as PDF: ms' },
  { scenario: 'memo', figure: 'docx', title: 'memo on 2,000 points as Word: ms' },
  { scenario: 'memo', figure: 'pdfSteps', title: 'steps told of meanwhile' },
  { scenario: 'cases', figure: 'zip', title: 'cases of 47 parties in one zip: ms' },
  { scenario: 'cases', figure: 'steps', title: 'steps of the cases told of meanwhile' },
];

/** Every figure side by side, medians over the rounds, with Enig's ratio to the others. */
export function figureTable(results: Results): string {
  const rows = LINES.map(({ title, scenario, figure, over = 'median' }) => {
    const of = (system: SystemName): number => results[over](scenario, system, figure);
    const [relay, rival, enig] = [of('relay'), of('hocuspocus'), of('enig')];
    const ratios = [quotient(enig, relay), quotient(enig, rival)];
    return [title, ...[relay, rival, enig, ...ratios].map(shown)];
  });
  const measured = rows.filter((row) => row.slice(1, 4).some((cell) => cell !== '–'));
  return table(['clients/typing', 'relay', 'Hocuspocus', 'Enig', 'Enig ÷ relay', 'Enig ÷ Hocuspocus'], measured);
}
