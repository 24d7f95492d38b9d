import { settledItem } from '@enig/approval';
import { Alert, Button, useAnnouncer, useMessages } from '@enig/ui';
import { useEffect, useId, useRef, type RefObject } from 'react';
import { useFormats } from '../formats';
import { nameOfPlace } from './decision-asked';
import { isUnconfirmed } from './decision-cell';
import type { DecisionForm } from './decision-form';

/**
 * What is already recorded of the same body, and is corrected by this. Where that was refused as nothing new, it stands
 * there with the way on to another meeting, and nothing is said to take its place.
 */
export function DecisionSuperseded({ form }: { readonly form: DecisionForm }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const place = useRef<HTMLDivElement>(null);
  const words = useId();
  const told = useWordsFor(form);
  useTold(form.overtaken, place, told.join(' '));
  if (told.length === 0 && !form.superseded) return null;
  const empty = () => {
    form.empty();
    say(m('page.recordDecision.emptied'));
    // The button goes away with what it did.
    place.current?.focus();
  };
  return (
    <div ref={place} role="group" tabIndex={-1} aria-labelledby={words}>
      <Alert tone="info">
        <div id={words}>
          {told.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Record of={form.superseded} />
        </div>
        {form.isFilledIn && !form.place.board.isConcluded && (
          <p>
            <Button look="quiet" onClick={empty}>
              {m('page.recordDecision.newMeeting')}
            </Button>
          </p>
        )}
      </Alert>
    </div>
  );
}

/** As it was recorded, by whom and when. */
function Record({ of }: { readonly of: DecisionForm['superseded'] }) {
  const m = useMessages();
  const { dateTime } = useFormats();
  if (!of) return null;
  const { recordedBy: name, recordedAt, item, wording, reason } = of;
  return (
    <p className="e-note">
      {m('page.recordDecision.recordedBy', { name, at: dateTime(recordedAt), item: settledItem(item), wording })}{' '}
      {reason}
    </p>
  );
}

/**
 * What somebody else did comes after the refusal that was read out: it takes focus when it comes. Whoever has gone on
 * writing is not called away, but told.
 */
function useTold(overtaken: DecisionForm['overtaken'], place: RefObject<HTMLElement | null>, words: string): void {
  const { say } = useAnnouncer();
  const latest = useRef({ say, words });
  useEffect(() => {
    latest.current = { say, words };
  });
  useEffect(() => {
    if (!overtaken) return;
    if (document.activeElement?.matches('input, textarea')) latest.current.say(latest.current.words);
    else place.current?.focus();
  }, [overtaken, place]);
}

/** What is to be known before it is recorded: what somebody else did meanwhile, and what this takes the place of. */
function useWordsFor(form: DecisionForm): readonly string[] {
  const m = useMessages();
  const { superseded, overtaken, isOthers, isNothingNew, place, taken } = form;
  const stands = useWordsOf(superseded);
  const gone = overtaken?.gone;
  if (isNothingNew) return [];
  return [
    ...(gone ? [m('page.recordDecision.placeGone', { gone, place: nameOfPlace(place.asked, taken) })] : []),
    ...(isOthers ? [m('page.recordDecision.other')] : []),
    ...(stands === null ? [] : [stands]),
  ];
}

/** That a decision stands, or that it waits to be confirmed, and that this takes its place. */
function useWordsOf(decision: DecisionForm['superseded']): string | null {
  const m = useMessages();
  const { date } = useFormats();
  if (!decision) return null;
  const { body, recordedBy: name, needsSecond } = decision;
  const said = { body: body.name, outcome: m(`outcome.${decision.outcome}`), date: date(decision.meetingDate) };
  if (!isUnconfirmed(decision)) return m('page.recordDecision.corrects', said);
  if (needsSecond) return m('page.recordDecision.correctsSecond', { ...said, name });
  return m('page.recordDecision.correctsEntered', said);
}
