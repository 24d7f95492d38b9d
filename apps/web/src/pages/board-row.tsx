import { Button, Link, StateMark, useAnnouncer, useMessages } from '@enig/ui';
import { useRef } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { useFormats } from '../formats';
import { ConfirmDecisionDocument, type BoardFieldsFragment } from '../generated/graphql';

type Row = BoardFieldsFragment['rows'][number];

/** What a party's body decided in one step, and whether it counts. */
export function DecisionCell({ decision }: { readonly decision: Row['decision'] }) {
  const m = useMessages();
  const { shortDate } = useFormats();
  if (!decision) return <StateMark state="notStarted">{m('page.approval.open')}</StateMark>;
  return (
    <>
      {decision.lapsed ? <s>{m(`outcome.${decision.outcome}`)}</s> : m(`outcome.${decision.outcome}`)}
      {(decision.lapsed || isUnconfirmed(decision)) && ','}
      <span className="e-note">
        {decision.lapsed && ` ${m('page.approval.lapsed')}`}
        {!decision.lapsed && isUnconfirmed(decision) && ` ${m(waitingWords(decision))}`}{' '}
        {shortDate(decision.meetingDate)}
        {decision.item && `, ${m('page.approval.item', { item: decision.item })}`}
      </span>
      {decision.minutesLink && (
        <>
          {' '}
          <a href={decision.minutesLink} rel="noreferrer">
            {m('page.approval.minutes')}
          </a>
        </>
      )}
      <DecisionPapers decision={decision} />
    </>
  );
}

/** What a minority said, the minutes where they are a file, and the receipt. */
function DecisionPapers({ decision }: { readonly decision: NonNullable<Row['decision']> }) {
  const m = useMessages();
  const { minority, minutesUrl, minutesName, minutesHeldBack, receiptUrl, body } = decision;
  return (
    <>
      {minutesUrl && (
        <>
          {' '}
          <a href={minutesUrl} download={minutesName ?? true}>
            {m('page.approval.minutesFile')}
          </a>
        </>
      )}{' '}
      <a href={receiptUrl}>
        {m('page.approval.receipt')} <span className="e-hidden">{body.name}</span>
      </a>
      {minutesHeldBack && <p className="e-note">{m('page.approval.minutesHeld')}</p>}
      {minority && <p className="e-note">{m('page.approval.minority', { words: minority })}</p>}
    </>
  );
}

/** The way to where a decision is recorded, or corrected where one stands. */
export function RecordLink(props: {
  readonly agreement: string;
  /** The party, or the body that belongs to none. */
  readonly who: { readonly id: string; readonly name: string };
  readonly decision: Row['decision'];
  /** The step, where a body takes several. */
  readonly step?: { readonly key: string; readonly name: string } | undefined;
}) {
  const m = useMessages();
  const { agreement, who, decision, step } = props;
  return (
    <Link href={`/aftaler/${agreement}/godkendelse/${who.id}${step ? `?trin=${encodeURIComponent(step.key)}` : ''}`}>
      {m(decision && !decision.lapsed ? 'page.approval.correct' : 'page.approval.record')}{' '}
      <span className="e-hidden">{step ? `${who.name}: ${step.name}` : who.name}</span>
    </Link>
  );
}

/** What the viewer may do about one party: confirm what was entered for it, record, or correct. */
export function RowActs(props: { readonly agreement: string; readonly row: Row; readonly refetch: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const place = useRef<HTMLDivElement>(null);
  const { row } = props;
  const [, confirm] = useMutation(ConfirmDecisionDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await confirm({ input: { decision: row.toConfirm?.id ?? '' } });
    return { result, payload: result.data?.confirmDecision };
  });
  const send = async () => {
    if (await run()) {
      say(m('page.approval.confirmed', { party: row.party.name }));
      // The button goes away with what it did.
      place.current?.focus();
    }
    props.refetch();
  };
  return (
    <div ref={place} tabIndex={-1} className="e-row-acts">
      {refused && <p role="alert">{refused}</p>}
      {row.toConfirm && (
        <Button look="primary" busy={busy} onClick={() => void send()}>
          {m('page.approval.confirm')}{' '}
          <span className="e-hidden">
            {row.party.name}, {row.toConfirm.body.name}
          </span>
        </Button>
      )}
      {row.mayReaffirm && (
        <>
          <Link href={`/aftaler/${props.agreement}/godkendelse/${row.party.id}/igen`}>
            {m('page.approval.reaffirm')} <span className="e-hidden">{row.party.name}</span>
          </Link>{' '}
        </>
      )}
      {row.mayRecord && (
        <>
          <RecordLink agreement={props.agreement} who={row.party} decision={row.decision} />{' '}
        </>
      )}
      {row.isOwn && (
        <Link href={`/aftaler/${props.agreement}/sag/${row.party.id}`}>
          {m('page.approval.case')} <span className="e-hidden">{row.party.name}</span>
        </Link>
      )}
    </div>
  );
}

/** Entered for the party, or recorded by the first of two, and not yet confirmed: it does not count. */
function isUnconfirmed({ isOwn, needsSecond, confirmedAt }: NonNullable<Row['decision']>): boolean {
  return (!isOwn || needsSecond) && confirmedAt === null;
}

function waitingWords({ needsSecond }: NonNullable<Row['decision']>) {
  return needsSecond ? 'page.approval.unconfirmedSecond' : 'page.approval.unconfirmed';
}
