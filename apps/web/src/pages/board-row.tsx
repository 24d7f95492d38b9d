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
      <span className="e-note">
        {decision.lapsed && ` ${m('page.approval.lapsed')}`}
        {!decision.lapsed && isUnconfirmed(decision) && ` ${m('page.approval.unconfirmed')}`}{' '}
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
    </>
  );
}

/** The way to where a decision is recorded, or corrected where one stands. */
export function RecordLink(props: {
  readonly agreement: string;
  /** The party, or the body that belongs to none. */
  readonly who: { readonly id: string; readonly name: string };
  readonly decision: Row['decision'];
}) {
  const m = useMessages();
  const { agreement, who, decision } = props;
  return (
    <Link href={`/aftaler/${agreement}/godkendelse/${who.id}`}>
      {m(decision && !decision.lapsed ? 'page.approval.correct' : 'page.approval.record')}{' '}
      <span className="e-hidden">{who.name}</span>
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
    <div ref={place} tabIndex={-1}>
      {refused && <p role="alert">{refused}</p>}
      {row.toConfirm && (
        <Button look="primary" busy={busy} onClick={() => void send()}>
          {m('page.approval.confirm')}{' '}
          <span className="e-hidden">
            {row.party.name}, {row.toConfirm.body.name}
          </span>
        </Button>
      )}
      {row.mayRecord && <RecordLink agreement={props.agreement} who={row.party} decision={row.decision} />}
    </div>
  );
}

/** Entered for the party by somebody else, and not yet confirmed by its own people: it does not count. */
function isUnconfirmed({ isOwn, confirmedAt }: NonNullable<Row['decision']>): boolean {
  return !isOwn && confirmedAt === null;
}
