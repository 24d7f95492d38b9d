import { brandId, instantFromMillis, type BodyId, type ItemId, type PersonId } from '@enig/kernel';
import { addItem, emptyJson, seedUpdate, type TextKind } from '@enig/text';
import * as Y from 'yjs';
import { Attribution, type AttributedUpdate, type SlotAttribution } from './attribution';

/** For whom everybody writes. */
export const BODY = brandId<BodyId>('administration:0253');
/** Who sits at a table. */
export const people = ['anna', 'bo', 'cecilie'].map((name) => brandId<PersonId>(name));

/** For specs only: people who write a text together, each in a document of their own, and the log their updates make. */
export class Table {
  readonly rows: AttributedUpdate[] = [];
  readonly desks: readonly Desk[];
  private minute = 0;

  constructor(readonly kind: TextKind = 'chapter') {
    this.commit(seedUpdate(emptyJson(kind), 1), people[0] ?? null);
    this.desks = people.map((person) => new Desk(this, person));
  }

  commit(update: Uint8Array, person: PersonId | null): void {
    this.minute += 60_000;
    this.rows.push({ update, person, body: BODY, at: instantFromMillis(this.minute) });
  }

  report(page = 7): SlotAttribution[] {
    const attribution = new Attribution(this.kind);
    for (let start = 0; start < this.rows.length; start += page) attribution.read(this.rows.slice(start, start + page));
    return attribution.report();
  }

  /** What each character is attributed to, as `Hej` → `[['Hej', 'anna']]`, blocks joined. */
  said(slot: string): [string, PersonId | null][] {
    const found = this.report().find(({ path }) => path.join('/') === slot);
    return (found?.runs ?? []).map(({ text, person }) => [text, person]);
  }
}

/** One person's document. What they write is committed at once; what others wrote comes when they look. */
export class Desk {
  readonly doc = new Y.Doc();
  private seen = 0;

  constructor(
    private readonly table: Table,
    readonly person: PersonId,
  ) {
    this.look();
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'others') table.commit(update, person);
    });
  }

  look(): this {
    for (const { update } of this.table.rows.slice(this.seen)) Y.applyUpdate(this.doc, update, 'others');
    this.seen = this.table.rows.length;
    return this;
  }

  get body(): Y.XmlFragment {
    return this.doc.getXmlFragment('body');
  }

  paragraph(words: string): void {
    paragraphIn(this.body, words);
  }

  texts(): Y.XmlText[] {
    return textsUnder(this.body);
  }
}

/**
 * The game of the property: it keeps by itself who has written each sign. A sign stands twice, and may then be of two
 * people, where one has brought back what another, who had not seen it deleted, took along with Enter.
 */
export class Game {
  readonly table = new Table('focus-area');
  private readonly authors = new Map<string, readonly PersonId[]>();
  private readonly undos: readonly Y.UndoManager[];
  private next = 0x4e00;
  private items = 0;

  constructor() {
    this.undos = this.table.desks.map(({ doc }) => {
      return new Y.UndoManager([doc.getXmlFragment('intro'), doc.getText('title')], { captureTimeout: 0 });
    });
    for (const { doc, person } of this.table.desks) {
      doc.getXmlFragment('intro').observeDeep((_, { origin, local }) => {
        if (local && origin instanceof Y.UndoManager) this.reclaim(doc, person);
      });
      doc.getText('title').observe((_, { origin, local }) => {
        if (local && origin instanceof Y.UndoManager) this.reclaim(doc, person);
      });
    }
  }

  /** What stood on each desk before an undo. */
  private before = new Map<PersonId, string>();

  /** Who undoes a deletion has put the words there anew; they are theirs alone where nobody had them any more. */
  private reclaim(doc: Y.Doc, person: PersonId): void {
    const stood = [...this.before.values()].join('');
    for (const sign of wordsOf(doc)) {
      if (count(wordsOf(doc), sign) <= count(this.before.get(person) ?? '', sign)) continue;
      this.authors.set(sign, stood.includes(sign) ? [...(this.authors.get(sign) ?? []), person] : [person]);
    }
  }

