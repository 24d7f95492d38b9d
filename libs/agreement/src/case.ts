import { err, ok, type LocalDate, type PartyId, type Result, type SectionId } from '@enig/kernel';
import type { AgreementState } from './state';

/** What must be written before a case can be sent on: without it nobody knows what is to be decided. */
export type CaseMust = 'title' | 'recommendation';

/** Why no case is made. */
export type MakeCaseRefused = { readonly code: 'CA-1-NOTHING-TO-DECIDE' };

/** Why a case cannot be changed any more. */
export type CaseClosed = { readonly code: 'CA-3-SENT-ON' } | { readonly code: 'CA-3-NOT-BEING-DECIDED' };

/** Why a case is not sent on. */
export type SendCaseRefused = CaseClosed | { readonly code: 'CA-3-NOT-WRITTEN'; readonly missing: readonly CaseMust[] };

/** How far a case is: nobody has begun it, it is written, its bodies have it. */
export type CaseState = 'notMade' | 'draft' | 'sentOn';

/** Every state of a case, in the order it comes to them. */
export const CASE_STATES: readonly CaseState[] = ['notMade', 'draft', 'sentOn'];

/** A case is made of the text that is put to the parties, while they decide on it (CA-1). */
export function checkMakeCase(state: AgreementState): Result<null, MakeCaseRefused> {
  return state === 'deciding' ? ok(null) : err({ code: 'CA-1-NOTHING-TO-DECIDE' });
}

/** A case is changed until it is sent on, and while its text is the one that is decided on (CA-3). */
export function checkCaseOpen(state: AgreementState, isSentOn: boolean): Result<null, CaseClosed> {
  if (isSentOn) return err({ code: 'CA-3-SENT-ON' });
  return state === 'deciding' ? ok(null) : err({ code: 'CA-3-NOT-BEING-DECIDED' });
}

/** Whether a case can be sent on: it is open, and says what it is about and what is recommended (CA-3). */
export function checkSendCase(
  state: AgreementState,
  isSentOn: boolean,
  missing: readonly CaseMust[],
): Result<null, SendCaseRefused> {
  const open = checkCaseOpen(state, isSentOn);
  if (!open.ok) return open;
  return missing.length === 0 ? ok(null) : err({ code: 'CA-3-NOT-WRITTEN', missing });
}

/** A focus area as it stands in the version, with what of it names a party. */
export interface CaseArea {
  readonly section: SectionId;
  readonly number: number | null;
  readonly title: string;
  /** The parties that look after it. */
  readonly coordinators: readonly PartyId[];
  readonly goals: readonly { readonly title: string; readonly owner: PartyId | null; readonly due: LocalDate | null }[];
  readonly actions: readonly {
    readonly title: string;
    readonly responsible: PartyId | null;
    readonly to: LocalDate | null;
  }[];
}

/** Something a party is to do, with the focus area it stands in. */
export interface CaseTask {
  readonly title: string;
  readonly area: string;
  readonly by: LocalDate | null;
}

/** What of a version concerns one party: what it looks after, and what it is to reach and to do. */
export interface PartyConcerns {
  readonly coordinates: readonly Pick<CaseArea, 'number' | 'title'>[];
  readonly goals: readonly CaseTask[];
  readonly actions: readonly CaseTask[];
}

/** What of a version concerns a party, in the order of the text, and nothing that concerns others alone (CA-2). */
export function concernsOf(party: PartyId, areas: readonly CaseArea[]): PartyConcerns {
  return {
    coordinates: areas
      .filter(({ coordinators }) => coordinators.includes(party))
      .map(({ number, title }) => ({ number, title })),
    goals: areas.flatMap(({ title: area, goals }) =>
      goals.filter(({ owner }) => owner === party).map(({ title, due }) => ({ title, area, by: due })),
    ),
    actions: areas.flatMap(({ title: area, actions }) =>
      actions.filter(({ responsible }) => responsible === party).map(({ title, to }) => ({ title, area, by: to })),
    ),
  };
}
