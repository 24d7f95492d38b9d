import { Details, useMessages } from '@enig/ui';
import { TextView } from '../text-view';
import { AnnexList } from './annexes';
import { HeardDocument } from './heard-document';
import type { Round } from './hearing';
import { ReadingLinks } from './reading-links';

/** What was sent out for a hearing: a version or focus areas of it, with its annexes, or a document. */
export function WhatIsHeard({ round }: { readonly round: Round }) {
  return (
    <>
      {round.document && <HeardDocument document={round.document} />}
      {round.version && <Material round={round} version={round.version} />}
      {round.version && round.isWhole && <AnnexList annexes={round.version.annexes} />}
    </>
  );
}

/** The frozen version to read, or the focus areas of it that are heard, easy-read beside the full text. */
function Material({ round, version }: { readonly round: Round; readonly version: NonNullable<Round['version']> }) {
  const m = useMessages();
  const heard = new Set(round.sections.map(({ section }) => section));
  const sections = version.sections.filter(({ section }) => round.isWhole || heard.has(section));
  return (
    <section aria-labelledby="material">
      <h2 id="material">
        {m(round.myResponse ? 'page.hearing.material' : 'page.hearing.materialSent', { number: version.number })}
      </h2>
      <ReadingLinks round={round.id} />
      {sections.map((section) => (
        <Details
          key={section.section}
          summary={`${section.number === null ? '' : `${section.number} `}${section.title}`}
        >
          {section.easyRead !== null && (
            <Details summary={m('page.version.easyRead')}>
              <TextView content={section.easyRead} level={4} />
            </Details>
          )}
          <TextView content={section.content} />
        </Details>
      ))}
    </section>
  );
}
