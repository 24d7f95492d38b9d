import { isEmptyRich } from '@enig/text';
import { useId, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { RichTextEditor } from '../editor/rich-text-editor';
import { useFragment } from '../editor/use-fragment';
import type { ReferenceTarget } from '../editor/windows';
import { useMessages } from '../messages';
import { Alert } from '../parts/alert';
import { Button } from '../parts/button';
import { Details } from '../parts/small';
import { BoundTextArea } from '../shared/bound-text-area';
import { useShared } from '../shared/use-shared';
import { HearingResponseView } from '../texts/text-views';
import { useTextJson } from '../texts/use-text-json';
import { plainLines, wordsOfFragment } from './plain-prose';

/** A focus area that is answered; the title with its number, as people say it, and what is heard, to be read beside. */
export type ResponseSection = {
  readonly id: string;
  readonly title: string;
  readonly heard?: ReactNode;
};

type Common = {
  readonly doc: Y.Doc;
  readonly readOnly: boolean;
  readonly awareness?: Awareness | undefined;
  readonly crossReferences?: readonly ReferenceTarget[] | undefined;
};

/**
 * A council's answer, drafted together: a plain field for each focus area, for remarks in general and for a minority.
 * Nobody needs the rich editor; it is there for those who choose it. da: høringssvar
 *
 * @param props.show only one part: a section's id, `general` or `minority`; all of them where it is left out.
 */
export function HearingResponseEditor(
  props: Common & { readonly sections: readonly ResponseSection[]; readonly show?: string | undefined },
) {
  const m = useMessages();
  const { doc, sections, show } = props;
  if (props.readOnly) return <ReadResponse doc={doc} sections={sections} />;
  const isShown = (part: string) => show === undefined || show === part;
  return (
    <div className="e-response">
      {sections
        .filter(({ id }) => isShown(id))
        .map((section) => (
          <SectionAnswer key={section.id} {...props} section={section} />
        ))}
      {isShown('general') && (
        <Answer
          {...props}
          part="general"
          fragment={doc.getXmlFragment('general')}
          label={m('ui.response.general')}
          hint={m('ui.response.generalHint')}
        />
      )}
      {isShown('minority') && (
        <Answer
          {...props}
          part="minority"
          fragment={doc.getXmlFragment('minority')}
          label={m('ui.response.minority')}
          hint={m('ui.response.minorityHint')}
        />
      )}
    </div>
  );
}

function ReadResponse({ doc, sections }: { readonly doc: Y.Doc; readonly sections: readonly ResponseSection[] }) {
  const m = useMessages();
  const response = useTextJson('hearing-response', doc);
  if (response === null) return <Alert tone="warning">{m('ui.closed.oldSchema')}</Alert>;
  return <HearingResponseView response={response} sections={sections} />;
}

/** The place of a section's answer is made on the server: two members who each made it would overwrite one another. */
function SectionAnswer(props: Common & { readonly section: ResponseSection }) {
  const m = useMessages();
  const { doc, section } = props;
  const fragment = useShared(doc.getMap<unknown>('sections'), (all) => all.get(section.id));
  if (!(fragment instanceof Y.XmlFragment)) return <Alert tone="warning">{m('ui.response.missing')}</Alert>;
  return (
    <>
      {section.heard !== undefined && (
        <Details summary={m('ui.response.heard', { section: section.title })}>{section.heard}</Details>
      )}
      <Answer
        {...props}
        part={section.id}
        fragment={fragment}
        label={m('ui.response.section', { section: section.title })}
        hint={m('ui.response.sectionHint')}
        offersNoRemarks
      />
    </>
  );
}

/** Goes to where a part is answered: a section by its id, `general` or `minority`. */
export function goToAnswer(part: string): void {
  const answer = document.getElementById(answerId(part));
  answer?.querySelector<HTMLElement>(CONTROL)?.focus();
  answer?.scrollIntoView({ block: 'center' });
}

/** Where a part is answered: what a link to it leads to. */
export function answerId(part: string): string {
  return `svar-${part}`;
}

const CONTROL = 'textarea, [role="textbox"]';

type AnswerProps = Common & {
  readonly part: string;
  readonly fragment: Y.XmlFragment;
  readonly label: string;
  readonly hint: string;
  readonly offersNoRemarks?: boolean;
};

function Answer(props: AnswerProps) {
  const m = useMessages();
  const { fragment, label, hint } = props;
  const [wantsRich, setWantsRich] = useState(false);
  const isPlain = useShared(fragment, isPlainProse);
  const content = useFragment(fragment);
  const isEmpty = content !== null && isEmptyRich(content);
  const answer = useRef<HTMLDivElement>(null);
  const sayNothing = () => {
    answerNothing(fragment, m('ui.response.noRemarksText'));
    // The button goes away with what it did.
    answer.current?.querySelector<HTMLElement>(CONTROL)?.focus();
  };
  return (
    <div className="e-answer" id={answerId(props.part)} ref={answer}>
      {wantsRich || !isPlain ? (
        <RichTextEditor {...props} readOnly={false} hint={isPlain ? hint : `${hint} ${m('ui.response.keepsRich')}`} />
      ) : (
        <PlainAnswer fragment={fragment} label={label} hint={hint} />
      )}
      <div className="e-answer-tools">
        {props.offersNoRemarks && isEmpty && (
          <Button look="quiet" onClick={sayNothing}>
            {m('ui.response.noRemarks')} <span className="e-hidden">: {label}</span>
          </Button>
        )}
        {isPlain && (
          <Button look="quiet" onClick={() => setWantsRich(!wantsRich)}>
            {m(wantsRich ? 'ui.response.plain' : 'ui.response.rich')} <span className="e-hidden">: {label}</span>
          </Button>
        )}
      </div>
    </div>
  );
}

function PlainAnswer({ fragment, label, hint }: Pick<AnswerProps, 'fragment' | 'label' | 'hint'>) {
  const id = useId();
  const words = useMemo(() => wordsOfFragment(fragment), [fragment]);
  return (
    <div className="e-words">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <p className="form-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <BoundTextArea words={words} id={id} describedBy={`${id}-hint`} rows={6} multiline />
    </div>
  );
}

function isPlainProse(fragment: Y.XmlFragment): boolean {
  return plainLines(fragment) !== null;
}

function answerNothing(fragment: Y.XmlFragment, sentence: string): void {
  const words = wordsOfFragment(fragment);
  words.change({ index: 0, removed: words.read().length, inserted: sentence }, null);
}
