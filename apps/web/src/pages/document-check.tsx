import { Alert, Button, useMessages } from '@enig/ui';
import { useEffect, useId, useState } from 'react';
import { useQuery } from 'urql';
import { DocumentCheckDocument, type DocumentCheckQuery, type DocumentField } from '../generated/graphql';
import { troubleOf } from '../query-page';

/** How long in ms nobody has typed before the document is looked through. */
const REST = 1_000;

const FIELDS: readonly DocumentField[] = ['title', 'text', 'easyRead', 'files'];

type Finding = DocumentCheckQuery['documentCheck']['findings'][number];

/** A document of its own, as somebody has filled it in. */
export interface CheckedDocument {
  readonly title: string;
  readonly text: string;
  readonly easyRead: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/**
 * What was seen in a document before it is heard: personal numbers in its text and files, and what does not fit. Looked
 * through while it is filled in, since it cannot be corrected once the hearing is open. It forbids nothing. The fields
 * have the ids `title`, `text` and `easyRead`.
 */
export function DocumentCheck({
  agreement,
  document,
}: {
  readonly agreement: string;
  readonly document: CheckedDocument;
}) {
  const m = useMessages();
  const id = useId();
  const { title, text, easyRead, files } = useRested(document);
  const isEmpty = `${title}${text}${easyRead}`.trim() === '' && files.length === 0;
  const sent = files.map(({ name, sha256 }) => ({ name, sha256 }));
  const [{ data, error }, execute] = useQuery({
    query: DocumentCheckDocument,
    variables: { agreement, document: { title, text, easyRead, files: sent } },
    pause: isEmpty,
    requestPolicy: 'network-only',
  });
  if (isEmpty || (!data && !error)) return null;
  return (
    <section aria-labelledby={id} className="e-consistency">
      <h3 id={id}>{m('documentCheck.heading')}</h3>
      {error && (
        <Alert tone="warning" live>
          <p>{m(`page.trouble.${troubleOf(error)}.text`)}</p>
          <Button onClick={() => execute({ requestPolicy: 'network-only' })}>{m('page.trouble.retry')}</Button>
        </Alert>
      )}
      {!error && data && <Findings findings={data.documentCheck.findings} />}
    </section>
  );
}

/** The document as it was when it was last left alone for a while. */
function useRested(document: CheckedDocument): CheckedDocument {
  const [rested, setRested] = useState(document);
  const state = JSON.stringify(document);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(state) as CheckedDocument), REST);
    return () => clearTimeout(timer);
  }, [state]);
  return rested;
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const m = useMessages();
  const { length: count } = findings;
  const found = FIELDS.map((field) => ({ field, own: findings.filter((each) => each.field === field) }));
  return (
    <>
      <p role="status">{count === 0 ? m('documentCheck.none') : m('documentCheck.count', { count })}</p>
      {count > 0 && <p className="form-hint">{m('documentCheck.lead')}</p>}
      {found
        .filter(({ own }) => own.length > 0)
        .map(({ field, own }) => (
          <div key={field}>
            <h4>{m(`documentCheck.${field}`)}</h4>
            <ul>
              {own.map((finding) => (
                <li key={`${finding.message} ${finding.start}`}>
                  {finding.message} <GoTo finding={finding} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </>
  );
}

/** Puts the reader into the field with the words marked; in a file there is no such place. */
function GoTo({ finding: { field, start, end, message } }: { readonly finding: Finding }) {
  const m = useMessages();
  if (start === null || end === null) return null;
  const go = () => {
    const control = document.getElementById(field);
    control?.focus();
    if (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement) {
      control.setSelectionRange(start, end);
    }
  };
  return (
    <Button look="quiet" onClick={go}>
      {m('documentCheck.goTo')}
      <span className="e-hidden">: {message}</span>
    </Button>
  );
}
