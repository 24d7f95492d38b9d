import { randomBytes } from 'node:crypto';
import type { SeatKind } from '@enig/access';
import {
  canonicalHash,
  instantOf,
  type AgreementId,
  type BodyId,
  type Instant,
  type Json,
  type PersonId,
  type Sha256,
} from '@enig/kernel';
import { EntitySchema, type EntityManager } from 'typeorm';
import { instant, integer, json, serial, text, textOrNull, uuid } from './columns';

/** One line of an agreement's log. Lines are only added; each carries the hash of the one before it. */
export interface ActRow {
  id: number;
  agreement: AgreementId;
  number: number;
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
  kind: string;
  facts: { readonly [name: string]: Json };
  /** Hides what the act says in its hash; null for what was logged before acts had one. */
  salt: string | null;
  previous: Sha256 | null;
  hash: Sha256;
}

export const ActSchema = new EntitySchema<ActRow>({
  name: 'Act',
  tableName: 'act',
  columns: {
    id: serial,
    agreement: uuid,
    number: integer,
    at: instant,
    person: uuid,
    body: text,
    capacity: text,
    kind: text,
    facts: json,
    salt: textOrNull,
    previous: textOrNull,
    hash: text,
  },
});

/** Who acts, for which body, and by which of their seats (a seat's kind): every act names all three. */
export interface Actor {
  readonly person: PersonId;
  readonly body: BodyId;
  readonly capacity: SeatKind;
}

/** What a row says of who did what it is about, when, and for whom. */
export interface DoneRow {
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

/** The columns of a {@link DoneRow}. */
export const doneColumns = { at: instant, person: uuid, body: text, capacity: text };

/** An act as it is handed in; number, moment and hashes are given here. */
export interface NewAct extends Actor {
  readonly agreement: AgreementId;
  /** What was done, as `freezeForHearing`; its sentence is `act.<kind>` in the messages. */
  readonly kind: string;
  /** What one needs to understand and check it: ids, hashes, dates. Never the content of a confidential draft. */
  readonly facts: { readonly [name: string]: Json };
  /** When; the database's clock where it is left out. */
  readonly at?: Instant;
}

/** What time it is for what is recorded: the database's clock, but for a demo that is given a past. */
export type Clock = (manager: EntityManager) => Promise<Instant>;

/**
 * What stands for everything an act says besides its kind and moment: who withholds that shows this, and nobody can guess
 * what it was made of, for the salt is withheld too. Null for an act without a salt.
 */
export function hiddenHash({ person, body, capacity, facts, salt }: Omit<ActRow, 'id' | 'hash'>): Sha256 | null {
  return salt === null ? null : canonicalHash({ salt, person, body, capacity, facts });
}

/**
 * The hash of an act: over the canonical bytes of its place, its moment, its kind, the hash of the act before it, and what
 * stands for the rest ({@link hiddenHash}). Without a salt it is over everything it says, as acts were hashed before.
 */
export function actHash(act: Omit<ActRow, 'id' | 'hash'>): Sha256 {
  const { agreement, number, at, person, body, capacity, kind, facts, previous } = act;
  const said = hiddenHash(act);
  return said === null
    ? canonicalHash({ agreement, number, at, person, body, capacity, kind, facts, previous })
    : canonicalHash({ agreement, number, at, kind, said, previous });
}

/**
 * Adds an act to its agreement's hash chain, inside the caller's transaction (LO-1). Locks the agreement's row, so two
 * acts cannot take the same place.
 *
 * @returns the hash that now ends the chain.
 */
export async function appendAct(manager: EntityManager, act: NewAct): Promise<Sha256> {
  const now = await lockAgreement(manager, act.agreement);
  return appendUnderLock(manager, { ...act, at: act.at ?? now });
}

/** The same for a caller who holds the lock on the agreement's row. */
export async function appendUnderLock(manager: EntityManager, act: NewAct & { readonly at: Instant }): Promise<Sha256> {
  const last = await manager.findOne(ActSchema, { where: { agreement: act.agreement }, order: { number: 'DESC' } });
  const { agreement, person, body, capacity, kind, facts, at } = act;
  const line = { agreement, person, body, capacity, kind, facts, at };
  const salt = randomBytes(16).toString('hex');
  const row = { ...line, salt, number: (last?.number ?? 0) + 1, previous: last?.hash ?? null };
  const hash = actHash(row);
  await manager.query(
    `INSERT INTO act (agreement, number, at, person, body, capacity, kind, facts, salt, previous, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [agreement, row.number, at, person, body, capacity, kind, JSON.stringify(facts), salt, row.previous, hash],
  );
  return hash;
}

/** Locks an agreement's row until the transaction ends. @returns the database's clock, read under the lock. */
export async function lockAgreement(manager: EntityManager, agreement: AgreementId): Promise<Instant> {
  await manager.query('SELECT id FROM agreement WHERE id = $1 FOR UPDATE', [agreement]);
  return databaseNow(manager);
}

/** The database's clock, to the millisecond. */
export async function databaseNow(manager: EntityManager): Promise<Instant> {
  const [row] = await manager.query<{ now: Date }[]>(`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`);
  if (!row) throw new Error('The database has no clock');
  return instantOf(row.now);
}
