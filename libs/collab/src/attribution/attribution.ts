import type { BodyId, Instant, PersonId } from '@enig/kernel';
import { applyLog, slotsOf, toJson, UnknownContent, type SlotPath, type TextJson, type TextKind } from '@enig/text';
import * as Y from 'yjs';
import { Authorship } from './authorship';
import { carryOver, type Exchange } from './moved-words';
import type { Span } from './runs';

/** Who wrote something, for which body, and when. */
export interface Author {
  /** Null where the log does not say. */
  readonly person: PersonId | null;
  readonly body: BodyId | null;
  /** Null where it has been erased (CO-27). */
  readonly at: Instant | null;
}

/** One row of a text's log. */
export interface AttributedUpdate extends Author {
  readonly update: Uint8Array;
}

/** What stands of the part of a log that was erased: of its words it is known whose client ids they have, and no more. */
export interface ErasedPart {
  readonly update: Uint8Array;
  readonly owners: ReadonlyMap<number, PersonId>;
  /** For whom all of it was written. */
  readonly body: BodyId | null;
}

/** Characters that stand beside one another and were written by one person for one body, within ten minutes. */
export interface AttributedRun extends Author {
  readonly text: string;
  /** Which paragraph, heading, cell or list item of the slot they stand in, counted from 0. */
  readonly block: number;
}

/** Who wrote the visible characters of one slot; a slot without any has no runs. */
export interface SlotAttribution {
  readonly path: SlotPath;
  readonly runs: readonly AttributedRun[];
}

/** In ms: what one person wrote with no longer pause than this is one run, named by its latest moment. */
const ONE_SITTING = 600_000;

/** An author with the moment in ms since 1970; null where it has been erased. */
interface Written extends Author {
  readonly moment: number | null;
}

/** A run while it grows. */
interface Growing {
  readonly block: number;
  text: string;
  written: Written;
}

/** Something whose items stand in a row. */
type Sequence = Pick<Y.AbstractType<unknown>, '_start'>;

/**
 * Reads a text's log from its beginning and tells who wrote what stands in it (CO-26). Words belong to who typed them;
 * to move them, or to make them bold, changes nothing of that. Who undoes a deletion puts the words there anew.
 */
export class Attribution {
  /** Keeps what is deleted: words can come back elsewhere. */
  private readonly doc = new Y.Doc({ gc: false });
  private readonly authorship = new Authorship<Written>();

  constructor(
    private readonly kind: TextKind,
    erased: ErasedPart | null = null,
  ) {
    if (erased) this.begin(erased);
  }

  private begin({ update, owners, body }: ErasedPart): void {
    this.apply([update]);
    for (const [client, end] of Y.decodeStateVector(Y.encodeStateVector(this.doc)))
      this.authorship.extend(client, 0, end, {
        ...{ person: owners.get(client) ?? null, body, at: null, moment: null },
      });
  }

  /** Takes the next rows, in the order of the log. Many at a time are read faster than one by one. */
  read(rows: readonly AttributedUpdate[]): void {
    let waiting: Uint8Array[] = [];
    for (const row of rows) {
      const exchange = this.claim(row);
      waiting.push(row.update);
      if (!exchange) continue;
      this.apply(waiting); // what moved is seen in the state it moved in
      waiting = [];
      carryOver(this.authorship, this.doc, exchange);
    }
    this.apply(waiting);
  }

  private apply(updates: readonly Uint8Array[]): void {
    applyLog(this.doc, updates);
  }

  /** What a row adds is its author's. @returns what it may have moved. */
  private claim({ update, person, body, at }: AttributedUpdate): Exchange | null {
    const { structs, ds } = Y.decodeUpdate(update);
    const written = { person, body, at, moment: at === null ? null : Date.parse(at) };
    const inserted: Span[] = [];
    let [letters, hasWords] = [0, false];
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue;
      const { id, length } = struct;
      const span = { client: id.client, from: id.clock, to: id.clock + length };
      this.authorship.extend(span.client, span.from, span.to, written);
      inserted.push(span);
      if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentString)) continue;
      hasWords = true;
      letters += length;
    }
    if (!hasWords || ds.clients.size === 0) return null;
    const deleted = [...ds.clients].flatMap(([client, spans]) =>
      spans.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
    );
    return { inserted, deleted, size: structs.length + letters };
  }

  /**
   * Who wrote the visible characters of every slot of prose or lines, in the order the text is read; none when the log
   * holds what no text of the kind has.
   */
  report(): SlotAttribution[] {
    const content = readable(this.kind, this.doc);
    if (!content) return [];
    return slotsOf(content).flatMap(({ path, value: { shape } }) => {
      if (shape !== 'prose' && shape !== 'line') return [];
      const type = this.typeAt(path, shape);
      return [{ path, runs: type ? this.runsIn(type) : [] }];
    });
  }

  private typeAt([root, id, field]: SlotPath, shape: 'prose' | 'line'): Sequence | null {
    if (id === undefined) return shape === 'line' ? this.doc.getText(root) : this.doc.getXmlFragment(root);
    const entry = this.doc.getMap(root).get(id);
    const found: unknown = field === undefined ? entry : entry instanceof Y.Map ? entry.get(field) : null;
    return found instanceof Y.AbstractType ? found : null;
  }

  private runsIn(slot: Sequence): AttributedRun[] {
    const runs: Growing[] = [];
    textsIn(slot).forEach((text, block) => {
      for (const { content, id, length } of itemsOf(text)) {
        if (!(content instanceof Y.ContentString)) continue;
        for (const { from, to, author } of this.authorship.of(id.client, id.clock, id.clock + length))
          grow(runs, block, author, content.str.slice(from - id.clock, to - id.clock));
      }
    });
    return runs.map(({ text, block, written: { person, body, at } }) => ({ text, block, person, body, at }));
  }
}

function readable(kind: TextKind, doc: Y.Doc): TextJson | null {
  try {
    return toJson(kind, doc);
  } catch (error) {
    if (error instanceof UnknownContent) return null;
    throw error;
  }
}

function grow(runs: Growing[], block: number, written: Written, text: string): void {
  const last = runs.at(-1);
  if (last?.block !== block || !isOneSitting(last.written, written)) return void runs.push({ block, written, text });
  last.text += text;
  if ((written.moment ?? 0) > (last.written.moment ?? 0)) last.written = written;
}

function isOneSitting(one: Written, other: Written): boolean {
  if (one === other) return true;
  if (one.person !== other.person || one.body !== other.body) return false;
  if (one.moment === null || other.moment === null) return one.moment === other.moment;
  return Math.abs(one.moment - other.moment) <= ONE_SITTING;
}

/** The stretches of text in a slot, in reading order: the slot itself, or those of its elements. */
function textsIn(type: Sequence): Sequence[] {
  if (type instanceof Y.Text) return [type];
  return itemsOf(type).flatMap(({ content }) =>
    content instanceof Y.ContentType && content.type instanceof Y.AbstractType ? textsIn(content.type) : [],
  );
}

function itemsOf(type: Sequence): Y.Item[] {
  const items: Y.Item[] = [];
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) items.push(item);
  return items;
}
