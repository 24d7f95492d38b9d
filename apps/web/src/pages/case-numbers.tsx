import { findPersonalNumbers } from '@enig/hearing';
import { plainText, type CaseJson } from '@enig/text';
import { Alert, caseFieldId, PersonalNumberWarning, useMessages } from '@enig/ui';

/** The fields of a case that somebody writes, in the order they are written in. */
const WRITTEN = ['title', 'summary', 'case', 'recommendation', 'economy', 'hearing', 'legal', 'kle'] as const;

/** Warns while a case is written that a personal number seems to stand in it (AP-34). */
export function CaseNumbers({ content }: { readonly content: CaseJson | null }) {
  const m = useMessages();
  if (!content) return null;
  const fields = WRITTEN.map((key) => ({
    ...{ name: m(`caseField.${key}`), id: caseFieldId(key), text: wordsOf(content, key) },
  }));
  return <PersonalNumberWarning fields={fields} help={m('screening.warning.case')} />;
}

/** The last word before a case is sent on: the fields in which a personal number seems to stand. It forbids nothing. */
export function CaseNumbersLeft({ content }: { readonly content: CaseJson | null }) {
  const m = useMessages();
  const numbered = WRITTEN.filter((key) => content && findPersonalNumbers(wordsOf(content, key)).length > 0);
  if (numbered.length === 0) return null;
  return (
    <Alert tone="warning" heading={m('screening.warning.title')}>
      <ul>
        {numbered.map((key) => (
          <li key={key}>{m(`caseField.${key}`)}</li>
        ))}
      </ul>
      <p>{m('screening.warning.case')}</p>
    </Alert>
  );
}

function wordsOf(content: CaseJson, key: (typeof WRITTEN)[number]): string {
  const value = content[key];
  return typeof value === 'string' ? value : plainText(value);
}
