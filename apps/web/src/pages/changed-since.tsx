import { BackLink, EmptyState, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useParams } from 'react-router';
import { SinceApprovalDocument, type SinceApprovalQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { VersionChanges } from './version-changes';

type Changed = NonNullable<SinceApprovalQuery['changedSince']>;

/** "Hvad er ændret, siden I godkendte?": in plain words, then word by word, section by section. */
export function ChangedSince({ changed, name }: { readonly changed: Changed; readonly name: string }) {
  const m = useMessages();
  return (
    <section aria-label={name}>
      <h2>{m('page.reaffirm.words')}</h2>
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
    <QueryPage query={SinceApprovalDocument} variables={{ agreement: id, party }} pick={(data) => sinceIn(data, party)}>
      {(since) => <ChangedSinceView agreement={id} since={since} />}
    </QueryPage>
  );
}

type Since = Pick<SinceApprovalQuery, 'changedSince' | 'approvedBefore'> & {
  readonly party: string;
  readonly isWritingOpen: boolean;
};

/** Nothing where there is no such agreement, or the party is none of its. */
function sinceIn({ agreement, changedSince, approvedBefore }: SinceApprovalQuery, id: string): Since | undefined {
  const party = agreement?.parties.find((each) => each.id === id);
  if (!agreement || !party) return undefined;
  return { changedSince, approvedBefore, party: party.name, isWritingOpen: agreement.isWritingOpen };
}

function ChangedSinceView({ agreement, since }: { readonly agreement: string; readonly since: Since }) {
  const m = useMessages();
  const { party, changedSince: changed } = since;
  const title = m('page.changedSince.title', { party });
  useDocumentTitle(title);
  const way = <BackLink href={`/aftaler/${agreement}/godkendelse`} where={m('page.approval.title')} />;
  if (!changed) {
    return (
      <Page header={<PageHeader title={title} way={way} />}>
        <EmptyState>{m(`page.changedSince.${whyNothing(since)}`, { party })}</EmptyState>
      </Page>
    );
  }
  const [before, after] = [changed.before.number, changed.after.number];
  const lead = m('page.changedSince.lead', { before, after });
  return (
    <Page header={<PageHeader title={title} way={way} state={lead} />}>
      <ChangedSince changed={changed} name={title} />
    </Page>
  );
}

/** Why there is nothing to compare. */
function whyNothing({ approvedBefore, isWritingOpen }: Since): 'neverApproved' | 'rewriting' | 'noNewer' {
  if (!approvedBefore) return 'neverApproved';
  return isWritingOpen ? 'rewriting' : 'noNewer';
}
