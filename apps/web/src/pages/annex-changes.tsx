import { useMessages } from '@enig/ui';
import type { ComparedAnnexFragment, VersionDiffQuery } from '../generated/graphql';

type Change = VersionDiffQuery['versionDiff']['annexes'][number];

/** The annexes that came, went, or are not as they were, each with its files to fetch. Nothing where none is. */
export function AnnexChanges({ annexes }: { readonly annexes: readonly Change[] }) {
  const m = useMessages();
  if (annexes.length === 0) return null;
  return (
    <section aria-label={m('page.history.annexes')} className="e-slot-change">
      <h3>
        {m('page.history.annexes')} <span className="e-note">· {m('diff.changed')}</span>
      </h3>
      <ul>
        {annexes.map((change, index) => (
          <li key={index}>
            <AnnexChange change={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AnnexChange({ change: { change, before, after, differs } }: { readonly change: Change }) {
  const m = useMessages();
  const annex = after ?? before;
  if (!annex) return null;
  const { number, title } = annex;
  if (change === 'added' || change === 'removed') {
    return (
      <>
        {m(change === 'added' ? 'page.history.annexAdded' : 'page.history.annexRemoved', { number, title })}{' '}
        <File annex={annex} label={annex.fileName} />
      </>
    );
  }
  if (!before || !after) return null;
  const ways = {
    number: m('page.history.annexNumber', { before: before.number, after: after.number }),
    title: m('page.history.annexTitle', { before: before.title, after: after.title }),
    fileName: m('page.history.annexFileName', { before: before.fileName, after: after.fileName }),
    file: m('page.history.annexFile'),
  };
  return (
    <>
      {m('page.history.annexChanged', { number, title, what: differs.map((each) => ways[each]).join(' ') })}{' '}
      {differs.includes('file') && (
        <>
          <File annex={before} label={m('page.history.annexOldFile')} /> ·{' '}
          <File annex={after} label={m('page.history.annexNewFile')} />
        </>
      )}
    </>
  );
}

function File({ annex, label }: { readonly annex: ComparedAnnexFragment; readonly label: string }) {
  return (
    <a href={annex.url} download={annex.fileName}>
      {label}
    </a>
  );
}
