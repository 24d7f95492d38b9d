import { brandId, type PersonId, type TextId } from '@enig/kernel';
import type { TextKind } from '@enig/text';
import * as Y from 'yjs';
import type { Appended, Loaded, Logged, NewEntry, TextLog } from './ports';

interface Kept {
  readonly kind: TextKind;
  title: string;
  readonly updates: Uint8Array[];
  /** Who wrote what, by its place in the log, and for which log; of updates that came in otherwise nobody. */
  readonly written: Map<number, { readonly entry: NewEntry; readonly by: object }>;
  titleSeq: number;
  readonly owners: Map<number, PersonId>;
  snapshot: { readonly seq: number; readonly update: Uint8Array } | null;
}

/** A log in memory that can be stopped, broken and closed. For specs only. */
export class MemoryLog implements TextLog {
  readonly texts = new Map<TextId, Kept>();
  /** Sizes of the appends so far. */
  readonly appends: number[] = [];
  readonly closed = new Set<PersonId>();
  /** How often a text has been loaded. */
  loads = 0;
  /** So many of the next entries are refused. */
  refuseNext = 0;
  broken: Error | null = null;
  private gate: Promise<void> = Promise.resolve();
  private opened: () => void = () => undefined;

  /** Appends and loads wait from now on, until what this returns is called. */
  hold(): () => void {
    this.gate = new Promise((open) => (this.opened = open));
    return () => this.opened();
  }

  add(kind: TextKind = 'focus-area'): TextId {
    const text = brandId<TextId>(`text-${this.texts.size + 1}`);
    this.texts.set(text, {
      kind,
      title: '',
      updates: [],
      written: new Map(),
      titleSeq: 0,
      owners: new Map(),
      snapshot: null,
    });
    return text;
  }

  /** What another node commits. @returns its seq. */
  commitElsewhere(text: TextId, write: (doc: Y.Doc) => void): number {
    const doc = this.doc(text);
    const before = Y.encodeStateVector(doc);
    write(doc);
    return this.kept(text).updates.push(Y.encodeStateAsUpdate(doc, before));
  }

  /** A document of what is committed. */
  doc(text: TextId): Y.Doc {
    const doc = new Y.Doc();
    for (const update of this.kept(text).updates) Y.applyUpdate(doc, update);
    return doc;
  }

  kept(text: TextId): Kept {
    const kept = this.texts.get(text);
    if (!kept) throw new Error('No such text');
    return kept;
  }

  async load(text: TextId): Promise<Loaded | null> {
    await this.passing();
    this.loads += 1;
    const kept = this.texts.get(text);
    if (!kept) return null;
    const { updates, owners } = kept;
    return { ...kept, owners: new Map(owners), updates: updates.slice(kept.snapshot?.seq ?? 0), seq: updates.length };
  }

  async keepSnapshot(text: TextId, seq: number, update: Uint8Array): Promise<void> {
    await this.passing();
    const kept = this.kept(text);
    if (seq > (kept.snapshot?.seq ?? 0)) kept.snapshot = { seq, update };
  }

  /** The same log as another node has it. */
  node(): TextLog {
    const by = {};
    return {
      load: (text) => this.load(text),
      append: (entries) => this.append(entries, by),
      keepSnapshot: (text, seq, update) => this.keepSnapshot(text, seq, update),
      since: (text, seq) => this.since(text, seq),
      heads: (texts) => this.heads(texts),
      rename: (text, title, seq) => this.rename(text, title, seq),
    };
  }

  async append(entries: readonly NewEntry[], by: object = this): Promise<Appended[]> {
    await this.passing();
    this.appends.push(entries.length);
    const late = new Set<string>();
    return entries.map((entry): Appended => {
      const { text, who } = entry;
      const isRefused = this.closed.has(who.person) || this.refuseNext > 0;
      this.refuseNext = Math.max(0, this.refuseNext - 1);
      if (isRefused) return { ok: false, code: 'CO-6-CLOSED' };
      if (late.has(`${text} ${who.person}`) || this.isStale(entry, by)) {
        late.add(`${text} ${who.person}`);
        return { ok: false, code: 'STALE' };
      }
      return this.write(entry, by);
    });
  }

  private write(entry: NewEntry, by: object): Appended {
    const { text, update, who, claims } = entry;
    const { owners, updates, written } = this.kept(text);
    if (claims.some((client) => (owners.get(client) ?? who.person) !== who.person))
      return { ok: false, code: 'CO-19-FOREIGN-CLIENT' };
    for (const client of claims) owners.set(client, who.person);
    const seq = updates.push(update);
    written.set(seq, { entry, by });
    return { ok: true, seq };
  }

  private isStale({ text, who, client, known }: NewEntry, by: object): boolean {
    return [...this.kept(text).written].some(([seq, row]) => {
      const mayBeOne = client === null || row.entry.client === null || row.entry.client === client;
      return seq > known && row.by !== by && row.entry.who.person === who.person && mayBeOne;
    });
  }

  async since(text: TextId, seq: number): Promise<Logged[]> {
    await this.passing();
    return this.kept(text)
      .updates.map((update, index) => ({ seq: index + 1, update }))
      .slice(seq);
  }

  async heads(texts: readonly TextId[]): Promise<Map<TextId, number>> {
    return new Map(texts.map((text) => [text, this.kept(text).updates.length]));
  }

  async rename(text: TextId, title: string, seq: number): Promise<void> {
    const kept = this.kept(text);
    if (seq > kept.titleSeq) [kept.title, kept.titleSeq] = [title, seq];
  }

  private async passing(): Promise<void> {
    await this.gate;
    if (this.broken) throw this.broken;
  }
}
