import type { LetterDue, LetterStore, Made } from '@enig/data';
import { writeLetter } from '@enig/messages';
import type { Log } from '../core/log';
import { LOCALE } from '../core/viewer';
import type { Work } from '../jobs/work';
import { NotCarried, type Carrier, type Mail } from './carrier';

/** What sending letters needs. */
export interface SendingGround {
  readonly store: LetterStore;
  readonly carrier: Carrier;
  readonly work: Work;
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string;
  /** Whom to call or write to; null where nobody has said. */
  readonly contact: string | null;
  readonly log: Log;
}

/** In ms; in all well below the pause after which a letter is taken anew. */
const ENCLOSED_WITHIN = 60_000;
/** From this attempt on a letter goes without what could not be made for it. */
const GOES_WITHOUT = 2;

/**
 * Writes the letter that has waited longest and hands it over (OP-2). It is noted as sent afterwards, so one that was
 * handed over by somebody who died is handed over again: at least once, with the same message id.
 *
 * @param encloses whether it is one with something enclosed, which takes its time to make, or one of all others.
 * @returns whether there was one.
 */
export async function sendNext(ground: SendingGround, encloses = false): Promise<boolean> {
  const { store, carrier, work, log } = ground;
  const letter = await store.take({ kinds: work.enclosed.kinds, isOthers: !encloses });
  if (!letter) return false;
  const { key, kind, attempt } = letter;
  try {
    const enclosed = await enclosedIn(ground, letter);
    if (encloses && !(await store.keepOn(key, attempt))) return true;
    await carrier.carry(written(ground, letter, enclosed));
  } catch (error) {
    const { trouble, isForGood } = error instanceof NotCarried ? error : { trouble: 'unwritten', isForGood: false };
    const isGivenUp = await store.notSent(key, trouble, isForGood);
    log.error(isGivenUp ? 'letter.givenUp' : 'letter.notSent', error, { letter: kind, attempt, trouble });
    return true;
  }
  await store.sent(key);
  return true;
}

/**
 * What is enclosed in a letter. What could not be made is tried once more; then the letter goes without: what it says
 * matters more.
 *
 * @returns null where something should be enclosed and is not.
 * @throws what the making did, or that it took too long, at the first attempt.
 */
async function enclosedIn({ work, log }: SendingGround, letter: LetterDue): Promise<readonly Made[] | null> {
  const { kind, attempt } = letter;
  const enclose = work.enclosed.of(kind);
  if (!enclose) return [];
  try {
    return [await within(ENCLOSED_WITHIN, enclose(letter))];
  } catch (error) {
    if (attempt < GOES_WITHOUT) throw error;
    log.error('letter.goesWithout', error, { letter: kind, attempt });
    return null;
  }
}

/** @throws Error when it takes longer, in ms. It goes on, and whoever asks for it again may find it made. */
async function within<Value>(longest: number, making: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('What is enclosed takes too long to make')), longest);
  });
  try {
    return await Promise.race([making, over]);
  } finally {
    clearTimeout(timer);
  }
}

function written({ publicUrl, contact }: SendingGround, letter: LetterDue, enclosed: readonly Made[] | null): Mail {
  const { kind, facts, name, token } = letter;
  const to = { name, link: `${publicUrl}/log-ind/link/${token}`, contact, lacksPdf: enclosed === null };
  return { ...writeLetter(LOCALE, kind, facts, to), letter, enclosed: enclosed ?? [] };
}
