import { brandId, type PersonId } from '@enig/kernel';
import { emptyJson, seedUpdate } from '@enig/text';
import * as Y from 'yjs';
import { Gate } from './gate';

const anna = brandId<PersonId>('anna');

const paragraph = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const lines = (count: number) => Array.from({ length: count }, (_, index) => `Linje ${index} om børn og unge`);

/** A server of one text, which takes what the gate passes, and a page of it. */
class Scene {
  readonly server = new Y.Doc();
  readonly page = new Y.Doc();
  private readonly gate = new Gate('focus-area');

  constructor(words: readonly string[]) {
    const intro = { type: 'doc' as const, content: words.map(paragraph) };
    for (const doc of [this.server, this.page])
      Y.applyUpdate(doc, seedUpdate({ ...emptyJson('focus-area'), intro }, 1));
  }

  get intro(): Y.XmlFragment {
    return this.page.getXmlFragment('intro');
  }

  /** Whether doing it takes away most of the text. */
  deletesMost(act: () => void): boolean {
    const before = Y.encodeStateVector(this.page);
    this.page.transact(act);
    return this.takes(Y.encodeStateAsUpdate(this.page, before));
  }

  takes(update: Uint8Array): boolean {
    const judged = this.gate.judge(update, { doc: this.server, waiting: new Map(), owners: new Map() }, anna);
    if (judged.kind !== 'new') throw new Error(JSON.stringify(judged));
    Y.applyUpdate(this.server, judged.update);
    return judged.deletesMost;
  }

  fill(words: string): Y.XmlElement {
    const made = new Y.XmlElement('paragraph');
    made.insert(0, [new Y.XmlText(words)]);
    return made;
  }
}

describe('CO-22 an update that takes away most of a text is told from others', () => {
  it('more than half of it', () => {
    const scene = new Scene(lines(40));
    expect(scene.deletesMost(() => scene.intro.delete(0, 19))).toBe(false);
    expect(scene.deletesMost(() => scene.intro.delete(0, 12))).toBe(true);
  });

  it('what was deleted before does not count, nor what has come since', () => {
    const scene = new Scene(lines(40));
    expect(scene.deletesMost(() => scene.intro.delete(0, 19))).toBe(false);
    expect(
      scene.deletesMost(() =>
        scene.intro.insert(
          0,
          lines(30).map((line) => scene.fill(line)),
        ),
      ),
    ).toBe(false);
    expect(scene.deletesMost(() => scene.intro.delete(0, 24))).toBe(false);
    expect(scene.deletesMost(() => scene.intro.delete(0, 15))).toBe(true);
  });

  it('a short text may be emptied', () => {
    const scene = new Scene(lines(12));
    expect(scene.deletesMost(() => scene.intro.delete(0, 12))).toBe(false);
  });

  it('something else pasted over everything is one', () => {
    const scene = new Scene(lines(40));
    const pasted = scene.fill('Noget ganske andet, skrevet af en anden til et andet formål. '.repeat(20));
    expect(scene.deletesMost(() => (scene.intro.delete(0, 40), scene.intro.insert(0, [pasted])))).toBe(true);
  });

  it('the same words in another form are none', () => {
    const scene = new Scene(lines(40));
    const list = new Y.XmlElement('bulletList');
    const items = lines(40).map((line) => {
      const item = new Y.XmlElement('listItem');
      item.insert(0, [scene.fill(line)]);
      return item;
    });
    list.insert(0, items);
    expect(scene.deletesMost(() => (scene.intro.delete(0, 40), scene.intro.insert(0, [list])))).toBe(false);
  });

  it('whoever names only the types, and not the words in them, is found too', () => {
    const scene = new Scene(lines(40));
    const clocks = scene.intro.toArray().map((child) => child._item?.id.clock ?? 0);
    const encoder = new Y.UpdateEncoderV1();
    for (const number of [0, 1, 1, clocks.length, ...clocks.flatMap((clock) => [clock, 1])]) encoder.writeLen(number);
    expect(scene.takes(encoder.toUint8Array())).toBe(true);
    expect(scene.server.getXmlFragment('intro').length).toBe(0);
  });
});
