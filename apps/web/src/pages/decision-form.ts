import { COMMITTEE_OUTCOMES, COUNCIL_OUTCOMES, needsReason } from '@enig/approval';
import { LONGEST } from '@enig/kernel';
import { tooLong, useMessages, type SummaryError } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { RecordDecisionDocument, type BoardFieldsFragment, type BoardQuery, type Outcome } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { today } from '../today';
import { NO_DAY, wrongWith, type WrittenDay } from '../written-day';
import { binds, usualBody, type Asked } from './decision-asked';

/** What a decision is recorded against: the board as it stood when the form was opened. */
export interface DecisionPlace {
  readonly agreement: NonNullable<BoardQuery['agreement']>;
  readonly board: BoardFieldsFragment;
  readonly asked: Asked;
}

interface DecisionFields {
  /** The body that decided, by id. */
  readonly body: string;
  readonly meeting: WrittenDay;
  readonly item: string;
  readonly outcome: Outcome;
  readonly wording: string;
  readonly reason: string;
  readonly next: WrittenDay;
  readonly minutes: string;
}

/** The field in which what a rule refuses is mended; any other refusal is about the whole. */
const FIELD_OF: Readonly<Record<string, keyof DecisionFields>> = {
  'AP-4-REASON-REQUIRED': 'reason',
  'AP-6-OUTCOME-NOT-FOR-THIS-BODY': 'outcome',
  'AP-7-MEETING-IN-THE-FUTURE': 'meeting',
  'AP-9-NEXT-MEETING-REQUIRED': 'next',
  'AP-17-MEETING-BEFORE-THE-TEXT': 'meeting',
  'AP-10-ITEM-REQUIRED': 'item',
};

/** The form in which a decision is recorded. `opened` is kept as it was: the decision is about what was seen then. */
export function useDecisionForm(opened: DecisionPlace) {
  const m = useMessages();
  const [place] = useState(opened);
  const [empty] = useState<DecisionFields>(() => emptyFields(place.asked, m));
  const [fields, setFields] = useState(empty);
  const sent = useGuardedForm(fields !== empty);
  const [attempt, setAttempt] = useState(0);
  const [, record] = useMutation(RecordDecisionDocument);
  const superseded = supersededBy(place.asked, fields.body);
  const { busy, refused, code, run, forget } = useCommand(async () => {
    const result = await record({ input: inputOf(place, fields, superseded?.id ?? null) });
    return { result, payload: result.data?.recordDecision };
  });
  const wrong = wrongIn(fields, m);
  const refusedField = code === undefined ? undefined : FIELD_OF[code];
  const shown = attempt > 0 ? wrong : [];
  /** Whether it was recorded. */
  const send = async (): Promise<boolean> => {
    if (wrong.length > 0) forget();
    const isDone = wrong.length === 0 && (await run()) !== undefined;
    if (isDone) sent();
    else setAttempt((before) => before + 1);
    return isDone;
  };
  return {
    place,
    fields,
    change: (changed: Partial<DecisionFields>) => setFields((before) => ({ ...before, ...changed })),
    chooseBody: (body: string) =>
      setFields((before) => ({ ...before, body, outcome: usualOutcome(place.asked, body) })),
    binds: binds(place.asked, fields.body),
    outcomes: binds(place.asked, fields.body) ? COUNCIL_OUTCOMES : COMMITTEE_OUTCOMES,
    superseded,
    attempt,
    errors: refused && refusedField ? [...shown, { field: refusedField, message: refused }] : shown,
    /** Why it was not recorded, where that is about no field. */
    refused: refusedField ? undefined : refused,
    busy,
    send,
  };
}

/** What the parts of the form are given. */
export type DecisionForm = ReturnType<typeof useDecisionForm>;

function emptyFields(asked: Asked, m: ReturnType<typeof useMessages>): DecisionFields {
  const body = usualBody(asked);
  return {
    body,
    meeting: NO_DAY,
    item: '',
    outcome: usualOutcome(asked, body),
    wording: m(asked.party ? 'page.recordDecision.usualWording' : 'page.recordDecision.usualRecommendation'),
    reason: '',
    next: NO_DAY,
    minutes: '',
  };
}

function usualOutcome(asked: Asked, body: string): Outcome {
  return binds(asked, body) ? 'approved' : 'recommended';
}

/** The decision of the same body that stands now and would be corrected. */
function supersededBy({ decisions }: Asked, body: string): Asked['decisions'][number] | undefined {
  return decisions.find((decision) => decision.body.id === body && !decision.lapsed);
}

function inputOf({ agreement, board, asked }: DecisionPlace, fields: DecisionFields, supersedes: string | null) {
  return {
    agreement: agreement.id,
    party: asked.party?.id ?? null,
    body: fields.body,
    version: board.version.hash,
    outcome: fields.outcome,
    meetingDate: fields.meeting.day ?? '',
    item: fields.item,
    wording: fields.wording,
    reason: fields.reason || null,
    nextMeeting: fields.next.day ?? null,
    minutesLink: fields.minutes || null,
    supersedes,
  };
}

function wrongIn(given: DecisionFields, m: ReturnType<typeof useMessages>): SummaryError[] {
  const { meeting, item, outcome, wording, reason, next } = given;
  const isAhead = meeting.day && meeting.day > today();
  const messages = {
    meeting: isAhead
      ? m('page.recordDecision.meetingAhead')
      : wrongWith(meeting, m('page.recordDecision.meetingMissing')),
    item: item.trim() === '' ? m('page.recordDecision.itemMissing') : tooLong(item, LONGEST.line, m),
    reason: needsReason(outcome) ? wrongWithReason(reason, m) : undefined,
    next: outcome === 'postponed' ? wrongWith(next, m('page.recordDecision.nextMissing')) : undefined,
    wording: wording.trim() === '' ? m('page.recordDecision.wordingMissing') : tooLong(wording, LONGEST.text, m),
  };
  return Object.entries(messages).flatMap(([field, message]) => (message ? [{ field, message }] : []));
}

function wrongWithReason(reason: string, m: ReturnType<typeof useMessages>): string | undefined {
  return reason.trim() === '' ? m('page.recordDecision.reasonMissing') : tooLong(reason, LONGEST.text, m);
}
