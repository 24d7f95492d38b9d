import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { dearUpdates } from './dear';
import { kinds, syncKinds } from './dialects';
import { below, type Random } from './random';
import { AUTHOR } from './long-text';

/** Makes messages that no client of ours would send. */
export type Forge = () => Uint8Array;

/** How often a row of well-formed updates begins that cost more than their length says, among all messages. */
const DEAR = 0.002;
/** Letters of what such a row is about, each an item of its own: as many as one update may bring. */
const MOST_LETTERS = 19_900;

/** 27 bytes of format 2 that once hung readers of format 1 (yjs#687 has the like). */
const HANGS = Uint8Array.from([
  0, 0, 6, 198, 182, 140, 172, 4, 1, 2, 0, 0, 5, 1, 0, 0, 3, 1, 1, 0, 0, 255, 255, 255, 255, 15, 0,
]);

/** @param honest updates as real clients send them. */
export function forger(honest: readonly Uint8Array[], random: Random): Forge {
  const any = () => honest[below(random, honest.length)] ?? new Uint8Array();
  const forgeries: readonly (() => Uint8Array)[] = [
    () => flipped(any(), random),
    () => flipped(any(), random),
    () => any().slice(0, below(random, any().length)),
    () => spliced(any(), any(), random),
    () => doubled(any(), random),
    () => Y.convertUpdateFormatV1ToV2(any()),
    () => HANGS,
    () => foreign(random),
    () => manyClients(random),
    () => Uint8Array.from({ length: below(random, 200) }, () => below(random, 256)),
  ];
  const dear: Uint8Array[] = [];
  return () => {
    if (random() < DEAR) dear.push(...dearUpdates(below(random, 2 ** 31), below(random, MOST_LETTERS)));
    const next = dear.shift();
    if (next) return framed(syncKinds.update, next);
    const update = forgeries[below(random, forgeries.length)]?.() ?? HANGS;
    return random() < 0.02 ? update : framed(random() < 0.2 ? syncKinds.step2 : syncKinds.update, update);
  };
}

function framed(part: number, update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kinds.sync);
    encoding.writeVarUint(encoder, part);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** A few bytes are others. */
function flipped(update: Uint8Array, random: Random): Uint8Array {
  const bytes = update.slice();
  for (let left = 1 + below(random, 4); left > 0; left -= 1) bytes[below(random, bytes.length)] = below(random, 256);
  return bytes;
}

/** The beginning of one and the end of another. */
function spliced(one: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  return Uint8Array.from([...one.slice(0, below(random, one.length)), ...other.slice(below(random, other.length))]);
}

/** A stretch stands twice. */
function doubled(update: Uint8Array, random: Random): Uint8Array {
  const from = below(random, update.length);
  const to = from + below(random, update.length - from);
  return Uint8Array.from([...update.slice(0, to), ...update.slice(from)]);
}

/** Words in the name of whoever wrote the text, which already has so many of them. */
function foreign(random: Random): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = random() < 0.5 ? AUTHOR : below(random, 2 ** 32);
  doc.getXmlFragment('intro').insert(0, [new Y.XmlElement(random() < 0.5 ? 'paragraph' : 'script')]);
  doc.getText(random() < 0.5 ? 'title' : 'skjult').insert(0, 'ord '.repeat(below(random, 50)));
  return Y.encodeStateAsUpdate(doc);
}

/** Says that very many clients follow, and brings some of them. */
function manyClients(random: Random): Uint8Array {
  const brought = below(random, 400);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, random() < 0.5 ? brought : 1_000_000);
    for (let client = 0; client < brought; client += 1) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 3_000_000 + client);
      encoding.writeVarUint(encoder, 0);
      encoding.writeUint8(encoder, 0); // a gap left by deletion
      encoding.writeVarUint(encoder, 1 + below(random, 1_000_000));
    }
    encoding.writeVarUint(encoder, 0);
  });
}
