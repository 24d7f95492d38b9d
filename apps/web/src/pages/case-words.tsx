import { isEmptyRich, type CaseJson } from '@enig/text';
import { RichTextView, useMessages } from '@enig/ui';

/** The case as it reads. */
export function CaseWords({ content }: { readonly content: CaseJson | null }) {
  const m = useMessages();
  if (!content) return null;
  const lines = (['legal', 'kle'] as const).filter((key) => content[key].trim() !== '');
  const prose = (['case', 'recommendation', 'economy', 'hearing'] as const).filter((key) => !isEmptyRich(content[key]));
  return (
    <article className="e-text">
      <h2>{content.title || m('page.agreement.untitled')}</h2>
      <p>{content.summary}</p>
      {prose.map((key) => (
        <section key={key}>
          <h3>{m(`caseField.${key}`)}</h3>
          <RichTextView content={content[key]} headingLevel={4} />
        </section>
      ))}
      {lines.map((key) => (
        <section key={key}>
          <h3>{m(`caseField.${key}`)}</h3>
          <p>{content[key]}</p>
        </section>
      ))}
    </article>
  );
}
