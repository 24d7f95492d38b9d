import { Alert, BackLink, Link, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useFormats } from '../formats';
import { BoardDocument } from '../generated/graphql';
import { QueryPage, TroublePage, type Trouble } from '../query-page';
import { today } from '../today';
import { afterwards } from './decision-afterwards';
import { askedOf } from './decision-asked';
import { DecisionFields } from './decision-fields';
import { useDecisionForm, type DecisionPlace } from './decision-form';
import { DecisionFrame } from './decision-frame';
import { DecisionLimits } from './decision-limits';
import { DecisionSuperseded } from './decision-superseded';
import { TwoPeople } from './two-people';

/** Records what a party's council or committee decided, or a body that belongs to none. Date, item and wording suffice for a plain yes. */
export function RecordDecisionPage() {
  const { id = '', who = '' } = useParams();
  const [query] = useSearchParams();
  const step = query.get('trin');
  return (
    <QueryPage query={BoardDocument} variables={{ id }} pick={(data) => data.agreement} fresh>
      {(agreement, refetch) => {
        const asked = agreement.board ? askedOf(agreement.board, who) : undefined;
        const mayRecord = asked?.mayRecord === true && asked.places.length > 0;
        const opened =
          asked && mayRecord && agreement.board ? { agreement, board: agreement.board, asked, step } : null;
        const trouble = asked ? 'forbidden' : 'notFound';
        return <OnceOpened key={`${id} ${who}`} opened={opened} trouble={trouble} refetch={refetch} />;
      }}
    </QueryPage>
  );
}

/** A form that is open stays, whatever others do to the board meanwhile: somebody is writing in it. */
function OnceOpened(props: {
  readonly opened: DecisionPlace | null;
  readonly trouble: Trouble;
  readonly refetch: () => void;
}) {
  const { opened, trouble, refetch } = props;
  const [latest, setLatest] = useState(opened);
  if (opened && opened.board !== latest?.board) setLatest(opened);
  if (!latest) return <TroublePage trouble={trouble} retry={refetch} />;
  return <RecordDecision {...latest} refetch={refetch} />;
}

function RecordDecision({ refetch, ...opened }: DecisionPlace & { readonly refetch: () => void }) {
  const m = useMessages();
  const formats = useFormats();
  const form = useDecisionForm(opened, { lookAgain: refetch });
  const { agreement, asked } = form.place;
  // What the party chooses now is told at once; what the decision is about stays as it was seen.
  const row = opened.board.rows.find(({ party }) => party.id === asked.id);
  const title = m('page.recordDecision.titleFor', { party: asked.name });
  const back = `/aftaler/${agreement.id}/godkendelse`;
  useDocumentTitle(title, form.errors.length > 0);
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href={back} where={m('page.approval.title')} />}
          state={<About place={form.place} />}
        />
      }
    >
      <DecisionFrame form={form} verb={m('page.recordDecision.record')} back={back}>
        {row?.mayReaffirm && <ApproveAgain href={`${back}/${asked.id}/igen`} />}
        <DecisionSuperseded form={form} />
        <DecisionLimits form={form} asked={opened.asked} />
        <DecisionFields form={form} />
        <p>{afterwards(form, opened.asked.waitsFor, m, formats)}</p>
      </DecisionFrame>
      {row?.isOwn && <TwoPeople agreement={agreement.id} row={row} done={refetch} />}
    </Page>
  );
}

/** What is decided about, and by when. */
function About({ place: { agreement, board } }: { readonly place: DecisionPlace }) {
  const m = useMessages();
  const { date, daysLeft } = useFormats();
  const { deadline } = agreement;
  return (
    <>
      {agreement.title} · {m('page.version.title', { number: board.version.number })} ·{' '}
      <Link href={`/versioner/${board.version.hash}`}>{m('page.recordDecision.read')}</Link>
      {!board.isConcluded &&
        ` · ${m('page.agreement.deadline', { date: date(deadline), left: daysLeft(deadline, today()) })}`}
    </>
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
