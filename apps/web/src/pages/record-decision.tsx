import { Alert, BackLink, Link, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useParams, useSearchParams } from 'react-router';
import { useFormats } from '../formats';
import { BoardDocument } from '../generated/graphql';
import { QueryPage, TroublePage } from '../query-page';
import { afterwards } from './decision-afterwards';
import { askedOf } from './decision-asked';
import { DecisionFields } from './decision-fields';
import { useDecisionForm, type DecisionForm, type DecisionPlace } from './decision-form';
import { DecisionFrame } from './decision-frame';
import { TwoPeople } from './two-people';

/** Records what a party's council or committee decided, or a body that belongs to none. Date, item and wording suffice for a plain yes. */
export function RecordDecisionPage() {
  const { id = '', who = '' } = useParams();
  const [query] = useSearchParams();
  return (
    <QueryPage query={BoardDocument} variables={{ id }} pick={(data) => data.agreement} fresh>
      {(agreement, refetch) => {
        const asked = agreement.board ? askedOf(agreement.board, who) : undefined;
        if (!asked || !agreement.board) return <TroublePage trouble="notFound" retry={refetch} />;
        if (!asked.mayRecord || asked.places.length === 0) return <TroublePage trouble="forbidden" retry={refetch} />;
        return (
          <RecordDecision
            key={asked.id}
            agreement={agreement}
            board={agreement.board}
            asked={asked}
            step={query.get('trin')}
            refetch={refetch}
          />
        );
      }}
    </QueryPage>
  );
}

function RecordDecision({ refetch, ...opened }: DecisionPlace & { readonly refetch: () => void }) {
  const m = useMessages();
  const formats = useFormats();
  const form = useDecisionForm(opened);
  const { agreement, board, asked } = form.place;
  // What the party chooses now is told at once; what the decision is about stays as it was seen.
  const row = opened.board.rows.find(({ party }) => party.id === asked.id);
  const needsSecond = row?.isOwn === true && row.twoPeople;
  const title = m('page.recordDecision.titleFor', { party: asked.name });
  const back = `/aftaler/${agreement.id}/godkendelse`;
  useDocumentTitle(title, form.errors.length > 0);
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href={back} where={m('page.approval.title')} />}
          state={
            <>
              {m('page.version.title', { number: board.version.number })} ·{' '}
              <Link href={`/versioner/${board.version.hash}`}>{m('page.recordDecision.read')}</Link>
            </>
          }
        />
      }
    >
      <DecisionFrame form={form} verb={m('page.recordDecision.record')} back={back}>
        {row?.mayReaffirm && <ApproveAgain href={`${back}/${asked.id}/igen`} />}
        <Superseded decision={form.superseded} />
        <DecisionFields form={form} />
        {needsSecond && <p>{m('page.recordDecision.second')}</p>}
        <p>{afterwards(form, m, formats)}</p>
      </DecisionFrame>
      {row?.isOwn && <TwoPeople agreement={agreement.id} row={row} done={refetch} />}
    </Page>
  );
}

/** A party that approved the text before this one need not begin anew. */
function ApproveAgain({ href }: { readonly href: string }) {
  const m = useMessages();
  return (
    <Alert tone="info">
      <p>
        <Link href={href}>{m('page.approval.reaffirm')}</Link>
      </p>
    </Alert>
  );
}

/** What is already recorded of the same body, and is corrected by this. */
function Superseded({ decision }: { readonly decision: DecisionForm['superseded'] }) {
  const m = useMessages();
  const formats = useFormats();
  if (!decision) return null;
  const [outcome, date] = [m(`outcome.${decision.outcome}`), formats.date(decision.meetingDate)];
  return (
    <Alert tone="info">
      <p>{m('page.recordDecision.corrects', { body: decision.body.name, outcome, date })}</p>
    </Alert>
  );
}
