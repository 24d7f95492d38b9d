import { Button, Link, useAnnouncer, useMessages } from '@enig/ui';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { useFormats } from '../formats';
import { ConfirmDecisionDocument, type BoardFieldsFragment } from '../generated/graphql';

type Row = BoardFieldsFragment['rows'][number];

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

interface Acted {
  readonly row: Row;
  readonly refetch: () => void;
}

/** What the viewer may do about one party: confirm what was entered for it, record, or correct. */
export function RowActs({ agreement, row, refetch }: Acted & { readonly agreement: string }) {
  const m = useMessages();
  const { place, busy, refused, send } = useConfirming({ row, refetch });
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
      <RowLinks agreement={agreement} row={row} />
    </div>
  );
}

function RowLinks({ agreement, row }: { readonly agreement: string; readonly row: Row }) {
  const m = useMessages();
  const { party, mayReaffirm, mayRecord, isOwn } = row;
  return (
    <>
      {mayReaffirm && (
        <>
          <Link href={`/aftaler/${agreement}/godkendelse/${party.id}/igen`}>
            {m('page.approval.reaffirm')} <span className="e-hidden">{party.name}</span>
          </Link>{' '}
        </>
      )}
      {mayRecord && (
        <>
          <RecordLink agreement={agreement} who={party} decision={row.decision ?? row.unconfirmed} />{' '}
        </>
      )}
      {isOwn && (
        <Link href={`/aftaler/${agreement}/sag/${party.id}`}>
          {m('page.approval.case')} <span className="e-hidden">{party.name}</span>
        </Link>
      )}
    </>
  );
}

/** Confirms what was entered for the party. @returns also the place that takes focus: the button goes away. */
function useConfirming({ row, refetch }: Acted) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const place = useRef<HTMLDivElement>(null);
  const [, confirm] = useMutation(ConfirmDecisionDocument);
  const [tried, setTried] = useState('');
  const { busy, refused, code, run } = useCommand(async () => {
    const decision = row.toConfirm?.id ?? '';
    setTried(decision);
    const result = await confirm({ input: { decision } });
    return { result, payload: result.data?.confirmDecision };
  });
  const send = async () => {
    if (await run()) {
      say(m('page.approval.confirmed', { party: row.party.name }));
      place.current?.focus();
    }
    refetch();
  };
  const isOther = code === 'AP-11-NOTHING-TO-CONFIRM' && row.toConfirm !== null && row.toConfirm.id !== tried;
  const whatNow = useWhatNow(isOther ? row.toConfirm : null);
  return { place, busy, refused: whatNow ?? refused, send };
}

/** What is to be confirmed now in place of what was gone: the same button stands for it, and it may be a no. */
function useWhatNow(toConfirm: Row['toConfirm']): string | null {
  const m = useMessages();
  const { date } = useFormats();
  if (!toConfirm) return null;
  const { body, outcome, meetingDate } = toConfirm;
  const said = { body: body.name, outcome: m(`outcome.${outcome}`), date: date(meetingDate) };
  return m('page.approval.confirmChanged', said);
}
