import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { Malformed, reading } from './protocol';

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

/**
 * Takes an update of format 1 apart, to its last byte. Format 2 and random bytes sometimes begin like format 1, and
 * then something is left over.
 *
 * @throws Malformed
 */
export function takeApart(update: Uint8Array): Parts {
  const read = reading(() => {
    let rest: decoding.Decoder | undefined;
    class Reader extends Y.UpdateDecoderV1 {
      constructor(decoder: decoding.Decoder) {
        super(decoder);
        rest = decoder;
      }
    }
    const { structs, ds } = Y.decodeUpdateV2(update, Reader);
    if (rest === undefined || decoding.hasContent(rest)) throw new Malformed('The update goes on after its end');
    return { structs, deletions: stretchesOf(ds) };
  });
  if (!isInOrder(read.structs)) throw new Malformed('The clocks of an update must rise');
  return read;
}

function stretchesOf(ds: ReturnType<typeof Y.createDeleteSet>): Stretch[] {
  return [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
  );
}

function isInOrder(structs: readonly Struct[]): boolean {
  const ends = new Map<number, number>();
  return structs.every(({ id, length }) => {
    const isNext = id.clock >= (ends.get(id.client) ?? 0) && length > 0;
    ends.set(id.client, id.clock + length);
    return isNext && Number.isSafeInteger(id.clock + length);
  });
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

type NotEmpty<Value> = [Value, ...Value[]];

function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => number): Map<number, NotEmpty<Value>> {
  const groups = new Map<number, NotEmpty<Value>>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
