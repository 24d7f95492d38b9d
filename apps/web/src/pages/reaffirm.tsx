import { BackLink, EmptyState, Link, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useFormats } from '../formats';
import {
  ApprovedBeforeDocument,
  BoardDocument,
  ChangedSinceDocument,
  type ApprovedBeforeQuery,
  type BoardFieldsFragment,
  type ChangedSinceQuery,
} from '../generated/graphql';
import { QueryPage, TroublePage } from '../query-page';
import { ChangedSince } from './changed-since';
import { askedOf } from './decision-asked';
import { DecisionFrame } from './decision-frame';
import { useDecisionForm, type DecisionPlace } from './decision-form';
import { MeetingFields } from './meeting-fields';

type Row = BoardFieldsFragment['rows'][number];
type Changed = NonNullable<ChangedSinceQuery['changedSince']>;

/** A party that approved an earlier text sees what has changed since, and approves again in one step. */
export function ReaffirmPage() {
  const { id = '', who = '' } = useParams();
  return (
    <QueryPage query={BoardDocument} variables={{ id }} pick={(data) => data.agreement} fresh>
      {(agreement, refetch) => {
        const { board } = agreement;
        const row = board?.rows.find(({ party }) => party.id === who);
        const asked = board ? askedOf(board, who) : undefined;
        if (!board || !row || !asked) return <TroublePage trouble="notFound" retry={refetch} />;
        if (!row.earlier) return <NothingToReaffirm agreement={id} row={row} />;
        if (!row.mayReaffirm) return <TroublePage trouble="forbidden" retry={refetch} />;
        const place = { agreement, board, asked, step: null };
        return <Reaffirm key={asked.id} place={place} row={row} earlier={row.earlier} retry={refetch} />;
      }}
    </QueryPage>
  );
}

function NothingToReaffirm({ agreement, row }: { readonly agreement: string; readonly row: Row }) {
  const variables = { agreement, party: row.party.id };
  return (
    <QueryPage query={ApprovedBeforeDocument} variables={variables} pick={whatIsAwaited} fresh>
      {(awaited) => <Nothing agreement={agreement} row={row} {...awaited} />}
    </QueryPage>
  );
}

/** Whether it approved a text that is being rewritten: then the new one is approved again. */
function whatIsAwaited({ agreement, approvedBefore }: ApprovedBeforeQuery) {
  return agreement && { isRewriting: agreement.isWritingOpen && approvedBefore };
}

function Nothing(props: { readonly agreement: string; readonly row: Row; readonly isRewriting: boolean }) {
  const m = useMessages();
  const { agreement, row, isRewriting } = props;
  const title = m('page.reaffirm.title', { party: row.party.name });
  useDocumentTitle(title);
  const way = <BackLink href={`/aftaler/${agreement}/godkendelse`} where={m('page.approval.title')} />;
  return (
    <Page header={<PageHeader title={title} way={way} />}>
      <EmptyState>{m(isRewriting ? 'page.changedSince.rewriting' : 'page.reaffirm.nothing')}</EmptyState>
    </Page>
  );
}

interface Opened {
  readonly place: DecisionPlace;
  readonly row: Row;
  readonly earlier: NonNullable<Row['earlier']>;
}

function Reaffirm({ retry, ...opened }: Opened & { readonly retry: () => void }) {
  const variables = { agreement: opened.place.agreement.id, party: opened.row.party.id };
  return (
    <QueryPage query={ChangedSinceDocument} variables={variables} pick={(data) => data.changedSince} fresh>
      {(changed, again) => (
        <OfOneText
          {...opened}
          changed={changed}
          retry={() => {
            retry();
            again();
          }}
        />
      )}
    </QueryPage>
  );
}

/** The form stands only under the changes of the very text it approves, and keeps them while somebody writes in it. */
function OfOneText({ retry, ...opened }: Opened & { readonly changed: Changed; readonly retry: () => void }) {
  const isOne = opened.changed.after.hash === opened.place.board.version.hash;
  const [shown, setShown] = useState(isOne ? opened : null);
  if (!shown && isOne) setShown(opened);
  if (!shown) return <TroublePage trouble="failed" retry={retry} />;
  return <ReaffirmView {...shown} />;
}

function ReaffirmView({ place, row, earlier, changed }: Opened & { readonly changed: Changed }) {
  const m = useMessages();
  const { date } = useFormats();
  const form = useDecisionForm(place, { reaffirms: earlier.id });
  const { party } = row;
  const title = m('page.reaffirm.title', { party: party.name });
  const back = `/aftaler/${place.agreement.id}/godkendelse`;
  useDocumentTitle(title, form.errors.length > 0);
  const version = changed.before.number;
  const when = date(earlier.meetingDate);
  const intro = m(changed.isSame ? 'page.reaffirm.introSame' : 'page.reaffirm.intro', {
    body: earlier.body.name,
    version,
    date: when,
  });
  return (
    <Page
      header={
        <PageHeader title={title} way={<BackLink href={back} where={m('page.approval.title')} />} state={intro} />
      }
    >
      <ChangedSince changed={changed} name={m('page.reaffirm.changed')} />
      <section aria-labelledby="again">
        <h2 id="again">{m('page.reaffirm.again')}</h2>
        <p>{m(changed.isSame ? 'page.reaffirm.hintSame' : 'page.reaffirm.hint', { body: earlier.body.name })}</p>
        {row.twoPeople && <p>{m('page.recordDecision.second')}</p>}
        <DecisionFrame form={form} verb={m('page.reaffirm.again')} back={back}>
          <MeetingFields form={form} />
        </DecisionFrame>
        <p>
          <Link href={`${back}/${party.id}`}>{m('page.reaffirm.otherwise')}</Link>
        </p>
      </section>
    </Page>
  );
}
