import { TREATMENT_OUTCOMES } from '@enig/hearing';
import type { TreatmentOutcome, TreatmentQuery } from '../generated/graphql';

export type TreatedRound = NonNullable<TreatmentQuery['round']>;
export type Point = TreatedRound['points'][number];

/** Which points are shown: what is left, what is mine to answer, or all. */
export const SHOWN = ['open', 'mine', 'all'] as const;

/** What is looked for among the points. Empty strings ask for nothing. */
export interface PointsFilter {
  readonly show: (typeof SHOWN)[number];
  /** A council's id. */
  readonly council: string;
  /** A section's id, or `general`. */
  readonly section: string;
  readonly outcome: TreatmentOutcome | '';
  /** The id of a party that is to answer, or `owner`. */
  readonly waits: string;
  readonly search: string;
}

/** What hangs on no focus area. */
export const GENERAL = 'general';

/** Whoever hears, where nobody else is to answer. */
export const OWNER = 'owner';

/** What is shown to who looks for nothing: what is left. */
export const NO_FILTER: PointsFilter = {
  ...{ show: 'open', council: '', section: '', outcome: '', waits: '', search: '' },
};

/** Whether anything is looked for besides what is left, mine or all. */
export function isNarrowed(filter: PointsFilter): boolean {
  return Object.entries({ ...filter, show: '' }).some(([, value]) => value.trim() !== '');
}

/** The points that are looked for, in their order. */
export function filterPoints(points: readonly Point[], filter: PointsFilter): readonly Point[] {
  const words = folded(filter.search).split(' ').filter(Boolean);
  return points.filter(
    (point) =>
      isShown(point, filter.show) &&
      (filter.council === '' || point.council.id === filter.council) &&
      (filter.section === '' || (point.section ?? GENERAL) === filter.section) &&
      (filter.waits === '' || waitsFor(point, filter.waits)) &&
      (filter.outcome === '' || point.treatment?.outcome === filter.outcome) &&
      (words.length === 0 || says(point, words)),
  );
}

function isShown({ treatment, mayTreat }: Point, show: PointsFilter['show']): boolean {
  if (show === 'all') return true;
  return treatment === null && (show === 'open' || mayTreat);
}

function waitsFor({ treatment, responsible }: Point, who: string): boolean {
  if (treatment !== null) return false;
  return who === OWNER ? responsible.length === 0 : responsible.some(({ id }) => id === who);
}

function says({ excerpt, council, sectionTitle, treatment, label }: Point, words: readonly string[]): boolean {
  const all = [excerpt, council.name, sectionTitle, treatment?.answer, treatment?.reason, label];
  const text = folded(all.filter(Boolean).join(' '));
  return words.every((word) => text.includes(word));
}

function folded(text: string): string {
  return text.toLocaleLowerCase('da').replace(/\s+/g, ' ').trim();
}

/** Who is waited for, and for how many points. */
export interface Waited {
  /** A party's id, or `owner`. */
  readonly id: string;
  /** Null for whoever hears. */
  readonly name: string | null;
  readonly count: number;
}

/**
 * Everybody who is waited for. Most first.
 *
 * @param looked who is looked for, and so is named also when nothing is waited for any more.
 */
export function waitedFor(points: readonly Point[], looked = ''): readonly Waited[] {
  const waited = new Map<string, Waited>();
  for (const { treatment, responsible } of points)
    for (const { id, name } of responsible.length === 0 ? [{ id: OWNER, name: null }] : responsible) {
      const count = (waited.get(id)?.count ?? 0) + (treatment === null ? 1 : 0);
      if (count > 0 || id === looked) waited.set(id, { id, name, count });
    }
  return [...waited.values()].toSorted((one, other) => other.count - one.count);
}

const KEYS = {
  ...{ show: 'vis', council: 'raad', section: 'afsnit', outcome: 'udfald', waits: 'venter', search: 'soeg' },
} as const;

/** The filter as the page's address says it, so that a reload and a letter's link show the same. */
export function filterIn(query: URLSearchParams): PointsFilter {
  const of = (key: keyof typeof KEYS): string => query.get(KEYS[key]) ?? '';
  return {
    show: SHOWN.find((each) => each === of('show')) ?? 'open',
    council: of('council'),
    section: of('section'),
    outcome: TREATMENT_OUTCOMES.find((each) => each === of('outcome')) ?? '',
    waits: of('waits'),
    search: of('search'),
  };
}

/** The address's query that says a filter; what asks for nothing is left out. */
export function queryOf(filter: PointsFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [key, name] of Object.entries(KEYS)) {
    const value = filter[key as keyof typeof KEYS];
    if (value !== '' && !(key === 'show' && value === 'open')) query.set(name, value);
  }
  return query;
}
