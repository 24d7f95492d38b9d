import { TextContents } from '@enig/data';
import type { TextId } from '@enig/kernel';
import { applyLog, toJson } from '@enig/text';
import type { DataSource } from 'typeorm';
import * as Y from 'yjs';

/** The log of a text, read from the database row by row and applied to a document; it asks nobody else. For specs only. */
export class Replay {
  /** Keeps what was deleted, so that whoever wrote it can be found. */
  readonly doc = new Y.Doc({ gc: false });
  private seq = 0;

  constructor(
    private readonly source: DataSource,
    readonly text: TextId,
  ) {}

  /** Reads what has been added. @throws Error when the numbers have a hole. */
  async read(): Promise<this> {
    const rows = await this.source.query<{ seq: string; update: Buffer }[]>(
      'SELECT seq, update FROM text_update WHERE text = $1 AND seq > $2 ORDER BY seq',
      [this.text, this.seq],
    );
    for (const { seq } of rows)
      if (Number(seq) !== (this.seq += 1)) throw new Error(`The log of ${this.text} has no ${this.seq}`);
    applyLog(
      this.doc,
      rows.map(({ update }) => update),
    );
    return this;
  }

  get head(): number {
    return this.seq;
  }

  /** What is wrong with what the product itself exports of the text; empty when it is what the log says. */
  async exportFaults(): Promise<string[]> {
    const contents = new TextContents(this.source);
    const row = await contents.text(this.text);
    const content = row && (await contents.of([row])).get(row.id);
    return JSON.stringify(content) === exported(this.doc) ? [] : ['what is exported: another text'];
  }
}

/** What differs between a document and another that should be the same; empty when nothing does. */
export function differences(name: string, one: Y.Doc, other: Y.Doc): string[] {
  const pending = one.store.pendingStructs || one.store.pendingDs ? [`${name}: something waits`] : [];
  const [mine, theirs] = [one, other].map((doc) => Y.snapshot(doc));
  if (!mine || !theirs) return pending;
  const clocks = [mine, theirs].map(({ sv }) =>
    [...sv]
      .filter(([, clock]) => clock > 0)
      .sort()
      .join(' '),
  );
  return [
    ...pending,
    ...(clocks[0] === clocks[1] ? [] : [`${name}: other clocks`]),
    ...(Y.equalDeleteSets(mine.ds, theirs.ds) ? [] : [`${name}: other deletions`]),
    ...(exported(one) === exported(other) ? [] : [`${name}: another text`]),
  ];
}

/**
 * Makes a document take what it is sent and nothing else: after what came from elsewhere Yjs tidies up formats, and what
 * that takes away depends on where one message ends and the next begins. For specs that ask what a node has.
 */
export function asItComes(doc: Y.Doc): Y.Doc {
  doc.on('beforeObserverCalls', (transaction) => void (transaction.local = true));
  return doc;
}

/** A focus area as it is exported. */
export function exported(doc: Y.Doc): string {
  return JSON.stringify(toJson('focus-area', doc));
}
