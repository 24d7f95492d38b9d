import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { below, chanceFrom, oneOf, type Chance } from './test-chance';
import { dearUpdates } from './test-dear';
import { lies } from './test-lies';

/** 27 bytes of format 2 on which merging hangs (yjs#687). */
export const HANGS = Uint8Array.of(
  0,
  1,
  0,
  0,
  0,
  0,
  1,
  0,
  1,
  0,
  1,
  2,
  0,
  0,
  22,
  2,
  0,
  0,
  1,
  253,
  255,
  255,
  255,
  255,
  127,
  0,
  0,
);

const ENDLESS = [0xff, 0xff, 0xff, 0xff, 0x7f];

/**
 * What somebody might send who wants to break a text: real traffic, damaged or altered. Endless, and the same for the
 * same seed and updates. For specs only.
 *
 * @param honest updates of format 1; what they build on should be known to the server.
 * @param foreign client ids of other people.
 */
export function* hostileUpdates(
  honest: readonly Uint8Array[],
  seed: number,
  foreign: readonly number[] = [],
): Generator<Uint8Array> {
  const chance = chanceFrom(seed);
  for (;;) {
    const update = oneOf(honest, chance);
    const roll = chance();
    if (roll < 0.45) yield damaged(update, honest, chance);
    else if (roll < 0.97) yield lies(update, honest, foreign, chance);
    else if (roll < 0.998) yield crafted(update, chance);
    else yield* dearUpdates(below(2 ** 31, chance), lettersOf(chance), chance);
  }
}

/** Of a dear paragraph: as a rule some hundred, now and then as many as one update may bring. */
function lettersOf(chance: Chance): number {
  return chance() < 0.1 ? 19_900 : 100 + below(2_000, chance);
}

/** The same as whole messages to a text's socket, among them some that are no update at all. For specs only. */
export function* hostileMessages(
  honest: readonly Uint8Array[],
  seed: number,
  foreign: readonly number[] = [],
): Generator<Uint8Array> {
  const chance = chanceFrom(seed + 1);
  for (const update of hostileUpdates(honest, seed, foreign)) {
    const roll = chance();
    if (roll < 0.05) yield damaged(message(2, update), honest, chance);
    else if (roll < 0.08) yield Uint8Array.from({ length: below(60, chance) }, () => below(256, chance));
    else if (roll < 0.1) yield message(below(9, chance), update);
    else yield message(chance() < 0.2 ? 1 : 2, update);
  }
}

function message(kind: number, update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** Bytes one after another, however many they are. For specs only. */
export function joined(...parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes that went wrong. */
function damaged(update: Uint8Array, honest: readonly Uint8Array[], chance: Chance): Uint8Array {
  const at = below(update.length + 1, chance);
  const other = oneOf(honest, chance);
  switch (below(7, chance)) {
    case 0:
      return update.map((byte, index) => (index === at ? byte ^ (1 << below(8, chance)) : byte));
    case 1:
      return update.map((byte) => (chance() < 3 / update.length ? below(256, chance) : byte));
    case 2:
      return update.slice(0, at);
    case 3:
      return joined(update.subarray(0, at), ENDLESS, update.subarray(at + below(6, chance)));
    case 4:
      return joined(update.subarray(0, at), other.subarray(below(other.length, chance)));
    case 5:
      return joined(update.subarray(0, at), [below(256, chance)], update.subarray(at));
    default:
      return joined(update.subarray(0, at), update.subarray(at + 1));
  }
}

/** What nobody's editor makes. */
function crafted(update: Uint8Array, chance: Chance): Uint8Array {
  switch (below(6, chance)) {
    case 0:
      return HANGS;
    case 1:
      return Y.convertUpdateFormatV1ToV2(update);
    case 2:
      return manyClients(chance() < 0.02 ? 1_000_000 : 200, 10_000);
    case 3:
      return manyClients(below(300, chance));
    case 4:
      return raw([1, 1, below(2 ** 31, chance), 0, 0, 2 ** 31, 0]); // a gap of deleted units
    default:
      return raw([0, 1, 7, 2, 0, 2 ** 31, 0, 2 ** 52]); // deletions that overlap
  }
}

/** An update from so many clients, of which so many are really there. */
function manyClients(claimed: number, there = claimed): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, claimed);
    for (let client = 1; client <= there; client += 1) {
      for (const number of [1, client * 7919, 0, 0, 1]) encoding.writeVarUint(encoder, number);
    }
    encoding.writeVarUint(encoder, 0);
  });
}

function raw(numbers: readonly number[]): Uint8Array {
  return encoding.encode((encoder) => numbers.forEach((number) => encoding.writeVarUint(encoder, number)));
}
