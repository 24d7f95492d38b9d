import { diffArrays, diffWordsWithSpace } from 'diff';

/** A run of words, blanks included. `same` and `added` joined give the text after; `same` and `removed` that before. */
export type WordChange = { readonly op: 'same' | 'added' | 'removed'; readonly text: string };

/** Beyond so many characters on both sides together, words are only compared within paragraphs. */
const LONG = 40_000;
/** How many words may differ in one comparison; its cost grows with the square. */
const MAX_WORD_EDITS = 1_500;
/** The same for paragraphs. */
const MAX_PARAGRAPH_EDITS = 600;

/** What is left to spend; a comparison that was given up costs half. */
type Budget = { edits: number };

/**
 * What changed between two plain texts, down to words. Long texts, and those with many changes, are compared by
 * paragraphs, then by words within those that changed; texts with hardly a word in common come out as all removed and
 * all added. It counts steps, not time, so that the answer is the same everywhere.
 */
export function diffWords(before: string, after: string): WordChange[] {
  if (before === after) return before === '' ? [] : [{ op: 'same', text: before }];
  const budget = { edits: MAX_WORD_EDITS };
  return byWords(before, after, budget) ?? byParagraphs(before, after, budget);
}

function byWords(before: string, after: string, budget: Budget): WordChange[] | null {
  if (before.length + after.length > LONG) return null;
  const changes = diffWordsWithSpace(before, after, { maxEditLength: budget.edits });
  const spent = changes?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
  budget.edits -= spent ?? Math.ceil(budget.edits / 2);
  return changes
    ? readable(changes.map(({ added, removed, value }) => ({ op: opOf(added, removed), text: value })))
    : null;
}

function byParagraphs(before: string, after: string, budget: Budget): WordChange[] {
  const options = { maxEditLength: MAX_PARAGRAPH_EDITS };
  const changes = diffArrays(paragraphs(before), paragraphs(after), options);
  if (!changes) return replaced(before, after);
  const runs = changes.map(({ added, removed, value }) => ({ op: opOf(added, removed), text: value.join('') }));
  return joined(runs.flatMap((run, index) => refined(run, runs[index - 1], runs[index + 1], budget)));
}

/** A removed run and the added one beside it are compared by words. */
function refined(run: WordChange, previous: WordChange | undefined, next: WordChange | undefined, budget: Budget) {
  if (previous && isPair(previous, run)) return [];
  if (!next || !isPair(run, next)) return [run];
  return byWords(run.text, next.text, budget) ?? [run, next];
}

function isPair(run: WordChange, next: WordChange): boolean {
  return run.op === 'removed' && next.op === 'added';
}

/** Every paragraph with its line end, so that they join to the whole. */
function paragraphs(text: string): string[] {
  return text.match(/[^\n]*\n+|[^\n]+$/g) ?? [];
}

function replaced(before: string, after: string): WordChange[] {
  return joined([
    { op: 'removed', text: before },
    { op: 'added', text: after },
  ]);
}

/** Words replaced beside one another are one change: a blank that stayed between them is counted to it. */
function readable(changes: readonly WordChange[]): WordChange[] {
  const runs: WordChange[] = [];
  let [removed, added] = ['', ''];
  changes.forEach(({ op, text }, index) => {
    const isLast = index === changes.length - 1;
    const isFolded = op === 'same' && !isLast && /^ +$/.test(text) && removed !== '' && added !== '';
    if (op === 'removed' || isFolded) removed += text;
    if (op === 'added' || isFolded) added += text;
    if (op !== 'same' || isFolded) return;
    runs.push({ op: 'removed', text: removed }, { op: 'added', text: added }, { op, text });
    [removed, added] = ['', ''];
  });
  return joined([...runs, { op: 'removed', text: removed }, { op: 'added', text: added }]);
}

function opOf(added: boolean, removed: boolean): WordChange['op'] {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
}

function joined(changes: readonly WordChange[]): WordChange[] {
  const runs: WordChange[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (change.text === '') continue;
    if (last?.op === change.op) runs[runs.length - 1] = { op: last.op, text: last.text + change.text };
    else runs.push(change);
  }
  return runs;
}
