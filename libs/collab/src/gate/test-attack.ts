import { brandId, type ItemId, type Json, type PersonId } from '@enig/kernel';
import { addItem, emptyJson, seedUpdate, toJson, type ProseNode, type RichText } from '@enig/text';
import * as Y from 'yjs';
import { Gate } from './gate';
import { below, chanceFrom, oneOf, type Chance } from './test-chance';
import { hostileUpdates } from './test-hostile';

const [anna, mallory] = [brandId<PersonId>('anna'), brandId<PersonId>('mallory')];

const PROSE: RichText = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Børn 👩‍🦽' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'fed', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' og lidt mere' },
      ],
    },
    { type: 'paragraph', content: [{ type: 'crossReference', attrs: { target: 'f-1' } }, { type: 'hardBreak' }] },
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'et' }] }] }],
    },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1 }, content: [{ type: 'paragraph' }] }] },
      ],
    },
  ],
};

/** A text two people have written in, and what one of them is about to send. */
class Scene {
  readonly page = new Y.Doc();
  readonly owners = new Map([
    [1, anna],
    [77, mallory],
  ]);
  readonly honest: Uint8Array[] = [];
  private readonly undo: Y.UndoManager;

  constructor(private readonly chance: Chance) {
    const start = seedUpdate({ ...emptyJson('focus-area'), title: 'Et fælles mål', intro: PROSE }, 1);
    this.honest.push(start);
    Y.applyUpdate(this.page, start);
    this.page.clientID = 77;
    this.undo = new Y.UndoManager(this.page.getXmlFragment('intro'), { captureTimeout: 0 });
    this.page.on('update', (update: Uint8Array) => void this.honest.push(update));
    for (let deeds = 0; deeds < 12; deeds += 1) this.page.transact(() => this.write());
  }

  /** The log of somebody else, up to a frame. */
  logUpTo(frame: number): Uint8Array[] {
    return this.honest.slice(0, frame);
  }

  private write(): void {
    const intro = this.page.getXmlFragment('intro');
    const deed = below(7, this.chance);
    const paragraph = intro
      .toArray()
      .find((child) => child instanceof Y.XmlElement && child.get(0) instanceof Y.XmlText);
    if (deed === 0) addItem(this.page, 'goals', { id: brandId<ItemId>(`g-${below(1e6, this.chance)}`), title: 'Mål' });
    else if (deed === 1) this.undo.undo();
    else if (deed === 2 && intro.length > 2) intro.delete(below(intro.length, this.chance), 1);
    else if (deed === 3) this.page.getText('title').insert(0, 'Titel ');
    else if (deed === 4 && paragraph instanceof Y.XmlElement) formatIn(paragraph);
    else intro.insert(below(intro.length + 1, this.chance), [made(oneOf(PROSE.content, this.chance))]);
  }
}

function formatIn(paragraph: Y.XmlElement): void {
  const text = paragraph.get(0);
  if (!(text instanceof Y.XmlText)) return;
  text.insert(0, 'Nyt 😀');
  text.format(0, 3, { bold: {} });
  text.format(1, 2, { link: { href: 'https://www.kl.dk' } });
  text.delete(0, 1);
}

function made(node: ProseNode): Y.XmlElement | Y.XmlText {
  if (node.type === 'text') return new Y.XmlText(node.text);
  const element = new Y.XmlElement<Record<string, Json>>(node.type);
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value);
  element.insert(0, (node.content ?? []).map(made));
  return element as Y.XmlElement;
}

function textOf(doc: Y.Doc): string {
  return JSON.stringify(toJson('focus-area', doc));
}

/** What is wrong with a document after what the gate has passed; null when nothing is. */
function faultIn(doc: Y.Doc): string | null {
  try {
    if (doc.store.pendingStructs || doc.store.pendingDs) return 'pending';
    const again = new Y.Doc();
    Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
    return textOf(doc) === textOf(again) ? null : 'Read again it is another text';
  } catch (error) {
    return String(error);
  }
}

/**
 * Yjs tidies up formats after a transaction that came from elsewhere, in its own memory only; how, depends on where one
 * transaction ends and the next begins. Without that, memory is what the log says however it is read.
 */
function untidied(): Y.Doc {
  const doc = new Y.Doc();
  doc.on('beforeObserverCalls', (transaction) => void (transaction.local = true));
  return doc;
}

/** One server, from a log, that is sent what others made up. */
class Target {
  readonly doc = untidied();
  private readonly gate = new Gate('focus-area');

  constructor(
    private readonly log: Uint8Array[],
    private readonly owners: Map<number, PersonId>,
  ) {
    for (const update of log) this.apply(update);
  }

  /** @returns what the gate says. */
  receive(update: Uint8Array): string {
    const judged = this.gate.judge(update, { doc: this.doc, waiting: new Map(), owners: this.owners }, mallory);
    if (judged.kind === 'refused') return judged.code;
    if (judged.kind !== 'new') return judged.kind;
    for (const client of judged.claims) this.owners.set(client, mallory);
    this.log.push(judged.update);
    this.apply(judged.update);
    return faultIn(this.doc) ?? 'new';
  }

  private apply(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
  }

  /** Whether the log says the same when it is read in one go, as after a restart. */
  isItsLog(): boolean {
    const again = untidied();
    again.transact(() => this.log.forEach((update) => Y.applyUpdate(again, update)));
    return textOf(again) === textOf(this.doc);
  }
}

const ENDS = [
  'nothing',
  'gap',
  'new',
  'CO-4-MALFORMED',
  'CO-5-UNKNOWN-ROOT',
  'CO-19-FOREIGN-CLIENT',
  'CO-20-UNKNOWN-CONTENT',
  'CO-21-UNSOUND',
];

/**
 * Sends hostile updates through the gate into a document; for specs only.
 *
 * @returns how many there were of each answer.
 * @throws Error when something passed that left a document that cannot be written down, read again or shown, or
 *         that is not what the log says.
 */
export function attack(seed: number, times: number): ReadonlyMap<string, number> {
  const chance = chanceFrom(seed);
  const counts = new Map(ENDS.map((end) => [end, 0]));
  for (let done = 0; done < times;) {
    const scene = new Scene(chance);
    for (let frame = 1; frame < scene.honest.length; frame += 1) {
      const target = new Target(scene.logUpTo(frame), new Map(scene.owners));
      const near = scene.honest.slice(frame, frame + 2);
      const hostile = hostileUpdates(
        [...near, ...near, oneOf(scene.honest, chance)],
        below(2 ** 31, chance),
        [1, 999_999],
      );
      for (let round = 0; round < 12; round += 1, done += 1) {
        const { value: update } = hostile.next();
        const end = target.receive(update);
        if (!counts.has(end)) throw new Error(`${end}: after a frame that passed; seed ${seed}, frame ${done}`);
        counts.set(end, (counts.get(end) ?? 0) + 1);
      }
      if (!target.isItsLog()) throw new Error(`The document is not what the log says; seed ${seed}, frame ${done}`);
    }
  }
  return counts;
}
