import { isMissing } from '@enig/hearing';
import { BackLink, Button, EmptyState, Page, PageHeader, PrintFooter, useDocumentTitle, useMessages } from '@enig/ui';
import { useParams, useSearchParams } from 'react-router';
import { DeadlineWords } from '../deadline';
import { AgreementChangedDocument, RoundOverviewDocument, type RoundOverviewQuery } from '../generated/graphql';
import { useLive } from '../live';
import { QueryPage, TroublePage } from '../query-page';
import { nameOf } from './hearing-head';
import { withParam } from './overview-address';
import { OverviewBar } from './overview-bar';
import { Meetings, NotInTime } from './overview-meetings';
import { OverviewTable } from './overview-table';
import { ReminderPlan } from './reminder-plan';
import { DeadlineActs, NotYetTimeToEnd } from './round-acts';

/** The rows that are shown, in the address: a reload and a link in a mail show the same. */
const SHOWN = 'vis';
const MISSING = 'mangler';

type Round = NonNullable<RoundOverviewQuery['round']>;
/** How far those who are asked have come. */
export type Overview = NonNullable<Round['overview']>;

/** How a hearing goes, for whoever hears: who has come how far, who does not meet in time, and when one reminds. */
export function RoundOverviewPage() {
  const { roundId = '' } = useParams();
  return (
    <QueryPage query={RoundOverviewDocument} variables={{ id: roundId }} pick={(data) => data.round}>
      {(round, refetch) =>
        round.overview ? (
          <OverviewView round={round} overview={round.overview} refetch={refetch} />
        ) : (
          <TroublePage trouble="forbidden" retry={refetch} />
        )
      }
    </QueryPage>
  );
}

interface Props {
  readonly round: Round;
  readonly overview: Overview;
  readonly refetch: () => void;
}

function OverviewView(props: Props) {
  const m = useMessages();
  const { round, overview, refetch } = props;
  useLive(AgreementChangedDocument, { id: round.agreement.id }, refetch);
  const title = m('page.overview.titleOf', { number: round.number });
  useDocumentTitle(`${title}: ${nameOf(round)}`);
  return (
    <Page
      wide
      header={
        <PageHeader
          title={title}
          way={
            <BackLink
              href={`/aftaler/${round.agreement.id}/hoering/${round.id}`}
              where={m('page.hearing.titleOf', { agreement: nameOf(round) })}
            />
          }
          state={
            <>
              {m(`roundState.${round.state}`)} · <DeadlineWords round={round} isOver={round.state !== 'collecting'} />
            </>
          }
          aside={
            <Button look="quiet" onClick={() => window.print()}>
              {m('button.print')}
            </Button>
          }
        />
      }
    >
      <Acts {...props} />
      <NotInTime overview={overview} />
      <Rows overview={overview} />
      <OverviewBar overview={overview} />
      <ReminderPlan round={round} overview={overview} refetch={refetch} />
      <Meetings {...props} />
      <PrintFooter>
        {title} · {nameOf(round)} · {window.location.href}
      </PrintFooter>
    </Page>
  );
}

/** What whoever holds the hearing may do about the deadline. */
function Acts({ round, overview, refetch }: Props) {
  if (!round.may.extend && !round.may.end) return null;
  const waitedFor = overview.rows.filter(({ progress }) => isMissing(progress)).map(({ body }) => body.name);
  const acted = { ...round, waitedFor };
  return (
    <>
      <div className="e-button-row e-no-print">
        <DeadlineActs round={acted} refetch={refetch} />
      </div>
      <NotYetTimeToEnd round={acted} />
    </>
  );
}

/** All who are asked or those alone who are missing, and the same as a file. */
function Rows({ overview }: { readonly overview: Overview }) {
  const m = useMessages();
  const [query, setQuery] = useSearchParams();
  const onlyMissing = query.get(SHOWN) === MISSING;
  const rows = overview.rows.filter(({ progress }) => !onlyMissing || isMissing(progress));
  return (
    <>
      <div className="e-button-row">
        <Button
          aria-pressed={onlyMissing}
          onClick={() => setQuery(withParam(query, SHOWN, onlyMissing ? '' : MISSING), { replace: true })}
        >
          {m('page.overview.onlyMissing')}
        </Button>
        <a
          className="button button-secondary"
          href={`${overview.csvUrl}${onlyMissing ? '?only=missing' : ''}`}
          download
        >
          {m('page.overview.csv')}
        </a>
      </div>
      <OverviewTable
        rows={rows}
        caption={m(onlyMissing ? 'page.overview.captionMissing' : 'page.overview.caption', { count: rows.length })}
        empty={<EmptyState>{m(onlyMissing ? 'page.overview.nobodyMissing' : 'page.overview.nobody')}</EmptyState>}
      />
    </>
  );
}
