import { ANCHOR_CONTEXT, type Anchor } from './anchor';
import { joinedWords } from './anchor-index';
import { bareWords } from './likeness';
import { sentencesIn, wordsIn } from './sentences';

/** How many words of a neighbour tell that it is the same. */
const NEIGHBOUR = 6;

/** An anchor as it is looked for: the words that were quoted, in the sentence or sentences they stood in. */
export type Quote = {
  readonly words: readonly string[];
  /** The whole sentences around it, as far as the anchor knows them. */
  readonly sentence: readonly string[];
  /** Of how many sentences. */
  readonly sentences: number;
  /** The last words of the sentence before and the first of the one after; empty at an end of the slot. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Whether the sentence goes on beyond what the anchor knows. */
  readonly isCut: boolean;
  /** All that is known of what stood around, joined. */
  readonly prefix: string;
  readonly suffix: string;
};

/**
 * Reads an anchor's words. A word cut in two at the edge of what is known does not count, nor does the sentence a sign
 * at the quote's end is of: a colon before the quoted words does not bring in the line it closes.
 */
export function quoteOf({ exact, prefix, suffix }: Pick<Anchor, 'exact' | 'prefix' | 'suffix'>): Quote {
  const isCutBefore = prefix.length >= ANCHOR_CONTEXT;
  const isCutAfter = suffix.length >= ANCHOR_CONTEXT;
  const known = isCutBefore ? prefix.replace(/^\S*/, (part) => ' '.repeat(part.length)) : prefix;
  const follows = isCutAfter ? suffix.replace(/\S*$/, '') : suffix;
  const all = known + exact + follows;
  const quoted = wordsIn(exact);
  const start = known.length + (quoted.at(0)?.start ?? 0);
  const end = known.length + (quoted.at(-1)?.end ?? exact.length);
  const own = sentencesIn(all).filter((each) => each.end > start && each.start < end);
  const from = Math.min(start, own.at(0)?.start ?? start);
  const to = Math.max(end, own.at(-1)?.end ?? end);
  return {
    words: bareWords(exact),
    sentence: bareWords(all.slice(from, to)),
    sentences: Math.max(1, own.length),
    before: bareWords(all.slice(0, from)).slice(-NEIGHBOUR),
    after: bareWords(all.slice(to)).slice(0, NEIGHBOUR),
    isFirst: !isCutBefore && all.slice(0, from).trim() === '',
    isLast: !isCutAfter && all.slice(to).trim() === '',
    isCut: (isCutBefore && all.slice(0, from).trim() === '') || (isCutAfter && all.slice(to).trim() === ''),
    prefix: joinedWords(bareWords(known)),
    suffix: joinedWords(bareWords(follows)),
  };
}