  private signs(person: PersonId, length: number): string {
    const signs = Array.from({ length }, () => String.fromCharCode((this.next += 1)));
    for (const sign of signs) this.authors.set(sign, [person]);
    return signs.join('');
  }

  /** Whether a sign that stands may be a person's. */
  isOf(sign: string, person: PersonId | null): boolean {
    return person !== null && (this.authors.get(sign) ?? []).includes(person);
  }

  play(who: number, what: string, where: number, length: number): void {
    const desk = this.table.desks[who];
    if (!desk) return;
    const { doc, person } = desk;
    const prose = textsUnder(doc.getXmlFragment('intro'));
    const texts = [doc.getText('title'), ...prose];
    const text = texts[where % texts.length] ?? doc.getText('title');
    const at = where % (text.length + 1);
    const most = Math.min(length, text.length - at);
    if (what === 'type') text.insert(at, this.signs(person, length));
    if (what === 'delete' && most > 0) text.delete(at, most);
    if (what === 'bold' && most > 0 && text instanceof Y.XmlText)
      text.format(at, most, { bold: where % 2 ? {} : null });
    if (what === 'enter' && text instanceof Y.XmlText) enter(doc.getXmlFragment('intro'), text, at);
    if (what === 'look') desk.look();
    if (what === 'item')
      addItem(doc, 'themes', { id: brandId<ItemId>(`t${(this.items += 1)}`), title: this.signs(person, length) });
    if (what === 'paragraph') paragraphIn(doc.getXmlFragment('intro'), this.signs(person, length));
    if (what === 'undo') {
      this.before = new Map(this.table.desks.map((each) => [each.person, wordsOf(each.doc)]));
      this.undos[who]?.undo();
    }
  }

  /** What stands when everything has come to everybody. */
  words(): string {
    const doc = new Y.Doc();
    for (const { update } of this.table.rows) Y.applyUpdate(doc, update);
    return this.table
      .report()
      .flatMap(({ path: [root, id, field] }) => {
        if (root === 'title') return [doc.getText(root).toString()];
        if (root === 'intro') return textsUnder(doc.getXmlFragment(root)).map(plain);
        const entry: unknown = doc.getMap(root).get(id ?? '');
        const found: unknown = entry instanceof Y.Map ? entry.get(field ?? '') : null;
        return found instanceof Y.Text ? [found.toString()] : [];
      })
      .join('');
  }
}

function wordsOf(doc: Y.Doc): string {
  return [doc.getText('title').toString(), ...textsUnder(doc.getXmlFragment('intro')).map(plain)].join('');
}

function count(words: string, sign: string): number {
  return words.split(sign).length - 1;
}

function plain(text: Y.XmlText): string {
  return text
    .toDelta()
    .map(({ insert }: { insert: string }) => insert)
    .join('');
}

function textsUnder(fragment: Y.XmlFragment): Y.XmlText[] {
  return fragment
    .toArray()
    .flatMap((each) => (each instanceof Y.XmlElement ? each.toArray() : []))
    .filter((each): each is Y.XmlText => each instanceof Y.XmlText);
}

function paragraphIn(fragment: Y.XmlFragment, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  fragment.push([paragraph]);
}

/** Enter, as the editor's binding writes it: the second half is taken away and put into a new paragraph. */
export function enter(fragment: Y.XmlFragment, text: Y.XmlText, at: number): void {
  fragment.doc?.transact(() => {
    const [paragraph, second] = [new Y.XmlElement('paragraph'), new Y.XmlText()];
    const tail: { insert: string; attributes?: object }[] = [];
    let place = 0;
    for (const { insert, attributes } of text.toDelta()) {
      const rest = insert.slice(Math.max(0, at - place));
      place += insert.length;
      if (rest !== '') tail.push({ insert: rest, attributes });
    }
    text.delete(at, text.length - at);
    second.applyDelta(tail);
    paragraph.insert(0, [second]);
    const parent = text.parent;
    fragment.insert(1 + fragment.toArray().findIndex((each) => each === parent), [paragraph]);
  });
}
