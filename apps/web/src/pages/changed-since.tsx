import { BackLink, EmptyState, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useParams } from 'react-router';
import { BoardDocument, ChangedSinceDocument, type ChangedSinceQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { VersionChanges } from './version-changes';

type Changed = NonNullable<ChangedSinceQuery['changedSince']>;

/** "Hvad er ændret, siden I godkendte?": in plain words, then word by word, section by section. */
export function ChangedSince({ changed }: { readonly changed: Changed }) {
  const m = useMessages();
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">{m('page.reaffirm.changed')}</h2>
      <h3>{m('page.reaffirm.words')}</h3>
      <ul>
        {changed.sentences.map((sentence, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ul>
      <h2>{m('page.reaffirm.exactly')}</h2>
      <VersionChanges before={changed.before.hash} after={changed.after.hash} />
    </section>
  );
}

/** The same as a page of its own, for everybody who may read the agreement. */
export function ChangedSincePage() {
  const { id = '', party = '' } = useParams();
  return (
    <QueryPage query={BoardDocument} variables={{ id }} pick={(data) => data.agreement}>
      {(agreement) => (
        <QueryPage
          query={ChangedSinceDocument}
          variables={{ agreement: id, party }}
          pick={(data) => [data.changedSince]}
        >
          {([changed]) => (
            <ChangedSinceView
              agreement={agreement}
              party={agreement.board?.rows.find((row) => row.party.id === party)?.party.name ?? ''}
              changed={changed ?? null}
            />
          )}
        </QueryPage>
      )}
    </QueryPage>
  );
}

function ChangedSinceView(props: {
  readonly agreement: { readonly id: string };
  readonly party: string;
  readonly changed: Changed | null;
}) {
  const m = useMessages();
  const { agreement, party, changed } = props;
  const title = m('page.changedSince.title', { party });
  useDocumentTitle(title);
  const way = <BackLink href={`/aftaler/${agreement.id}/godkendelse`} where={m('page.approval.title')} />;
  if (!changed) {
    return (
      <Page header={<PageHeader title={title} way={way} />}>
        <EmptyState>{m('page.reaffirm.nothing')}</EmptyState>
      </Page>
    );
  }
  const [before, after] = [changed.before.number, changed.after.number];
  const lead = m('page.changedSince.lead', { before, after });
  return (
    <Page header={<PageHeader title={title} way={way} state={lead} />}>
      <ChangedSince changed={changed} />
    </Page>
  );
}
