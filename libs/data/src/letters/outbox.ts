import type { BodyId, Json, PersonId } from '@enig/kernel';
import type { LetterFacts, LetterKind } from '@enig/messages';
import type { EntityManager } from 'typeorm';

/** A letter to one person. da: brev */
export type NewLetter = {
  readonly [Kind in LetterKind]: {
    /** Names it for ever, as `reminder:<round>:<body>:<person>:7`: with the same key it is not sent again. */
    readonly key: string;
    readonly kind: Kind;
    readonly to: PersonId;
    /** The body whose matter it is about: who holds no seat in it when it leaves does not get it. Null for one's own. */
    readonly body: BodyId | null;
    /** The page its personal link leads to, as `/aftaler/…`. */
    readonly path: string;
    /** What its words need, and nothing confidential: it is kept, and it leaves the house. */
    readonly facts: LetterFacts[Kind];
  };
}[LetterKind];

/** What stands in a letter's row and is not known by its kind any more. */
export interface LetterRow {
  readonly key: string;
  readonly kind: LetterKind;
  readonly path: string;
  readonly facts: Readonly<Record<string, Json>>;
}

/**
 * Puts letters into the outbox, inside the caller's transaction: nothing leaves of what is rolled back (OP-1). A worker
 * sends them after the commit. A key that is there already is left as it is.
 *
 * @throws RangeError for a path that does not lead to a page of ours (AC-20).
 */
export async function sendLetters(manager: EntityManager, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length === 0) return;
  const rows = letters.map(({ key, kind, to, body, path, facts }) => ({
    ...{ key, kind, person: to, body, facts },
    path: pathInside(path),
  }));
  await manager.query(
    `INSERT INTO letter (key, kind, person, body, path, facts)
     SELECT key, kind, person, body, path, facts
     FROM jsonb_to_recordset($1::jsonb) AS given (key text, kind text, person uuid, body text, path text, facts jsonb)
     ON CONFLICT (key) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/**
 * A path that can only lead to a page of ours: what a browser could read as the address of another place is refused.
 *
 * @throws RangeError otherwise.
 */
export function pathInside(path: string): string {
  if (!isInside(path)) throw new RangeError('A letter leads to a page of this installation');
  return path;
}

/** Whether a path can only lead to a page of ours (AC-20). */
export function isInside(path: string): boolean {
  return /^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(path) && path.length <= 1_000;
}
