import { instantOf, type Instant } from '@enig/kernel';
import type { EntitySchemaColumnOptions, ValueTransformer } from 'typeorm';

/** A moment is a `timestamptz` in the database and an `Instant` here; milliseconds on both sides. */
const asInstant: ValueTransformer = {
  from: (value: Date | null): Instant | null => (value === null ? null : instantOf(value)),
  to: (value: unknown): unknown => (typeof value === 'string' ? new Date(value) : value),
};

/** PostgreSQL's bigint arrives as a string; our sequences stay far below 2^53. */
const asNumber: ValueTransformer = {
  from: (value: string | null): number | null => (value === null ? null : Number(value)),
  to: (value: unknown): unknown => value,
};

type Column = EntitySchemaColumnOptions;

/** A string, as `text`. */
export const text: Column = { type: 'text' };
/** A string or null. */
export const textOrNull: Column = { type: 'text', nullable: true };
/** A UUID. */
export const uuid: Column = { type: 'uuid' };
/** A UUID or null. */
export const uuidOrNull: Column = { type: 'uuid', nullable: true };
/** A day in Copenhagen, as `2026-10-15`. */
export const date: Column = { type: 'date' };
/** A day or null. */
export const dateOrNull: Column = { type: 'date', nullable: true };
/** A moment. */
export const instant: Column = { type: 'timestamptz', transformer: asInstant };
/** A moment or null. */
export const instantOrNull: Column = { type: 'timestamptz', nullable: true, transformer: asInstant };
/** A whole number of 32 bits. */
export const integer: Column = { type: 'integer' };
/** A whole number that may grow beyond 32 bits. */
export const bigint: Column = { type: 'bigint', transformer: asNumber };
/** Bytes. */
export const bytes: Column = { type: 'bytea' };
/** True or false. */
export const flag: Column = { type: 'boolean' };
/** A JSON value. */
export const json: Column = { type: 'jsonb' };

/** The same column as the table's key, or a part of it. */
export function key(column: Column): Column {
  return { ...column, primary: true };
}

/** A key the database gives out in rising order. */
export const serial: Column = { type: 'bigint', primary: true, generated: 'increment', transformer: asNumber };

/** A column the database fills when the row is added and nothing is given. */
export function filled(column: Column): Column {
  return { ...column, default: () => 'DEFAULT' };
}

/** What day it is in Copenhagen, in SQL: a day here is never the day of the server or of the session. */
export const TODAY = `(clock_timestamp() AT TIME ZONE 'Europe/Copenhagen')::date`;
