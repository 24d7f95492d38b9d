import { needsReason, outcomesOf } from '@enig/approval';
import { LONGEST } from '@enig/kernel';
import { tooLong, useMessages, type SummaryError, type Translate } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { RecordDecisionDocument, type BoardFieldsFragment, type BoardQuery, type Outcome } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { today } from '../today';
import { NO_DAY, wrongWith, type WrittenDay } from '../written-day';
import { binds, idOfPlace, placeBy, standingIn, usualPlace, type Asked, type AskedPlace } from './decision-asked';
import { usualWording, wordingAfter } from './decision-wording';

/** What a decision is recorded against: the board as it stood when the form was opened. */
export interface DecisionPlace {
  readonly agreement: NonNullable<BoardQuery['agreement']>;
  readonly board: BoardFieldsFragment;
  readonly asked: Asked;
  /** The step that was gone to from the board, where a body takes several; null for none in particular. */
  readonly step: string | null;
}

interface DecisionFields {
  /** The step and the body that took it, by the place's id. */
  readonly taken: string;
  readonly meeting: WrittenDay;
  readonly item: string;
  readonly outcome: Outcome;
  readonly wording: string;
  readonly reason: string;
  readonly minority: string;
  readonly next: WrittenDay;
  readonly minutes: string;
  /** The minutes as a file that has been sent; null for none. */
  readonly file: {
    readonly sha256: string;
    readonly name: string;
    /** Why not everybody will be able to read it; null where they will. */
    readonly note: string | null;
  } | null;
  /** Whether a file is on its way: the decision waits for it. */
  readonly isSending: boolean;
}

/** The field in which what a rule refuses is mended; any other refusal is about the whole. */
const FIELD_OF: Readonly<Record<string, keyof DecisionFields>> = {
  'AP-4-REASON-REQUIRED': 'reason',
  'AP-6-OUTCOME-NOT-FOR-THIS-BODY': 'outcome',
  'AP-7-MEETING-IN-THE-FUTURE': 'meeting',
  'AP-9-NEXT-MEETING-REQUIRED': 'next',
  'AP-17-MEETING-BEFORE-THE-TEXT': 'meeting',
  'AP-10-ITEM-REQUIRED': 'item',
  'AP-20-MINUTES-NOT-THE-FILE': 'file',
  'AP-21-PARTY-HAS-CEASED': 'meeting',
};

/**
 * The form in which a decision is recorded. `opened` is kept as it was: the decision is about what was seen then.
 *
 * @param reaffirms the approval of an earlier text that is repeated, where that is what is done.
 */
export function useDecisionForm(opened: DecisionPlace, reaffirms: string | null = null) {
  const m = useMessages();
  const [place] = useState(opened);
  const [empty] = useState<DecisionFields>(() => emptyFields(place, m));
  const [fields, setFields] = useState(empty);
  const sent = useGuardedForm(fields !== empty);
  const [attempt, setAttempt] = useState(0);
  const [, record] = useMutation(RecordDecisionDocument);
  const taken = placeBy(place.asked, fields.taken);
  const superseded = standingIn(place.asked, taken);
  const { busy, refused, code, run, forget } = useCommand(async () => {
    const result = await record({ input: { ...inputOf(place, fields, taken, superseded?.id ?? null), reaffirms } });
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
    chooseOutcome: (outcome: Outcome) => setFields((before) => withOutcome(before, outcome, m)),
    choosePlace: (id: string) =>
      setFields((before) => ({ ...withOutcome(before, usualOutcome(placeBy(place.asked, id)), m), taken: id })),
    taken,
    binds: binds(taken),
    outcomes: outcomesOf(taken),
    /** The decision of the same body in the same step that stands now and would be corrected. */
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

function emptyFields({ asked, step }: DecisionPlace, m: ReturnType<typeof useMessages>): DecisionFields {
  const usual = usualPlace(asked, step);
  if (!usual) throw new Error(`Nothing can be recorded for ${asked.id}`);
  return {
    taken: idOfPlace(usual),
    meeting: NO_DAY,
    item: '',
    outcome: usualOutcome(usual),
    wording: usualWording(usualOutcome(usual), m),
    reason: '',
    minority: '',
    next: NO_DAY,
    minutes: '',
    file: null,
    isSending: false,
  };
}

function withOutcome(before: DecisionFields, outcome: Outcome, m: Translate): DecisionFields {
  return { ...before, outcome, wording: wordingAfter(before, outcome, m) };
}

function usualOutcome(taken: AskedPlace): Outcome {
  const [first] = outcomesOf(taken);
  if (!first) throw new Error(`Nothing is recorded in the step ${taken.step}`);
  return first;
}

function inputOf(
  { agreement, board, asked }: DecisionPlace,
  fields: DecisionFields,
  { step, body }: AskedPlace,
  supersedes: string | null,
) {
  return {
    agreement: agreement.id,
    party: asked.party?.id ?? null,
    body: body.id,
    step,
    version: board.version.hash,
    outcome: fields.outcome,
    meetingDate: fields.meeting.day ?? '',
    item: fields.item,
    wording: fields.wording,
    // What is not drawn is not sent: words may stand there from another outcome.
    reason: needsReason(fields.outcome) ? fields.reason : null,
    minority: fields.minority || null,
    nextMeeting: fields.outcome === 'postponed' ? (fields.next.day ?? null) : null,
    minutesLink: fields.minutes || null,
    minutesFile: fields.file && { sha256: fields.file.sha256, name: fields.file.name },
    supersedes,
  };
}

function wrongIn(given: DecisionFields, m: ReturnType<typeof useMessages>): SummaryError[] {
  const { meeting, item, outcome, wording, reason, minority, next } = given;
  const isAhead = meeting.day && meeting.day > today();
  const messages = {
    meeting: isAhead
      ? m('page.recordDecision.meetingAhead')
      : wrongWith(meeting, m('page.recordDecision.meetingMissing')),
    item: item.trim() === '' ? m('page.recordDecision.itemMissing') : tooLong(item, LONGEST.line, m),
    reason: needsReason(outcome) ? wrongWithReason(reason, m) : undefined,
    next: outcome === 'postponed' ? wrongWith(next, m('page.recordDecision.nextMissing')) : undefined,
    minority: tooLong(minority, LONGEST.text, m),
    file: given.isSending ? m('page.recordDecision.minutesWaiting') : undefined,
    minutes: given.file && given.minutes.trim() !== '' ? m('page.recordDecision.minutesBoth') : undefined,
    wording: wording.trim() === '' ? m('page.recordDecision.wordingMissing') : tooLong(wording, LONGEST.text, m),
  };
  return Object.entries(messages).flatMap(([field, message]) => (message ? [{ field, message }] : []));
}

function wrongWithReason(reason: string, m: ReturnType<typeof useMessages>): string | undefined {
  return reason.trim() === '' ? m('page.recordDecision.reasonMissing') : tooLong(reason, LONGEST.text, m);
}
