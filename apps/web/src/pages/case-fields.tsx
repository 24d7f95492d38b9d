import { Button, useAnnouncer, useMessages } from '@enig/ui';
import { useState } from 'react';
import { copyField, type CaseCopy } from './case-copies';

/** Each field of a case with a button that copies it as it is, for an agenda system. */
export function CaseFields({ copies }: { readonly copies: readonly CaseCopy[] }) {
  const m = useMessages();
  return (
    <section aria-labelledby="case-fields">
      <h2 id="case-fields">{m('page.case.fields')}</h2>
      <p>{m('page.case.fieldsText')}</p>
      <CaseCopies copies={copies} />
    </section>
  );
}

/**
 * Fields with a button that copies each.
 *
 * @param props.version  the version the case is on, where it is not the one the page is about: two fields are told apart.
 */
export function CaseCopies(props: { readonly copies: readonly CaseCopy[]; readonly version?: number }) {
  return (
    <dl className="e-case-fields">
      {props.copies.map((copy) => (
        <CaseFieldLine key={copy.key} copy={copy} version={props.version} />
      ))}
    </dl>
  );
}

function CaseFieldLine({ copy, version }: { readonly copy: CaseCopy; readonly version: number | undefined }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [done, setDone] = useState<string>();
  const field = m(`caseField.${copy.key}`);
  const name = version === undefined ? field : m('page.case.earlierField', { field, number: version });
  const send = async () => {
    const sentence = m((await copyField(copy)) ? 'page.case.copied' : 'page.case.notCopied', { field: name });
    setDone(sentence);
    say(sentence);
  };
  return (
    <div>
      <dt>{field}</dt>
      <dd>
        <p className="e-case-words">{copy.plain === '' ? m('page.case.emptyField') : copy.plain}</p>
        {copy.plain !== '' && (
          <Button onClick={() => void send()}>
            {m('page.case.copy')} <span className="e-hidden">{name}</span>
          </Button>
        )}
        {done && <p className="e-note">{done}</p>}
      </dd>
    </div>
  );
}
