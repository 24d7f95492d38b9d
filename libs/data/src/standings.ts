import type { Access, Asked } from '@enig/collab';
import type { BodyId } from '@enig/kernel';
import type { Standing } from './text-store';

/** For whom somebody may write in a text, and until when that holds by the clock alone (seconds since 1970). */
interface Known {
  readonly body: BodyId;
  readonly validUntil: number;
}

/** What several entries have been found to be allowed, all under one stamp. */
export interface Allowed {
  readonly stamp: string;
  readonly validUntil: number;
  /** One for each entry, in their order. */
  readonly bodies: readonly BodyId[];
}

/** How many pairs of a sign-in and a text are remembered before all are forgotten. */
const REMEMBERED = 10_000;

/**
 * Who may write where, as this node read it last. Only a guess: it is true as long as the stamp in the database is the
 * one it was read under and the time has not come, and the log asks for both under the lock.
 */
export class Standings {
  private stamp = '';
  private readonly known = new Map<string, Known>();

  /** What is known about all of them; null when anything is not. */
  of(asked: readonly Asked[]): Allowed | null {
    let validUntil = Infinity;
    const bodies: BodyId[] = [];
    for (const each of asked) {
      const known = this.known.get(keyOf(each));
      if (!known) return null;
      validUntil = Math.min(validUntil, known.validUntil);
      bodies.push(known.body);
    }
    return { stamp: this.stamp, validUntil, bodies };
  }

  /** Remembers what was read. Who may not write is asked about every time. */
  remember(standing: Standing, answers: readonly (readonly [Asked, Access])[]): void {
    if (standing.stamp !== this.stamp || this.known.size > REMEMBERED) this.known.clear();
    this.stamp = standing.stamp;
    for (const [asked, access] of answers) {
      if (access.mode !== 'edit' || access.body === null) this.known.delete(keyOf(asked));
      else this.known.set(keyOf(asked), { body: access.body, validUntil: standing.validUntil(asked) });
    }
  }
}

function keyOf({ who, text }: Asked): string {
  return `${who.session} ${who.person} ${text}`;
}
