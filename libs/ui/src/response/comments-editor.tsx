import { readAnchor, writtenAnchor } from '@enig/text';
import { useRef, useState, type ReactNode } from 'react';
import * as Y from 'yjs';
import { useMessages } from '../messages';
import { Button } from '../parts/button';
import { Details } from '../parts/small';
import { anchorOn, sentencesOf, wordsMarked, type HeardText, type HeardWords } from './heard-words';
import { ProseAnswer } from './prose-answer';
import { remarkId, useRemarks, type RemarkList } from './remark-list';

/** Longest quote shown in a button or a label; the whole stands in the text. */
const LONGEST_QUOTE = 120;

/**
 * The heard text to be read, and comments on stretches of it. A stretch is marked with the mouse or the keyboard, or is
 * a sentence chosen from a list, which needs neither. Comments are about the full text: where another is shown in its
 * place, only the list offers its sentences.
 */
export function HeardWithComments(props: {
  readonly doc: Y.Doc;
  /** The focus area the comments are about; the empty string in general. */
  readonly section: string;
  readonly heard: HeardText;
  /** Whether the heard text itself is what is read, and not its easy-read version. */
  readonly isFull: boolean;
  /** The text as it is read. */
  readonly children: ReactNode;
}) {
  const m = useMessages();
  const { doc, heard } = props;
  const text = useRef<HTMLDivElement>(null);
  const remarks = useRemarks(doc, 'comments', props.section);
  const [isRefused, setRefused] = useState(false);
  const comment = (words: HeardWords | null) => {
    setRefused(words === null);
    if (words) remarks.add({ anchor: writtenAnchor(anchorOn(heard, words)) });
  };
  return (
    <>
      <div ref={text}>{props.children}</div>
      <section className="e-comments" aria-label={m('answer.comments.heading')}>
        <h3>{m('answer.comments.heading')}</h3>
        <p className="form-hint">{m(props.isFull ? 'answer.comments.how' : 'answer.comments.howEasy')}</p>
        {/* Pressing it with the mouse must not take the marking away. */}
        {props.isFull && (
          <Button
            look="quiet"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => comment(marked(heard, text.current))}
          >
            {m('answer.comments.selected')}
          </Button>
        )}
        <p className="form-hint" role="status">
          {isRefused ? m('answer.comments.notOne') : ''}
        </p>
        <Sentences heard={heard} choose={comment} />
        <Comments remarks={remarks} />
      </section>
    </>
  );
}

function Sentences(props: { readonly heard: HeardText; readonly choose: (words: HeardWords) => void }) {
  const m = useMessages();
  return (
    <Details summary={m('answer.comments.list')}>
      <ol className="e-sentences">
        {sentencesOf(props.heard).map((sentence) => (
          <li key={`${sentence.path.join('.')} ${sentence.start}`}>
            <Button look="quiet" onClick={() => props.choose(sentence)}>
              {m('answer.comments.on', { quote: short(sentence.words) })}
            </Button>
          </li>
        ))}
      </ol>
    </Details>
  );
}

function Comments({ remarks }: { readonly remarks: RemarkList }) {
  const m = useMessages();
  const { standing, justRemoved } = remarks;
  return (
    <>
      {standing.map(({ id, fields }, at) => {
        const body = fields.get('body');
        const quote = readAnchor(fields.get('anchor'))?.exact;
        const number = at + 1;
        return (
          body instanceof Y.XmlFragment && (
            <div key={id} className="e-remark">
              <ProseAnswer
                id={remarkId('comments', id)}
                fragment={body}
                rows={3}
                label={
                  quote === undefined
                    ? m('answer.comments.lost', { number })
                    : m('answer.comments.label', { number, quote: short(quote) })
                }
              />
              <Button look="quiet" onClick={() => remarks.remove(id)}>
                {m('answer.comments.remove', { number })}
              </Button>
            </div>
          )
        );
      })}
      {justRemoved && (
        <p>
          {m('answer.comments.removed')}{' '}
          <Button
            look="quiet"
            id={`${remarkId('comments', justRemoved.id)}-undo`}
            onClick={() => remarks.putBack(justRemoved.id)}
          >
            {m('answer.putBack')}
          </Button>
        </p>
      )}
    </>
  );
}

/** What is marked in the shown text; null where it is not there, or is more than one paragraph or item. */
function marked(heard: HeardText, shown: HTMLElement | null): HeardWords | null {
  const selection = document.getSelection();
  if (!shown || !selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!shown.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.setStart(shown, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return wordsMarked(heard, selection.toString(), before.toString());
}

function short(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE).trimEnd()} …`;
}
