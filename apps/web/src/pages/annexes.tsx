import { fileSize, useLocale, useMessages } from '@enig/ui';
import type { AgreementFieldsFragment } from '../generated/graphql';

type Annex = Pick<AgreementFieldsFragment['annexes'][number], 'id' | 'number' | 'title' | 'fileName' | 'size' | 'url'>;

/** The annexes as files to fetch, with name and size. Nothing where there are none. */
export function AnnexList({ annexes }: { readonly annexes: readonly Annex[] }) {
  const m = useMessages();
  const locale = useLocale();
  if (annexes.length === 0) return null;
  return (
    <section aria-labelledby="annexes">
      <h2 id="annexes">{m('page.agreement.annexes')}</h2>
      <ul>
        {annexes.map(({ id, number, title, fileName, size, url }) => (
          <li key={id}>
            <a href={url} download={fileName}>
              {m('page.agreement.annex', { number, title })}
            </a>{' '}
            <span className="e-note">
              ({fileName}, {fileSize(size, locale)})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
