import { Details, fileSize, useLocale, useMessages } from '@enig/ui';
import type { Round } from './hearing';

/** A document that is heard: in short, easy-read, and its files. */
export function HeardDocument({ document }: { readonly document: NonNullable<Round['document']> }) {
  const m = useMessages();
  const locale = useLocale();
  return (
    <section aria-labelledby="material">
      <h2 id="material">{m('page.round.document')}</h2>
      <h3>{document.title}</h3>
      <Details summary={m('page.round.easyRead')} open>
        <Paragraphs text={document.easyRead} />
      </Details>
      {document.text !== '' && (
        <Details summary={m('page.round.fullText')} open>
          <Paragraphs text={document.text} />
        </Details>
      )}
      {document.files.length > 0 && (
        <>
          <h3>{m('page.round.files')}</h3>
          <ul>
            {document.files.map(({ name, sha256, size, url }) => (
              <li key={sha256}>
                <a href={url} download={name}>
                  {name}
                </a>{' '}
                <span className="e-note">({fileSize(size, locale)})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Plain text with an empty line between its paragraphs. */
function Paragraphs({ text }: { readonly text: string }) {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph, index) => <p key={index}>{paragraph.trim()}</p>);
}
