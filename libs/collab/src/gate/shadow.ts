import * as Y from 'yjs';
import { Deletions } from './deletions';
import { structsWithin } from './gate-horizon';
import { firstIn } from './gate-spots';
import { sequenceOf } from './order';
import { sameStructs } from './same-structs';
import { Ground, type Trial } from './shadow-ground';
import { grouped, takeApart, type Piece, type Struct } from './update';

/** Most letters that are put together to see their order; a long paragraph has 5,000. */
const MOST_TRIED = 20_000;

/**
 * Most items that are put together for that, which costs some hundredths of a millisecond each; a few bytes can ask for
 * it. Where people had 600 frames behind them, 200 items stood in what Yjs had torn.
 */
export const MOST_TOGETHER = 1_500;

/** Most structs that are applied to see what becomes of them, and when they are read twice to see their order. */
export const MOST_APPLIED = 10_000;
const MOST_APPLIED_TWICE = 5_000;

/** Most types in which things are put together to see their order. There is one for each paragraph that Yjs tears. */
const MOST_TYPES = 1_000;

/**
 * Whether an update says the same when it is applied and read back (CO-21). It is applied to a shadow of the document
 * that holds just what the update stands on, so that the cost is that of the update and not of the text. Nothing may
 * be left pending, and what it deletes must be deleted.
 */
export function holdsUp(trial: Trial): boolean {
  if (isTooMuch(trial)) return false;
  const shadow = new Y.Doc({ gc: false, guid: 'shadow' });
  try {
    Y.applyUpdate(shadow, new Ground(trial, shadow).update());
    const before = Y.encodeStateVector(shadow);
    Y.applyUpdate(shadow, trial.update);
    if (shadow.store.pendingStructs || shadow.store.pendingDs) return false;
    return saysTheSame(trial, shadow, before) && areDeleted(trial, shadow) && areInOrder(trial, shadow);
  } catch {
    return false; // Yjs throws whatever it stumbles over
  } finally {
    shadow.destroy();
  }
}

function isTooMuch(trial: Trial): boolean {
  const { unsure, inOrder } = trial.walk;
  if (unsure.size === 0) return inOrder.length > MOST_APPLIED;
  return unsure.size > MOST_TYPES || inOrder.length > MOST_APPLIED_TWICE || isTooMuchTogether(trial);
}

function saysTheSame({ walk }: Trial, shadow: Y.Doc, before: Uint8Array): boolean {
  const read = grouped(takeApart(Y.encodeStateAsUpdate(shadow, before)).structs, ({ id }) => id.client);
  return [...walk.standings].every(([client, said]) => {
    const heard = (read.get(client) ?? []).map((struct): Piece => ({ struct, offset: 0 }));
    const isWhole = endOf(heard.at(-1)?.struct) === endOf(said.at(-1)?.struct);
    const kept = said.filter(({ site }) => site.spot !== null);
    return isWhole && sameStructs(heard, kept);
  });
}

function areDeleted({ deletions }: Trial, shadow: Y.Doc): boolean {
  return deletions.every((stretch) => [...structsWithin(shadow, stretch)].every(({ deleted }) => deleted));
}

/** Counts no further than it must. */
function isTooMuchTogether({ doc, walk, flight }: Trial): boolean {
  let [items, letters] = [0, 0];
  const isTooMuchWith = ({ length }: { readonly length: number }) => {
    items += 1;
    letters += length;
    return items > MOST_TOGETHER || letters > MOST_TRIED;
  };
  for (const spot of walk.unsure.values()) {
    for (let item = firstIn(doc, { spot }); item !== null; item = item.right) if (isTooMuchWith(item)) return true;
    if (flight.in(spot).some(({ struct }) => isTooMuchWith(struct))) return true;
  }
  return walk.inOrder.some(({ struct, site }) => site.spot && walk.unsure.has(site.spot.key) && isTooMuchWith(struct));
}

/** Read in one go, what comes in must stand where it came to stand; what is deleted may stand anywhere. */
function areInOrder(trial: Trial, shadow: Y.Doc): boolean {
  if (trial.walk.unsure.size === 0) return true;
  const again = new Y.Doc({ gc: false, guid: 'again' });
  Y.applyUpdate(again, Y.encodeStateAsUpdate(shadow));
  const deletions = new Deletions(trial.deletions);
  const isSeen = (id: Y.ID) => !deletions.has(id) && !trial.walk.isDeleted(id);
  return [...trial.walk.unsure.values()].every((spot) => {
    const [one, other] = [shadow, again].map((doc) => sequenceOf(firstIn(doc, { spot }), isSeen));
    return one === other;
  });
}

function endOf(struct: Struct | undefined): number {
  return struct ? struct.id.clock + struct.length : 0;
}
