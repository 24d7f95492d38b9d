import type { BoardFieldsFragment } from '../generated/graphql';

type Row = BoardFieldsFragment['rows'][number];
type Shared = BoardFieldsFragment['shared'][number];

/** Who is asked to decide: a party, by any of its bodies, or a body that belongs to none and is asked once for all. */
export interface Asked {
  readonly id: string;
  readonly name: string;
  /** Null for a body that belongs to none. */
  readonly party: Row['party'] | null;
  /** The bodies whose decision can be recorded. */
  readonly bodies: Row['recordBodies'];
  /** What the board knows they have decided. */
  readonly decisions: readonly NonNullable<Row['decision']>[];
  readonly mayRecord: boolean;
}

/** Whoever goes by this id on the board: a party's or a body's. */
export function askedOf(board: Pick<BoardFieldsFragment, 'rows' | 'shared'>, id: string): Asked | undefined {
  const row = board.rows.find(({ party }) => party.id === id);
  if (row) return ofParty(row);
  const shared = board.shared.find(({ body }) => body.id === id);
  return shared && ofBody(shared);
}

function ofParty({ party, recordBodies, cells, toConfirm, decision, mayRecord }: Row): Asked {
  const decisions = [...cells.map((cell) => cell.decision), toConfirm, decision].filter((each) => each !== null);
  return { id: party.id, name: party.name, party, bodies: recordBodies, decisions, mayRecord };
}

function ofBody({ body, decision, mayRecord }: Shared): Asked {
  const decisions = decision ? [decision] : [];
  return { id: body.id, name: body.name, party: null, bodies: [body], decisions, mayRecord };
}

/** Whether the body binds its party: any other only recommends. */
export function binds({ bodies }: Asked, id: string): boolean {
  const kind = bodies.find((body) => body.id === id)?.kind;
  return kind === 'municipalCouncil' || kind === 'regionalCouncil';
}

/** The body that is meant unless somebody says otherwise: the one that binds, where there is one. */
export function usualBody(asked: Asked): string {
  const council = asked.bodies.find(({ id }) => binds(asked, id));
  return (council ?? asked.bodies[0])?.id ?? '';
}
