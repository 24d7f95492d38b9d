import type * as Y from 'yjs';
import { Authorship, firstEndingAfter, type Stretch } from './authorship';
import { Effort, runsOf, type Run, type Span } from './runs';

/** What one update put in, and what it took away. */
export interface Exchange {
  readonly inserted: readonly Span[];
  readonly deleted: readonly Span[];
  /** How much it put in: items and characters. */
  readonly size: number;
}

/** Shorter words than this are the same by chance, unless they are all that was taken away in a place. */
const MOVED_WORDS = 4;
/** So many characters others may have written meanwhile among words that are taken away, unseen by who took them. */
const UNSEEN = 20;
/** How many steps are spent on any update to find what it moved: a long paragraph that has been rewritten often. */
const LEAST_EFFORT = 10_000;
/** And how many more for all it puts in. */
const EFFORT_FOR_EACH = 4;
/** How many characters are searched through in one step. */
const SEARCHED_IN_A_STEP = 32;

/**
 * Words an update takes away and puts elsewhere are still theirs who wrote them: who presses Enter in somebody's
 * paragraph has not written the second half of it. The document must hold the update and keep what is deleted.
 *
 * What it costs grows with the update and not with the text. Where an update takes away far more than it puts in, or
 * from among heaps of what had been deleted before, what it puts in is its author's, also if some of it stood there.
 */
export function carryOver<Author>(authorship: Authorship<Author>, doc: Y.Doc, exchange: Exchange): void {
  const effort = new Effort(LEAST_EFFORT + EFFORT_FOR_EACH * exchange.size);
  const taken = runsOf(doc, exchange.deleted, effort);
  if (!taken || taken.length === 0) return;
  const beside = new TakenWords(authorship, taken, effort);
  const nearby = new TakenWords(authorship, runsOf(doc, exchange.deleted, effort, UNSEEN) ?? [], effort);
  for (const put of runsOf(doc, exchange.inserted, effort) ?? []) if (!beside.giveTo(put)) nearby.giveTo(put);
}

/** What an update took away, run after run, to look words up in. */
class TakenWords<Author> {
  private readonly whole = new Map<string, number>();
  private readonly ends: { readonly to: number }[] = [];
  private readonly joined: string;
  private written: Authorship<Author> | null = null;

  constructor(
    private readonly authorship: Authorship<Author>,
    private readonly runs: readonly Run[],
    private readonly effort: Effort,
  ) {
    const texts = runs.map(textOf);
    let to = 0;
    for (const text of texts) {
      if (!this.whole.has(text)) this.whole.set(text, to);
      this.ends.push({ to: (to += text.length) });
    }
    this.joined = texts.join('');
  }

  /** Makes those who wrote the same words here their authors. @returns whether they stood here. */
  giveTo(put: Run): boolean {
    let at = this.find(textOf(put));
    if (at === null) return false;
    for (const { client, clock, text } of put)
      this.authorship.replace(client, clock, this.authors(at, (at += text.length)));
    return true;
  }

  /** Where a run begins that says these words and nothing else, or else where they stand within one. */
  private find(words: string): number | null {
    return this.whole.get(words) ?? (words.length < MOVED_WORDS ? null : this.placeWithin(words));
  }

  private placeWithin(words: string): number | null {
    let from = 0;
    while (this.effort.spend(1 + (this.joined.length - from) / SEARCHED_IN_A_STEP)) {
      const at = this.joined.indexOf(words, from);
      if (at < 0) return null;
      const { to } = this.ends[firstEndingAfter(this.ends, at)] ?? { to: at };
      if (at + words.length <= to) return at;
      from = to; // they begin in one run and end in another
    }
    return null;
  }

  /** Who wrote what stands between two places. */
  private authors(from: number, to: number): Stretch<Author>[] {
    this.written ??= this.read();
    return this.written.of(0, from, to);
  }

  /** All that was taken away, as if one client had written it. */
  private read(): Authorship<Author> {
    const written = new Authorship<Author>();
    let at = 0;
    for (const { client, clock, text } of this.runs.flat())
      for (const { from, to, author } of this.authorship.of(client, clock, clock + text.length))
        written.extend(0, at, (at += to - from), author);
    return written;
  }
}

function textOf(run: Run): string {
  return run.map(({ text }) => text).join('');
}
