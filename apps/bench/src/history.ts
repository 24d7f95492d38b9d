import * as Y from 'yjs';
import { below, randomFrom, type Random } from './random';

/** How people have written one text, letter by letter. */
export interface History {
  /** One for each character typed or taken back, in order; with who it was, from 0. */
  readonly edits: readonly { readonly update: Uint8Array; readonly author: number }[];
  /** The Yjs client id of each author. */
  readonly authors: readonly number[];
  /** The document as it stands at the end, as one update. */
  readonly whole: Uint8Array;
}

const AUTHORS = 6;
const FIRST_ID = 2_000_001;
/** Of all stretches; the others type, with a slip now and then. So 3 of 10 edits delete, as in traces of real documents. */
const TAKEN_BACK = 0.27;
const SLIP = 0.03;
/** How many edits somebody makes in one place, and how many places they visit before another takes over. */
const STRETCH = 40;
const TURN = 50;
const LETTERS = 'etanridsolgkmfvhupbåæøjy .,';

/** So many edits of a few people who take turns at many places of one text. The same every time. */
export function writeHistory(length: number): History {
  const random = randomFrom(2);
  const doc = new Y.Doc();
  const edits: { update: Uint8Array; author: number }[] = [];
  let author = 0;
  doc.on('update', (update: Uint8Array) => edits.push({ update, author }));
  for (let stretch = 0; edits.length < length; stretch += 1) {
    author = Math.floor(stretch / TURN) % AUTHORS;
    doc.clientID = FIRST_ID + author;
    write(random, placeIn(random, doc), Math.min(STRETCH, length - edits.length));
  }
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { edits: edits.slice(0, length), authors: Array.from({ length: AUTHORS }, (_, n) => FIRST_ID + n), whole };
}

/** Somewhere in the text; now and then in a paragraph of its own. */
function placeIn(random: Random, doc: Y.Doc): Y.XmlText {
  const root = doc.getXmlFragment('intro');
  const isNew = root.length === 0 || random() < 0.05;
  if (isNew) {
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    paragraph.insert(0, [text]);
    root.insert(below(random, root.length + 1), [paragraph]);
    return text;
  }
  const paragraph = root.get(below(random, root.length));
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('A paragraph holds a text');
  return text;
}

function write(random: Random, text: Y.XmlText, edits: number): void {
  let at = below(random, text.length + 1);
  const isDeleting = random() < TAKEN_BACK;
  for (let edit = 0; edit < edits; edit += 1) {
    if (at > 0 && (isDeleting || random() < SLIP)) text.delete((at -= 1), 1);
    else text.insert(at++, LETTERS[below(random, LETTERS.length)] ?? 'e');
  }
}
