import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { Malformed, reading } from '../protocol';

/** What an update adds: items, and gaps left by deletion. `Skip` marks a stretch that is not in it. */
export type Struct = Y.Item | Y.GC | Y.Skip;

/** A stretch of one client's clock: `from` belongs to it, `to` does not. */
export interface Stretch {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** An update taken apart. */
export interface Parts {
  /** By client, and within a client by rising clock. */
  readonly structs: readonly Struct[];
  readonly deletions: readonly Stretch[];
}

/** An update of more parts than anybody wants to read. */
export class TooMuch extends Malformed {}

/** How much of an update is read. */
export interface Measure {
  /** How many structs it may have of a client from a clock on. */
  readonly structs: (client: number, clock: number) => number;
  /** How many structs more it may have in all. */
  readonly more: number;
  /** How many stretches of deleted units. */
  readonly deletions: number;
}

const UNLIMITED: Measure = { structs: () => 0, more: Infinity, deletions: Infinity };

/**
 * Takes an update of format 1 apart, to its last byte. Format 2 and random bytes sometimes begin like format 1, and
 * then something is left over.
 *
 * @throws Malformed
 * @throws TooMuch when there is more in it than the measure allows; it is not read beyond that.
 */
export function takeApart(update: Uint8Array, measure = UNLIMITED): Parts {
  const read = reading(() => {
    let rest: decoding.Decoder | undefined;
    class Reader extends Measuring {
      constructor(decoder: decoding.Decoder) {
        super(decoder, measure);
        rest = decoder;
      }
    }
    const { structs, ds } = Y.decodeUpdateV2(update, Reader);
    if (rest === undefined || decoding.hasContent(rest)) throw new Malformed('The update goes on after its end');
    return { structs, deletions: stretchesOf(ds) };
  });
  if (!isInOrder(read.structs, clientsIn(update))) throw new Malformed('The clocks of an update must rise');
  if (!areStretches(read.deletions)) throw new Malformed('The deletions of an update must rise');
  return read;
}

/** A struct is read in so many words at most: what it stands in and under, and what it says. */
const WORDS = 3;

/** Counts what it reads. Whatever there can be many of begins with one of these. */
class Measuring extends Y.UpdateDecoderV1 {
  private structs: number;
  private words: number;
  private deletions: number;

  constructor(
    decoder: decoding.Decoder,
    private readonly measure: Measure,
  ) {
    super(decoder);
    this.structs = measure.more;
    this.words = WORDS * measure.more;
    this.deletions = measure.deletions;
  }

  /** Begins the structs of a client; the clock they begin at comes next. */
  override readClient(): number {
    const client = super.readClient();
    const { pos } = this.restDecoder;
    const more = this.measure.structs(client, decoding.readVarUint(this.restDecoder));
    this.structs += more;
    this.words += WORDS * more;
    this.restDecoder.pos = pos;
    return client;
  }

  override readInfo(): number {
    this.structs -= 1;
    if (this.structs < 0) throw new TooMuch('The update has too many structs');
    return super.readInfo();
  }

  override readString(): string {
    this.word();
    return super.readString();
  }

  override readAny(): unknown {
    this.word();
    return super.readAny();
  }

  override readDsClock(): number {
    this.deletions -= 1;
    if (this.deletions < 0) throw new TooMuch('The update deletes too many stretches');
    return super.readDsClock();
  }

  private word(): void {
    this.words -= 1;
    if (this.words < 0) throw new TooMuch('The update says too much');
  }
}

/** Stretches that overlap would each be walked through again, here and by everybody else. */
function areStretches(stretches: readonly Stretch[]): boolean {
  const ends = new Map<number, number>();
  return stretches.every(({ client, from, to }) => {
    const isNext = from >= (ends.get(client) ?? 0) && from < to && Number.isSafeInteger(to);
    ends.set(client, to);
    return isNext;
  });
}

/**
 * How many clients an update says it has words of, without reading on.
 *
 * @throws Malformed
 */
export function clientsIn(update: Uint8Array): number {
  return reading(() => decoding.readVarUint(decoding.createDecoder(update)));
}

function stretchesOf(ds: ReturnType<typeof Y.createDeleteSet>): Stretch[] {
  return [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
  );
}

/**
 * Whether each client stands in it once, with rising clocks. Yjs forgets the first of two groups of one client, and all
 * of a group where the second is empty.
 */
function isInOrder(structs: readonly Struct[], groups: number): boolean {
  const seen = new Set<number>();
  let [client, end]: [number | null, number] = [null, 0];
  for (const { id, length } of structs) {
    if (id.client !== client) {
      if (seen.has(id.client)) return false;
      client = id.client;
      seen.add(client);
      end = 0;
    }
    if (id.clock < end || length <= 0) return false;
    end = id.clock + length;
    if (!Number.isSafeInteger(end)) return false;
  }
  return seen.size === groups;
}

/** A struct of which the first `offset` units are known already. */
export interface Piece {
  readonly struct: Struct;
  readonly offset: number;
}

/** Puts an update of format 1 together again. Pieces of one client must stand together and rise without holes. */
export function putTogether(pieces: readonly Piece[], deletions: readonly Stretch[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const byClient = grouped(pieces, ({ struct }) => struct.id.client);
  encoding.writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, [first, ...others]] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, others.length + 1);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, first.struct.id.clock + first.offset);
    first.struct.write(encoder, first.offset);
    for (const { struct, offset } of others) struct.write(encoder, offset);
  }
  writeDeletions(encoder, deletions);
  return encoder.toUint8Array();
}

function writeDeletions(encoder: Y.UpdateEncoderV1, deletions: readonly Stretch[]): void {
  const byClient = grouped(deletions, ({ client }) => client);
  encoding.writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, stretches] of byClient) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, stretches.length);
    for (const { from, to } of stretches) {
      encoder.writeDsClock(from);
      encoder.writeDsLen(to - from);
    }
  }
}

/** How many units of clock the stretches have together. */
export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + (to - from), 0);
}

type NotEmpty<Value> = [Value, ...Value[]];

/** Values by a number of theirs, in the order they came. */
export function grouped<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => number,
): Map<number, NotEmpty<Value>> {
  const groups = new Map<number, NotEmpty<Value>>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
