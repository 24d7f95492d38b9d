import { createViewer, type Viewer } from '@enig/access';
import { instantOf, localDateAt, type LocalDate, type Sha256 } from '@enig/kernel';
import { createMessages, type Locale, type Say } from '@enig/messages';
import type { Actor, PersonRow, SignedIn } from '@enig/data';
import type { Question } from '@enig/access';

/**
 * A signed-in person for the length of one request, or of one event of a subscription: who they are, what they may do
 * (`viewer.must(act, subject)` is the first line of every service), their language, and what has been read for them.
 */
export interface AppViewer extends Viewer<PersonRow> {
  readonly session: Sha256;
  readonly today: LocalDate;
  readonly locale: Locale;
  readonly say: Say;
  /** Does the reading once per request. `key` names what is read, as `agreement:<id>`. */
  remember<Value>(key: string, read: () => Promise<Value>): Promise<Value>;
  /** Forgets everything read so far; after a command, so that the answer shows what is now. */
  forget(): void;
  /** Who acts, in the seat that allows it. @throws NotAllowed where none does. */
  actor(...question: Question): Actor;
}

/** The language of the product; English follows when somebody asks for it. */
export const LOCALE: Locale = 'da';

/** What is said to somebody who is not signed in. */
export const say: Say = createMessages(LOCALE);

/** @param now  the server's clock; only the day counts, for which seats are held. */
export function appViewer({ session, person, seats }: SignedIn, now: Date): AppViewer {
  const today = localDateAt(instantOf(now));
  const viewer = createViewer(person, seats, today);
  const known = new Map<string, Promise<unknown>>();
  return {
    ...viewer,
    session,
    today,
    locale: LOCALE,
    say,
    remember: <Value>(key: string, read: () => Promise<Value>) => {
      const value = (known.get(key) as Promise<Value> | undefined) ?? read();
      known.set(key, value);
      return value;
    },
    forget: () => known.clear(),
    actor: (...question) => {
      const { body, kind } = viewer.must(...question);
      return { person: person.id, body, capacity: kind };
    },
  };
}
