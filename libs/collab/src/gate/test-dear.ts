import * as Y from 'yjs';
import { below, type Chance } from './test-chance';
import { putTogether, type Stretch } from './update';

/** What the first client of a group writes: a paragraph, the words in it, and the letters of those. */
const [PARAGRAPH, WORDS, LETTERS] = [0, 1, 2];

/**
 * Well-formed updates that cost the server more than their length says. All are about one paragraph, which the first of
 * them brings; they come in an order in which somebody could have written them. For specs only.
 *
 * @param client as good as new; those that follow it are used too.
 * @param letters how many there are in the paragraph, each an item of its own.
 */
export function dearUpdates(client: number, letters: number, chance: Chance): Uint8Array[] {
  const first = { client, clock: LETTERS + letters - 1 }; // as it stands: they are written from the last to the first
  const last = { client, clock: LETTERS };
  const scattered = every(client, LETTERS, letters, 2);
  const all = putTogether([], [{ client, from: PARAGRAPH, to: LETTERS + letters }]);
  const resent = Array.from({ length: 1 + below(5, chance) }, () => all);
  return [
    written(paragraphOf(client, letters)),
    written(between(client + 1, last, first, 1)), // the wrong way round: its place must be tried
    written(between(client + 2, first, last, 1)),
    written(between(client + 3, first, last, 60)),
    putTogether([], scattered),
    ...resent,
  ];
}

type Unit = { readonly client: number; readonly clock: number };

function written(items: readonly Y.Item[]): Uint8Array {
  return putTogether(
    items.map((struct) => ({ struct, offset: 0 })),
    [],
  );
}

function paragraphOf(client: number, letters: number): Y.Item[] {
  const id = (clock: number) => Y.createID(client, clock);
  const intro = new Y.Doc().getXmlFragment('intro');
  const paragraph = new Y.ContentType(new Y.XmlElement('paragraph'));
  const words = new Y.ContentType(new Y.XmlText());
  return [
    new Y.Item(id(PARAGRAPH), null, null, null, null, intro, null, paragraph),
    new Y.Item(id(WORDS), null, null, null, null, id(PARAGRAPH), null, words),
    ...Array.from({ length: letters }, (_, index) => {
      const right = index === 0 ? null : id(LETTERS + index - 1);
      const parent = index === 0 ? id(WORDS) : null;
      return new Y.Item(id(LETTERS + index), null, null, null, right, parent, null, new Y.ContentString('x'));
    }),
  ];
}

function between(client: number, left: Unit, right: Unit, count: number): Y.Item[] {
  const [before, after] = [left, right].map((unit) => Y.createID(unit.client, unit.clock));
  return Array.from({ length: count }, (_, clock) => {
    const id = Y.createID(client, clock);
    return new Y.Item(id, null, before ?? null, null, after ?? null, null, null, new Y.ContentString('y'));
  });
}

function every(client: number, from: number, count: number, step: number): Stretch[] {
  return Array.from({ length: Math.floor(count / step) }, (_, index) => {
    const at = from + index * step;
    return { client, from: at, to: at + 1 };
  });
}
