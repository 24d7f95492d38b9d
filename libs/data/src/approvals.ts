import type { SeatKind } from '@enig/access';
import type { Outcome } from '@enig/approval';
import type { AgreementId, BodyId, DecisionId, Instant, LocalDate, PartyId, PersonId, VersionHash } from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import { date, dateOrNull, flag, instant, key, text, textOrNull, uuid, uuidOrNull } from './columns';

/**
 * What a body decided about a version: a fact. `body` is the body that decided; `recordedFor` the one for which the
 * person acted who typed it in. da: beslutning
 */
export interface DecisionRow {
  id: DecisionId;
  agreement: AgreementId;
  version: VersionHash;
  /** Null for a body that belongs to none, as the contact council. */
  party: PartyId | null;
  body: BodyId;
  step: string;
  outcome: Outcome;
  meetingDate: LocalDate;
  item: string;
  wording: string;
  reason: string;
  nextMeeting: LocalDate | null;
  minority: string;
  minutesLink: string | null;
  minutesFile: string | null;
  minutesName: string | null;
  reaffirms: DecisionId | null;
  needsSecond: boolean;
  recordedAt: Instant;
  person: PersonId;
  recordedFor: BodyId;
  capacity: SeatKind;
  isOwn: boolean;
  supersedes: DecisionId | null;
}

/** One of the party's people confirmed what was entered for it. da: bekræftelse */
export interface ConfirmationRow {
  decision: DecisionId;
  at: Instant;
  person: PersonId;
  body: BodyId;
  capacity: SeatKind;
}

export const DecisionSchema = new EntitySchema<DecisionRow>({
  name: 'Decision',
  tableName: 'decision',
  columns: {
    id: key(uuid),
    agreement: uuid,
    version: text,
    party: textOrNull,
    body: text,
    step: text,
    outcome: text,
    meetingDate: { ...date, name: 'meeting_date' },
    item: text,
    wording: text,
    reason: text,
    nextMeeting: { ...dateOrNull, name: 'next_meeting' },
    minority: text,
    minutesLink: { ...textOrNull, name: 'minutes_link' },
    minutesFile: { ...textOrNull, name: 'minutes_file' },
    minutesName: { ...textOrNull, name: 'minutes_name' },
    reaffirms: uuidOrNull,
    needsSecond: { ...flag, name: 'needs_second' },
    recordedAt: { ...instant, name: 'recorded_at' },
    person: uuid,
    recordedFor: { ...text, name: 'recorded_for' },
    capacity: text,
    isOwn: { ...flag, name: 'is_own' },
    supersedes: uuidOrNull,
  },
});

export const ConfirmationSchema = new EntitySchema<ConfirmationRow>({
  name: 'Confirmation',
  tableName: 'confirmation',
  columns: { decision: key(uuid), at: instant, person: uuid, body: text, capacity: text },
});
