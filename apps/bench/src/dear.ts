import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** What the first client of a row writes before its letters: a paragraph, and what holds the words in it. */
const LETTERS = 2;
/** A string that stands behind one unit and before another. */
const STRING_BETWEEN = 4 | 0x80 | 0x40;

/**
 * Well-formed updates that cost a server more than their length says. All are about one paragraph, which the first of
 * them brings.
 *
 * @param client as good as new; those that follow it are used too.
 * @param letters how many there are in the paragraph, each an item of its own.
 */
export function dearUpdates(client: number, letters: number): Uint8Array[] {
  const [first, last] = [LETTERS + letters - 1, LETTERS]; // as they stand: written from the last to the first
  const scattered = Array.from({ length: Math.floor(letters / 2) }, (_, index) => [LETTERS + 2 * index, 1] as const);
  const all = deletion(client, [[0, LETTERS + letters]]);
  return [
    paragraph(client, letters),
    between(client + 1, 1, [client, last, client, first]), // the wrong way round: its place must be tried
    between(client + 2, 1, [client, first, client, last]),
    between(client + 3, 60, [client, first, client, last]),
    deletion(client, scattered),
    ...[all, all, all],
  ];
}

function paragraph(client: number, letters: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const [made, words] = [new Y.XmlElement('paragraph'), new Y.XmlText()];
  made.insert(0, [words]);
  doc.transact(() => {
    doc.getXmlFragment('intro').insert(0, [made]);
    for (let letter = 0; letter < letters; letter += 1) words.insert(0, 'x');
  });
  return Y.encodeStateAsUpdate(doc);
}

/** So many letters of a client behind one unit and before another. */
function between(client: number, count: number, ends: readonly number[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, count, client, 0]) encoding.writeVarUint(encoder, number);
    for (let letter = 0; letter < count; letter += 1) {
      encoding.writeUint8(encoder, STRING_BETWEEN);
      for (const number of ends) encoding.writeVarUint(encoder, number);
      encoding.writeVarString(encoder, 'y');
    }
    encoding.writeVarUint(encoder, 0);
  });
}

function deletion(client: number, stretches: readonly (readonly [clock: number, length: number])[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [0, 1, client, stretches.length, ...stretches.flat()]) encoding.writeVarUint(encoder, number);
  });
}
