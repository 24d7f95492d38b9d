import { settledItem } from '@enig/approval';
import { localDateAt, type Instant } from '@enig/kernel';
import { Details, StateMark, useMessages } from '@enig/ui';
import { useFormats } from '../formats';
import type { BoardFieldsFragment } from '../generated/graphql';

type Cell = BoardFieldsFragment['rows'][number]['cells'][number];
/** A decision as the board has it. */
type Decision = NonNullable<Cell['decision']>;

/** What stands in a place of the board: what counts, and beside it what was recorded since and does not. */
export function PlaceCell({ decision, unconfirmed }: Pick<Cell, 'decision' | 'unconfirmed'>) {
  const m = useMessages();
  if (!unconfirmed) return <DecisionCell decision={decision} />;
  return (
    <>
      {decision && <DecisionCell decision={decision} />}
      <div>
        {decision && <span className="e-note">{m('page.approval.since')} </span>}
        <DecisionCell decision={unconfirmed} />
        {unconfirmed.reason && <p className="e-note e-typed">{unconfirmed.reason}</p>}
      </div>
    </>
  );
}

/** What a party's body decided in one step, and whether it counts. */
export function DecisionCell({ decision }: { readonly decision: Cell['decision'] }) {
  const m = useMessages();
  const { shortDate } = useFormats();
  if (!decision) return <StateMark state="notStarted">{m('page.approval.open')}</StateMark>;
  const doubt = doubtAbout(decision);
  return (
    <>
      {decision.lapsed || decision.fellAway ? (
        <s>{m(`outcome.${decision.outcome}`)}</s>
      ) : (
        m(`outcome.${decision.outcome}`)
      )}
      {doubt && ','}
      <span className="e-note">
        {doubt && ` ${m(doubt)}`} {shortDate(decision.meetingDate)}
        <Item of={decision} />
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
      {!isUnconfirmed(decision) && <Superseded decision={decision} />}
    </>
  );
}

/** Which item of the agenda it was, where that is written. */
function Item({ of: { item } }: { readonly of: Pick<Decision, 'item'> }) {
  const m = useMessages();
  return item ? <span className="e-typed">, {m('page.approval.item', { item: settledItem(item) })}</span> : null;
}

/** That it corrects or follows an earlier one, since when that counts, and the way to each of those with its receipt. */
function Superseded({ decision }: { readonly decision: Decision }) {
  const m = useMessages();
  const { shortDate, date } = useFormats();
  const { superseded, recordedAt, confirmedAt, body } = decision;
  const [before] = superseded;
  if (!before) return null;
  const day = date(localDateAt((confirmedAt ?? recordedAt) as Instant));
  const said = isOfAnotherMeeting(decision, before) ? 'page.approval.followed' : 'page.approval.corrected';
  return (
    <Details summary={m(said, { date: day })}>
      <ul className="e-plain-list">
        {superseded.map((each) => (
          <li key={each.id}>
            {m(`outcome.${each.outcome}`)}
            {!each.counted && `, ${m('page.approval.neverConfirmed')}`}{' '}
            <span className="e-note">
              {shortDate(each.meetingDate)}
              <Item of={each} />
            </span>{' '}
            <a href={each.receiptUrl}>
              {m('page.approval.receipt')}{' '}
              <span className="e-hidden">
                {body.name}, {shortDate(each.meetingDate)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** Whether the matter was taken up again; where nothing but the day differs, the day had been typed wrong. */
function isOfAnotherMeeting(now: Decision, before: Decision['superseded'][number]): boolean {
  return now.meetingDate > before.meetingDate && (now.outcome !== before.outcome || now.item !== before.item);
}

/** What a minority said, the minutes where they are a file, and the receipt. */
function DecisionPapers({ decision }: { readonly decision: Decision }) {
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
      {minority && <p className="e-note e-typed">{m('page.approval.minority', { words: minority })}</p>}
    </>
  );
}

/** Entered for the party, or recorded by the first of two, and not yet confirmed: it does not count. */
export function isUnconfirmed({ isOwn, needsSecond, confirmedAt }: Decision): boolean {
  return (!isOwn || needsSecond) && confirmedAt === null;
}

/** Why it does not count, in words; nothing where it does. */
function doubtAbout(decision: Decision) {
  if (decision.lapsed) return 'page.approval.lapsed';
  if (!isUnconfirmed(decision)) return undefined;
  if (decision.fellAway) return 'page.approval.fellAway';
  return decision.needsSecond ? 'page.approval.unconfirmedSecond' : 'page.approval.unconfirmed';
}
