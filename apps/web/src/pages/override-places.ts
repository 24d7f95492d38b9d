import { binds, isSettled } from '@enig/approval';
import type { Translate } from '@enig/ui';
import type { BoardFieldsFragment } from '../generated/graphql';

/** A step that can be taken otherwise, by one party or once for all. */
export interface OverridePlace {
  readonly value: string;
  readonly label: string;
  readonly step: string;
  /** Null for a step that is taken once for all. */
  readonly party: string | null;
  /** The councils that could decide in place of the party's, which is gone; undefined for every other step. */
  readonly successors?: readonly Taker[];
}

/** A body that could take a step. */
type Taker = BoardFieldsFragment['vacancies'][number]['takers'][number];

/**
 * Every step that does not bind, for nobody gets past one that does, and that somebody who is asked in it has yet to take
 * (AP-24); and that of a party whose council is gone.
 */
export function placesOf({ rows, shared, vacancies }: BoardFieldsFragment, m: Translate): readonly OverridePlace[] {
  const vacant = vacancies.map(({ party, council, step, takers }): OverridePlace => {
    const label = m('page.override.succeeds', { party: party.name, council: council.name });
    return { value: `${party.id}/${step}`, label, step, party: party.id, successors: takers };
  });
  const own = rows.flatMap(({ party, recordPlaces, cells }) =>
    recordPlaces
      .filter((place) => !binds(place))
      .filter(({ step }) => !isTaken(cells.filter((cell) => cell.step === step).flatMap(({ places }) => places)))
      .map(({ step, name }): OverridePlace => ({
        ...{ value: `${party.id}/${step}`, label: `${party.name}: ${name}`, step, party: party.id },
      })),
  );
  const open = shared.filter(({ isTold, step }) => !isTold && !isTaken(shared.filter((each) => each.step === step)));
  const all = open.map(({ step, name }): OverridePlace => ({ value: `/${step}`, label: name, step, party: null }));
  return [...vacant, ...all, ...own].filter(
    ({ value }, index, every) => every.findIndex((each) => each.value === value) === index,
  );
}

/** Whether all who are asked have had their say; what waits to be confirmed stands elsewhere than what counts. */
function isTaken(places: readonly Pick<BoardFieldsFragment['shared'][number], 'decision'>[]): boolean {
  return (
    places.length > 0 &&
    places.every(({ decision }) => decision !== null && !decision.lapsed && isSettled(decision.outcome))
  );
}

/** Who could take a step in place of its body: the successors, or the party's own bodies and those that act for all. */
export function takersOf({ rows, shared }: BoardFieldsFragment, place: OverridePlace | undefined): readonly Taker[] {
  if (place?.successors) return place.successors;
  const party = place?.party ?? null;
  const bodies = [
    ...rows.filter((row) => row.party.id === party).flatMap(({ recordPlaces }) => recordPlaces.map(({ body }) => body)),
    ...shared.filter(({ isTold }) => !isTold).map(({ body }) => body),
  ];
  return [...new Map(bodies.map((body) => [body.id, body])).values()];
}
