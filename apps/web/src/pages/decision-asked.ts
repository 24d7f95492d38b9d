import { binds, outcomesOf, undoes, type Outcome } from '@enig/approval';
import type { BoardFieldsFragment } from '../generated/graphql';

type Row = BoardFieldsFragment['rows'][number];
type Shared = BoardFieldsFragment['shared'][number];

/** A step and the body whose decision in it can be recorded. */
export type AskedPlace = Row['recordPlaces'][number];

/** Who is asked to decide: a party, by any of its bodies, or a body that belongs to none and is asked once for all. */
export interface Asked {
  readonly id: string;
  readonly name: string;
  /** Null for a body that belongs to none. */
  readonly party: Row['party'] | null;
  /** Where a decision can be recorded, the place that binds last. */
  readonly places: readonly AskedPlace[];
  /** What the board knows they have decided. */
  readonly decisions: readonly NonNullable<Row['decision']>[];
  readonly mayRecord: boolean;
  /** Who has to confirm what the viewer records before it counts; null where nobody has. */
  readonly waitsFor: 'party' | 'colleague' | null;
}

/** Whoever goes by this id on the board: a party's or a body's. */
export function askedOf(board: Pick<BoardFieldsFragment, 'rows' | 'shared' | 'steps'>, id: string): Asked | undefined {
  const row = board.rows.find(({ party }) => party.id === id);
  if (row) return ofParty(row);
  const shared = board.shared.filter(({ body }) => body.id === id);
  const [first] = shared;
  return first && ofBody(first.body, shared, board.steps);
}

function ofParty(row: Row): Asked {
  const { party, recordPlaces, cells, toConfirm, mayRecord, entersOnly, twoPeople } = row;
  const placed = [...cells, ...cells.flatMap(({ places }) => places), row];
  // What was recorded last comes first: it is what a correction takes the place of, whether it counts or not.
  const decisions = [
    ...placed.flatMap(({ unconfirmed }) => unconfirmed ?? []),
    ...(toConfirm ? [toConfirm] : []),
    ...placed.flatMap(({ decision }) => decision ?? []),
  ];
  const waitsFor = entersOnly ? 'party' : twoPeople ? 'colleague' : null;
  return { id: party.id, name: party.name, party, places: recordPlaces, decisions, mayRecord, waitsFor };
}

function ofBody(body: Shared['body'], taken: readonly Shared[], steps: BoardFieldsFragment['steps']): Asked {
  const places = taken.flatMap(({ step, name, waitingFor }) => {
    const role = steps.find(({ key }) => key === step)?.role;
    return role ? [{ step, name, role, body, waitingFor }] : [];
  });
  const decisions = taken.map(({ decision }) => decision).filter((each) => each !== null);
  return {
    id: body.id,
    name: body.name,
    party: null,
    places,
    decisions,
    mayRecord: taken.some((one) => one.mayRecord),
    waitsFor: null,
  };
}

/** Tells one place from another in a form. */
export function idOfPlace({ step, body }: Pick<AskedPlace, 'step' | 'body'>): string {
  return `${step}/${body.id}`;
}

/** The place of that id. @throws RangeError for one that was not offered. */
export function placeBy({ places }: Asked, id: string): AskedPlace {
  const place = places.find((each) => idOfPlace(each) === id);
  if (!place) throw new RangeError(`There is no place ${id}`);
  return place;
}

/** What the body in a place can come to: once the agreement is concluded, nothing that takes an approval back (AP-25). */
export function outcomesIn({ isConcluded }: Pick<BoardFieldsFragment, 'isConcluded'>, place: AskedPlace): Outcome[] {
  return outcomesOf(place).filter((outcome) => !(isConcluded && undoes(place, { outcome })));
}

/** What was recorded last in a place about the text that is put to the parties now, whether it counts or not. */
export function standingIn({ decisions }: Asked, { step, body }: AskedPlace): Asked['decisions'][number] | undefined {
  return decisions.find((decision) => decision.step === step && decision.body.id === body.id && !decision.lapsed);
}

/** What is put right in a place: what was recorded last, or what counts where that has fallen away. */
export function correctedIn(asked: Asked, place: AskedPlace): Asked['decisions'][number] | undefined {
  const last = standingIn(asked, place);
  if (!last?.fellAway) return last;
  return standingIn({ ...asked, decisions: asked.decisions.filter(({ fellAway }) => !fellAway) }, place);
}

/**
 * The place that is meant unless somebody says otherwise: the one of the step that was gone to, or that binds, where
 * there is one; else the first in which nothing stands yet, and the last where something does in all.
 */
export function usualPlace(asked: Asked, step: string | null = null): AskedPlace | undefined {
  const { places } = asked;
  const gone = places.find((place) => place.step === step);
  return gone ?? places.find(binds) ?? places.find((place) => !standingIn(asked, place)) ?? places.at(-1);
}

/** What a place is called among the others: by its body, or by its step where the body takes several. */
export function nameOfPlace({ places }: Asked, { step, name, body }: AskedPlace): string {
  const isOnly = places.every((each) => each.step === step || each.body.id !== body.id);
  if (isOnly) return body.name;
  return places.every((each) => each.body.id === body.id) ? name : `${name} (${body.name})`;
}
