import { useMessages } from '../messages';

/** A stretch of words that stayed, came or went. */
export type DiffWord = { readonly op: 'same' | 'added' | 'removed'; readonly text: string };

/**
 * What changed between two texts, in one running text: `ins` and `del`, underlined and struck through, and said in
 * words to those who hear it.
 */
export function DiffView({ words }: { readonly words: readonly DiffWord[] }) {
  const m = useMessages();
  if (words.every(({ op }) => op === 'same')) {
    return words.length === 0 ? (
      <p className="e-diff">{m('ui.diff.none')}</p>
    ) : (
      <p className="e-diff">{joined(words)}</p>
    );
  }
  return (
    <p className="e-diff">
      {words.map((word, index) => (
        <DiffPiece key={index} word={word} />
      ))}
    </p>
  );
}

function DiffPiece({ word: { op, text } }: { readonly word: DiffWord }) {
  const m = useMessages();
  if (op === 'same') return text;
  const Element = op === 'added' ? 'ins' : 'del';
  return (
    <Element>
      <span className="e-hidden">{m(op === 'added' ? 'ui.diff.beginAdded' : 'ui.diff.beginRemoved')} </span>
      {text}
      <span className="e-hidden"> {m('ui.diff.end')} </span>
    </Element>
  );
}

function joined(words: readonly DiffWord[]): string {
  return words.map(({ text }) => text).join('');
}
