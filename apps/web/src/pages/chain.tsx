import { BackLink, Link, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useParams } from 'react-router';
import { AgreementChainDocument, type AgreementChainQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { BodyCalendar } from './body-calendar';
import { ChainPicture, ChainTable } from './chain-picture';

type AgreementOfChain = NonNullable<AgreementChainQuery['agreement']>;

/** The chain an agreement is on: as a picture, as a table, and when those meet who act for all. */
export function ChainPage() {
  const { id = '' } = useParams();
  return (
    <QueryPage query={AgreementChainDocument} variables={{ id }} pick={(data) => data.agreement}>
      {(agreement, refetch) => <ChainView agreement={agreement} refetch={refetch} />}
    </QueryPage>
  );
}

function ChainView(props: { readonly agreement: AgreementOfChain; readonly refetch: () => void }) {
  const m = useMessages();
  const { agreement, refetch } = props;
  const { chain, board } = agreement;
  useDocumentTitle(`${m('page.chain.title')}: ${agreement.title}`);
  const calendars = (board?.sharedCalendars ?? []).filter(({ mayEnter, meetings }) => mayEnter || meetings.length > 0);
  return (
    <Page
      wide
      header={
        <PageHeader
          title={m('page.chain.title')}
          way={<BackLink href={`/aftaler/${agreement.id}`} where={agreement.title} />}
          state={m('page.chain.of', { name: chain.name, version: chain.version })}
        />
      }
    >
      <ChainPicture chain={chain} />
      <p>{m('page.chain.stays')}</p>
      <ChainTable chain={chain} />
      <section aria-labelledby="party-ways" className="e-no-print">
        <h2 id="party-ways">{m('page.chain.parties')}</h2>
        <p>{m('page.chain.partiesWhy')}</p>
        <ul className="e-chain-parties">
          {agreement.parties.map(({ id, name }) => (
            <li key={id}>
              <Link href={`/parter/${id}/vej`}>{name}</Link>
            </li>
          ))}
        </ul>
      </section>
      {calendars.length > 0 && (
        <section aria-labelledby="shared-meetings">
          <h2 id="shared-meetings">{m('page.chain.shared')}</h2>
          {calendars.map((calendar) => (
            <BodyCalendar key={calendar.body.id} calendar={calendar} changed={refetch} />
          ))}
        </section>
      )}
    </Page>
  );
}
