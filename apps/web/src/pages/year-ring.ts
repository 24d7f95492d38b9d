import { daysBetween, localDateOf, type LocalDate } from '@enig/kernel';

/** Where something stands on the ring: from the top, with the clock. The middle is 0, 0 and the ring's radius is 1. */
export interface RingPlace {
  readonly x: number;
  readonly y: number;
}

/** The share of its year that has passed when a day begins, from 0 to less than 1. */
export function shareOf(day: LocalDate): number {
  const year = Number(day.slice(0, 4));
  const first = localDateOf(`${year}-01-01`);
  return daysBetween(first, day) / daysBetween(first, localDateOf(`${year + 1}-01-01`));
}

/** A place on a ring of this radius. */
export function placeAt(share: number, radius: number): RingPlace {
  const angle = 2 * Math.PI * share;
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

/** Closer to one another than this share of the year, marks would lie on one another: the later goes further in. */
const CLOSE = 0.022;
/** From the rim inwards; whoever comes after the last shares it. */
const RADII = [0.86, 0.72, 0.58, 0.44] as const;

/** How far out each of the days stands, given in their order. */
export function radiiOf(shares: readonly number[]): readonly number[] {
  const last: number[] = [];
  return shares.map((share) => {
    const free = RADII.findIndex((_, track) => (last[track] ?? -1) + CLOSE <= share || last[track] === undefined);
    const track = free === -1 ? RADII.length - 1 : free;
    last[track] = share;
    return RADII[track] ?? RADII[0];
  });
}
