import { Alert, BackLink, Button, ErrorSummary, Link, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import type { FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useFormats } from '../formats';
import { BoardDocument } from '../generated/graphql';
import { QueryPage, TroublePage } from '../query-page';
import { afterwards } from './decision-afterwards';
import { askedOf } from './decision-asked';
import { DecisionFields } from './decision-fields';
import { useDecisionForm, type DecisionForm, type DecisionPlace } from './decision-form';

/** Records what a party's council or committee decided, or a body that belongs to none. Date, item and wording suffice for a plain yes. */
export function RecordDecisionPage() {
  const { id = '', who = '' } = useParams();
  return (
    <QueryPage query={BoardDocument} variables={{ id }} pick={(data) => data.agreement} fresh>
      {(agreement, refetch) => {
        const asked = agreement.board ? askedOf(agreement.board, who) : undefined;
        if (!asked || !agreement.board) return <TroublePage trouble="notFound" retry={refetch} />;
        if (!asked.mayRecord) return <TroublePage trouble="forbidden" retry={refetch} />;
        return <RecordDecision key={asked.id} agreement={agreement} board={agreement.board} asked={asked} />;
      }}
    </QueryPage>
  );
}

function RecordDecision(opened: DecisionPlace) {
  const m = useMessages();
  const formats = useFormats();
  const navigate = useNavigate();
  const form = useDecisionForm(opened);
  const { agreement, board, asked } = form.place;
  const title = m('page.recordDecision.titleFor', { party: asked.name });
  const back = `/aftaler/${agreement.id}/godkendelse`;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await form.send()) await navigate(back);
  };
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
      <form onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {form.refused && (
          <Alert tone="error" live>
            <p>{form.refused}</p>
          </Alert>
        )}
        <Superseded decision={form.superseded} />
        <DecisionFields form={form} />
        <p>{afterwards(form, m, formats)}</p>
        <Button type="submit" look="primary" busy={form.busy}>
          {m('page.recordDecision.record')}
        </Button>
      </form>
    </Page>
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
