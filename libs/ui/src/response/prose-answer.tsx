import { useId, useMemo, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { RichTextEditor } from '../editor/rich-text-editor';
import type { ReferenceTarget } from '../editor/windows';
import { useMessages } from '../messages';
import { Button } from '../parts/button';
import { BoundTextArea } from '../shared/bound-text-area';
import { useShared } from '../shared/use-shared';
import { plainLines, wordsOfFragment } from './plain-prose';

/** Prose that is answered in: a plain field, or the editor for those who choose it or already have. */
export type ProseAnswerProps = {
  readonly fragment: Y.XmlFragment;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Where it stands, so that focus and links can go there. */
  readonly id: string;
  readonly awareness?: Awareness | undefined;
  readonly crossReferences?: readonly ReferenceTarget[] | undefined;
  /** How many lines the plain field shows while it is empty. */
  readonly rows?: number | undefined;
  /** Left out where a line or two is what is expected. */
  readonly offersEditor?: boolean | undefined;
};

/** Nobody needs the rich editor: it opens by choice, and by itself where there is more than lines can hold. */
export function ProseAnswer(props: ProseAnswerProps) {
  const m = useMessages();
  const { fragment, label, hint = '' } = props;
  const [wantsRich, setWantsRich] = useState(false);
  const isPlain = useShared(fragment, isPlainProse);
  const rich = isPlain ? hint : `${hint} ${m('ui.response.keepsRich')}`.trim();
  return (
    <div className="e-answer" id={props.id}>
      {wantsRich || !isPlain ? (
        <RichTextEditor {...props} readOnly={false} {...(rich === '' ? {} : { hint: rich })} />
      ) : (
        <PlainAnswer {...props} hint={hint} />
      )}
      {isPlain && props.offersEditor && (
        <div className="e-answer-tools">
          <Button look="quiet" onClick={() => setWantsRich(!wantsRich)}>
            {m(wantsRich ? 'ui.response.plain' : 'ui.response.rich')}
            <span className="e-hidden">: {label}</span>
          </Button>
        </div>
      )}
    </div>
  );
}

function PlainAnswer({ fragment, label, hint, rows }: Pick<ProseAnswerProps, 'fragment' | 'label' | 'hint' | 'rows'>) {
  const id = useId();
  const words = useMemo(() => wordsOfFragment(fragment), [fragment]);
  return (
    <div className="e-words">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="form-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <BoundTextArea words={words} id={id} describedBy={hint ? `${id}-hint` : undefined} rows={rows ?? 6} multiline />
    </div>
  );
}

function isPlainProse(fragment: Y.XmlFragment): boolean {
  return plainLines(fragment) !== null;
}
