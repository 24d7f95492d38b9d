import type { Override } from '@enig/approval';
import type { AgreementId, BodyId, OverrideId, PartyId } from '@enig/kernel';
import { EntitySchema } from 'typeorm';
import { doneColumns, type DoneRow } from './act';
import { flag, instant, json, key, serial, text, textOrNull, uuid } from './columns';

/** A party's own way to its decisions, as it was set. The newest counts. da: egen vej */
export interface PartyWayRow extends DoneRow {
  id: number;
  party: PartyId;
  /** As `WayStep[]`. */
  steps: unknown;
}

/** Whether a party wants a second of its people to confirm what the first records. The newest counts. */
export interface PartyRuleRow extends DoneRow {
  id: number;
  party: PartyId;
  twoPeople: boolean;
}

/** A step that is to be taken otherwise, once another person has agreed. `taker` is the body that takes it instead. */
export interface StepOverrideRow extends DoneRow {
  id: OverrideId;
  agreement: AgreementId;
  step: string;
  party: PartyId | null;
  kind: Override['kind'];
  taker: BodyId | null;
  reason: string;
}

/** Another person agreed that a step is taken otherwise. */
export interface StepOverrideConsentRow extends DoneRow {
  override: OverrideId;
}

export const PartyWaySchema = new EntitySchema<PartyWayRow>({
  name: 'PartyWay',
  tableName: 'party_way',
  columns: { id: serial, party: text, steps: json, ...doneColumns },
});

export const PartyRuleSchema = new EntitySchema<PartyRuleRow>({
  name: 'PartyRule',
  tableName: 'party_rule',
  columns: { id: serial, party: text, twoPeople: { ...flag, name: 'two_people' }, ...doneColumns },
});

export const StepOverrideSchema = new EntitySchema<StepOverrideRow>({
  name: 'StepOverride',
  tableName: 'step_override',
  columns: {
    id: key(uuid),
    agreement: uuid,
    step: text,
    party: textOrNull,
    kind: text,
    taker: textOrNull,
    reason: text,
    ...doneColumns,
  },
});

export const StepOverrideConsentSchema = new EntitySchema<StepOverrideConsentRow>({
  name: 'StepOverrideConsent',
  tableName: 'step_override_consent',
  columns: { override: key(uuid), ...doneColumns },
});

/** A party added a body to its own, and who did. */
export interface BodyAdditionRow extends Omit<DoneRow, 'body'> {
  body: BodyId;
  addedFor: BodyId;
}

export const BodyAdditionSchema = new EntitySchema<BodyAdditionRow>({
  name: 'BodyAddition',
  tableName: 'body_addition',
  columns: { body: key(text), at: instant, person: uuid, addedFor: { ...text, name: 'added_for' }, capacity: text },
});
