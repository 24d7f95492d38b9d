import { binds, needsReason, settledItem, type ReasonedOutcome } from '@enig/approval';
import { LONGEST } from '@enig/kernel';
import { tooLong, useMessages, type SummaryError, type Translate } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { errorsIn, useCheckedForm } from '../checked-form';
import { RecordDecisionDocument, type BoardFieldsFragment, type BoardQuery, type Outcome } from '../generated/graphql';
import { today } from '../today';
import { wrongWith } from '../written-day';
import {
  correctedIn,
  idOfPlace,
  nameOfPlace,
  outcomesIn,
  placeBy,
  standingIn,
  usualPlace,
  type Asked,
  type AskedPlace,
} from './decision-asked';
import { fillIn, withOutcome, withPlace, type DecisionFields, type FilledIn } from './decision-filled';
import { wrongWithAddress, wrongWithNumber } from './decision-numbers';

/** What a decision is recorded against: the board as it stood when the form was opened. */
export interface DecisionPlace {
  readonly agreement: NonNullable<BoardQuery['agreement']>;
  readonly board: BoardFieldsFragment;
  readonly asked: Asked;
  /** The step that was gone to from the board, where a body takes several; null for none in particular. */
  readonly step: string | null;
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

/** Somebody else recorded in the meantime. */
const OVERTAKEN = 'AP-12-ALREADY-DECIDED';

/** What somebody else has done while a decision was typed. It is told once for each time that was refused. */
export interface Overtaken {
  /** What they recorded; null where the body has nothing on record. */
  readonly decision: string | null;
  /** The place that was chosen and is no longer there, by name; null where it is. */
  readonly gone: string | null;
}

interface Opened {
  /** The approval of an earlier text that is repeated, where that is what is done. */
  readonly reaffirms?: string | null;
  /** Asks for the board again, when somebody else has recorded in the meantime. */
  readonly lookAgain?: () => void;
}

/**
 * The form in which a decision is recorded. `opened` is kept as it was: the decision is about what was seen then. When
 * somebody else recorded first, what that was is shown in its place, and what was typed stays.
 */
export function useDecisionForm(opened: DecisionPlace, { reaffirms = null, lookAgain }: Opened = {}) {
  const m = useMessages();
  const { place, overtaken, news, accept, answered } = useSeen(opened, lookAgain);
  const { isTyped, moveTo, ...held } = useFields(place, reaffirms !== null);
  const { fields, taken } = held;
  const [, record] = useMutation(RecordDecisionDocument);
  const supersedes = standingIn(place.asked, taken)?.id ?? null;
  const { code, beginAnew, ...checked } = useCheckedForm({
    wrong: wrongIn(fields, m),
    isTyped,
    fieldOf: FIELD_OF,
    command: async () => {
      const result = await record({ input: { ...inputOf(place, fields, taken, supersedes), reaffirms } });
      const payload = result.data?.recordDecision;
      answered(payload?.refused?.code, { taken, supersedes });
      return { result, payload };
    },
  });
  if (news) {
    accept(news, taken);
    if (!isOffered(opened.asked, taken)) moveTo(opened.asked, usualIn(opened));
  }
  return {
    ...checked,
    ...held,
    /** Empties the form: it is another meeting, and what was refused was about the one before. */
    empty: () => {
      beginAnew();
      held.empty();
    },
    place,
    /** What would be recorded of the words: those that are not drawn are not sent. */
    written: { ...fields, reason: needsReason(fields.outcome) ? fields.reason : '' },
    binds: binds(taken),
    outcomes: outcomesIn(place.board, taken),
    /** The decision of the same body in the same step that stands now and would be corrected. */
    superseded: correctedIn(place.asked, taken),
    /** What somebody else did while this was typed, another one for each refusal; null where nobody did anything. */
    overtaken,
    /** Whether it is theirs, what stands now. */
    isOthers: supersedes !== null && overtaken?.decision === supersedes,
    /** Whether exactly this was on record already (AP-19). */
    isNothingNew: code === 'AP-19-NOTHING-NEW',
  };
}

/** What the parts of the form are given. */
export type DecisionForm = ReturnType<typeof useDecisionForm>;

/** What stands in the fields: filled in at first, `anew` for another meeting, and changed by whoever writes in them. */
function useFields(place: DecisionPlace, anew: boolean) {
  const m = useMessages();
  const [filled, setFilled] = useState(() => fillIn(place.asked, usualIn(place), { m, anew }));
  const [fields, setFields] = useState(filled.fields);
  const taken = placeBy(place.asked, fields.taken);
  const isTyped = fields !== filled.fields;
  const fill = (filling: FilledIn) => {
    setFilled(filling);
    setFields(filling.fields);
  };
  const moveTo = (asked: Asked, chosen: AskedPlace) => {
    fill(fillIn(asked, chosen, { m, anew: isTyped }));
    if (isTyped) setFields(withPlace(fields, filled, chosen, m));
  };
  return {
    fields,
    /** The place that is decided in. */
    taken,
    isTyped,
    /** Whether it was filled in with what is corrected. */
    isFilledIn: filled.from !== null,
    change: (changed: Partial<DecisionFields>) => setFields((before) => ({ ...before, ...changed })),
    chooseOutcome: (outcome: Outcome) => setFields((before) => withOutcome(before, outcome, filled.from, m)),
    choosePlace: (id: string) => moveTo(place.asked, placeBy(place.asked, id)),
    moveTo,
    /** Empties the form: it is another meeting. */
    empty: () => fill(fillIn(place.asked, taken, { m, anew: true })),
  };
}

function usualIn({ asked, step }: DecisionPlace): AskedPlace {
  const usual = usualPlace(asked, step);
  if (!usual) throw new Error(`Nothing can be recorded for ${asked.id}`);
  return usual;
}

/** Where a decision was sent to be recorded, and what was seen to stand there. */
interface Sent {
  readonly taken: AskedPlace;
  readonly supersedes: string | null;
}

/**
 * The board as it was seen. It is exchanged for a later one when a decision was refused because somebody else had
 * recorded, and only then: nobody takes the place of what they have not seen.
 */
function useSeen(opened: DecisionPlace, lookAgain?: () => void) {
  const [place, setPlace] = useState(opened);
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  const [refused, setRefused] = useState<Sent | null>(null);
  const answered = (code: string | undefined, sent: Sent) => {
    setRefused(code === OVERTAKEN ? sent : null);
    if (code === OVERTAKEN) lookAgain?.();
  };
  const accept = (news: Pick<Overtaken, 'decision'>, taken: AskedPlace) => {
    const gone = isOffered(opened.asked, taken) ? null : nameOfPlace(place.asked, taken);
    setPlace(opened);
    setOvertaken({ ...news, gone });
    setRefused(null);
  };
  /** What has come since a decision in a place was refused; null while nothing has. */
  const news = refused && newsIn(opened, place.board.version.hash, refused);
  return { place, overtaken, news, accept, answered };
}

function newsIn(
  { board, asked }: DecisionPlace,
  text: string,
  { taken, supersedes }: Sent,
): Pick<Overtaken, 'decision'> | null {
  // About another text they decide anew.
  if (board.version.hash !== text) return null;
  const decision = standingIn(asked, taken)?.id ?? null;
  return decision !== supersedes || !isOffered(asked, taken) ? { decision } : null;
}

function isOffered({ places }: Asked, place: AskedPlace): boolean {
  return places.some((each) => idOfPlace(each) === idOfPlace(place));
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
    item: settledItem(item) === '' ? m('page.recordDecision.itemMissing') : wrongWithWords(item, LONGEST.line, m),
    reason: needsReason(outcome) ? wrongWithReason(outcome, reason, m) : undefined,
    next: outcome === 'postponed' ? wrongWith(next, m('page.recordDecision.nextMissing')) : undefined,
    minority: wrongWithWords(minority, LONGEST.text, m),
    file: given.isSending ? m('page.recordDecision.minutesWaiting') : given.notTaken?.why,
    minutes:
      given.file && given.minutes.trim() !== ''
        ? m('page.recordDecision.minutesBoth')
        : wrongWithAddress(given.minutes, m),
    wording: wording.trim() === '' ? m('page.recordDecision.wordingMissing') : wrongWithWords(wording, LONGEST.text, m),
  };
  return errorsIn(messages);
}

function wrongWithReason(outcome: ReasonedOutcome, reason: string, m: Translate): string | undefined {
  const missing = `page.recordDecision.reasonMissing.${outcome}` as const;
  return reason.trim() === '' ? m(missing) : wrongWithWords(reason, LONGEST.text, m);
}

function wrongWithWords(words: string, longest: number, m: Translate): string | undefined {
  return wrongWithNumber(words, m) ?? tooLong(words, longest, m);
}
