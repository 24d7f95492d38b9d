import { shortHash } from '@enig/messages';
import { BackLink, EmptyState, Link, Page, PageHeader, Select, Table, useDocumentTitle, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useFormats } from '../formats';
import { HistoryDocument, type HistoryQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { VersionChanges } from './version-changes';
import { WholeCase } from './whole-case';

type Agreement = NonNullable<HistoryQuery['agreement']>;

/** An agreement's versions, what changed between two of them, and who did what when. */
export function HistoryPage() {
  const { id = '' } = useParams();
  return (
    <QueryPage
      query={HistoryDocument}
      variables={{ id }}
      pick={({ agreement, acts }) => (agreement ? { agreement, acts } : null)}
    >
      {({ agreement, acts }) => <History agreement={agreement} acts={acts} />}
    </QueryPage>
  );
}

function History({ agreement, acts }: { readonly agreement: Agreement; readonly acts: HistoryQuery['acts'] }) {
  const m = useMessages();
  useDocumentTitle(`${m('page.history.title')}: ${agreement.title}`);
  return (
    <Page
      wide
      header={
        <PageHeader
          title={m('page.history.title')}
          way={<BackLink href={`/aftaler/${agreement.id}`} where={agreement.title} />}
          state={`${m('page.history.versionCount', { count: agreement.versions.length })} · ${m('page.history.actCount', { count: acts.length })}`}
        />
      }
    >
      <Versions versions={agreement.versions} />
      {agreement.versions.length > 1 && <Comparison versions={agreement.versions} />}
      <Acts acts={acts} />
      <WholeCase agreement={agreement.id} log={agreement.log} />
    </Page>
  );
}

function Versions({ versions }: { readonly versions: Agreement['versions'] }) {
  const m = useMessages();
  const { dateTime } = useFormats();
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{m('page.history.versions')}</h2>
      <Table
        caption={m('page.history.versions')}
        captionHidden
        rows={versions}
        rowKey={({ hash }) => hash}
        empty={<EmptyState>{m('page.history.noVersions')}</EmptyState>}
        columns={[
          {
            key: 'number',
            header: m('page.history.version'),
            rowHeader: true,
            cell: ({ number, hash }) => <Link href={`/versioner/${hash}`}>{m('page.version.title', { number })}</Link>,
          },
          { key: 'act', header: m('page.history.purpose'), cell: ({ act }) => m(`versionAct.${act}`) },
          { key: 'at', header: m('page.history.when'), cell: ({ createdAt }) => dateTime(createdAt) },
          { key: 'by', header: m('page.history.who'), cell: ({ createdBy }) => createdBy },
          {
            key: 'hash',
            header: m('page.history.hash'),
            cell: ({ hash, manifestUrl }) => (
              <a href={manifestUrl}>
                <code className="e-hash">{shortHash(hash)}</code>
              </a>
            ),
          },
        ]}
      />
    </section>
  );
}

/** What changed between two versions; the two newest to begin with. */
function Comparison({ versions }: { readonly versions: Agreement['versions'] }) {
  const m = useMessages();
  const inOrder = [...versions].sort((one, other) => one.number - other.number);
  const [before, setBefore] = useState(inOrder.at(-2)?.hash ?? '');
  const [after, setAfter] = useState(inOrder.at(-1)?.hash ?? '');
  const options = inOrder.map(({ hash, number }) => ({ value: hash, label: m('page.version.title', { number }) }));
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{m('page.history.changes')}</h2>
      <div className="e-fields-row">
        <Select label={m('page.history.before')} none={null} options={options} value={before} onChange={setBefore} />
        <Select label={m('page.history.after')} none={null} options={options} value={after} onChange={setAfter} />
      </div>
      <VersionChanges before={before} after={after} />
    </section>
  );
}

function Acts({ acts }: { readonly acts: HistoryQuery['acts'] }) {
  const m = useMessages();
  const { dateTime } = useFormats();
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{m('page.history.acts')}</h2>
      <p>{m('page.history.actsText')}</p>
      <Table
        caption={m('page.history.acts')}
        captionHidden
        rows={acts}
        rowKey={({ id }) => id}
        empty={<EmptyState>{m('page.history.noActs')}</EmptyState>}
        columns={[
          { key: 'number', header: m('page.history.number'), numeric: true, cell: ({ number }) => number },
          { key: 'at', header: m('page.history.when'), cell: ({ at }) => dateTime(at) },
          { key: 'what', header: m('page.history.what'), rowHeader: true, cell: ({ sentence }) => sentence },
          {
            key: 'who',
            header: m('page.history.who'),
            cell: ({ person, capacity, body }) => (
              <>
                {person}
                <span className="e-note">
                  {' '}
                  {capacity}, {body}
                </span>
              </>
            ),
          },
          {
            key: 'hash',
            header: m('page.history.hash'),
            cell: ({ hash }) => <code className="e-hash">{shortHash(hash)}</code>,
          },
        ]}
      />
    </section>
  );
}
