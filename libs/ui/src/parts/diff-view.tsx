import { Fragment } from 'react';
import { useMessages } from '../messages';

/** A stretch of words that stayed, came or went. */
export type DiffWord = { readonly op: 'same' | 'added' | 'removed'; readonly text: string };

/**
 * What changed between two texts, block by block as they stand: `ins` and `del`, underlined and struck through, and said
 * in words to those who hear it. An empty line stands between blocks, as in plain text.
 */
export function DiffView({ words }: { readonly words: readonly DiffWord[] }) {
  const m = useMessages();
  return (
    <div className="e-diff">
      {words.length === 0 && <p>{m('ui.diff.none')}</p>}
      {blocksIn(words).map((block, index) => (
        <p key={index}>
          {block.map((word, at) => (
            <DiffPiece key={at} word={word} />
          ))}
        </p>
      ))}
    </div>
  );
}

function DiffPiece({ word: { op, text } }: { readonly word: DiffWord }) {
  const m = useMessages();
  if (op === 'same') return text;
  const Element = op === 'added' ? 'ins' : 'del';
  return (
    <Element>
      <span className="e-hidden">{m(op === 'added' ? 'ui.diff.beginAdded' : 'ui.diff.beginRemoved')} </span>
      {isBreak(text) ? <BreakSign isAdded={op === 'added'} /> : text}
      <span className="e-hidden"> {m('ui.diff.end')} </span>
    </Element>
  );
}

/** A break that came or went by itself is seen by its sign: nothing else of it can be struck through. */
function BreakSign({ isAdded }: { readonly isAdded: boolean }) {
  const m = useMessages();
  return (
    <Fragment>
      <span aria-hidden="true">¶</span>
      <span className="e-hidden">{m('ui.diff.break')}</span>
      {isAdded && '\n'}
    </Fragment>
  );
}

/** The words of each block by itself. Where a break alone was taken out, what it stood between is one block now. */
function blocksIn(words: readonly DiffWord[]): readonly (readonly DiffWord[])[] {
  const blocks: DiffWord[][] = [[]];
  for (const { op, text } of words) {
    const [first = '', ...more] = text.split(/\n{2,}/);
    if (op !== 'same' && isBreak(text)) {
      blocks.at(-1)?.push({ op, text });
      if (op === 'added' && more.length > 0) blocks.push([]);
      continue;
    }
    blocks.at(-1)?.push({ op, text: first });
    blocks.push(...more.map((piece) => [{ op, text: piece }]));
  }
  return blocks.map((block) => block.filter(({ text }) => text !== '')).filter((block) => block.length > 0);
}

function isBreak(text: string): boolean {
  return /^\n+$/.test(text);
}
