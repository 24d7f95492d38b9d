import type { ItemId, PartyId, SectionId } from '@enig/kernel';
import type { Goal, PlannedAction, Theme } from './focus-area';
import { tooFewParties, type AgreementAct, type TooFewParties } from './acts';
import {
  PART_KINDS,
  STATUTORY_CONTENTS,
  type PartKind,
  type SectionKind,
  type StatutoryContent,
  type Strand,
} from './parts';

/** One section as it is about to be frozen: its place and what its text says. */
export interface DraftSection {
  readonly id: SectionId;
  readonly kind: SectionKind;
  readonly title: string;
  /** Null for a chapter. */
  readonly strand: Strand | null;
  /** Which of the seven contents a chapter of the steering agreement covers; null for none. */
  readonly covers: StatutoryContent | null;
  readonly coordinators: readonly PartyId[];
  readonly hasEasyRead: boolean;
  /** Whether one of its texts holds what no text of its kind has, so that nobody can say what is in it (AG-25). */
  readonly isUnreadable: boolean;
  /** Whether nothing is written beside the title. */
  readonly isEmpty: boolean;
  /** Targets of cross-references that lead nowhere. */
  readonly danglingReferences: readonly string[];
  /** Empty for a chapter, as are the themes and actions. */
  readonly goals: readonly Goal[];
  readonly themes: readonly Theme[];
  readonly actions: readonly PlannedAction[];
}

/** One part as it is about to be frozen: its sections in order, without the removed ones. */
export interface DraftPart {
  readonly kind: PartKind;
  readonly sections: readonly DraftSection[];
}

/** A whole agreement as it is about to be frozen. */
export interface Draft {
  readonly act: AgreementAct;
  readonly parts: readonly DraftPart[];
  readonly parties: readonly PartyId[];
}

/** Where a note belongs: a section and perhaps an item in it, with the title to show. All null: the whole agreement. */
export interface FreezePlace {
  readonly section: SectionId | null;
  readonly item: ItemId | null;
  /** The item's title or else the section's; empty for the whole, or where it has none. */
  readonly title: string;
}

/** What stands in the way of freezing. */
export type FreezeRefused = FreezePlace &
  ({ readonly code: 'AG-2-NO-SECTIONS' } | { readonly code: 'AG-3-TITLE-MISSING' } | TooFewParties | Unreadable);

type Unreadable = { readonly code: 'AG-25-TEXT-UNREADABLE' };

/** What does not stand in the way, and is shown to those who decide. */
export type FreezeWarning = FreezePlace &
  (
    | { readonly code: 'AG-10-CONTENT-MISSING'; readonly content: StatutoryContent }
    | { readonly code: 'AG-11-GOAL-WITHOUT-CRITERION' }
    | { readonly code: 'AG-11-GOAL-WITHOUT-OWNER' }
    | { readonly code: 'AG-12-ACTION-WITHOUT-RESPONSIBLE' }
    | { readonly code: 'AG-12-ACTION-WITHOUT-DATES' }
    | { readonly code: 'AG-12-ACTION-ENDS-BEFORE-IT-BEGINS' }
    | { readonly code: 'AG-13-FOCUS-AREA-WITHOUT-GOALS' }
    | { readonly code: 'AG-13-SECTION-EMPTY' }
    | { readonly code: 'AG-14-WITHOUT-COORDINATOR' }
    | { readonly code: 'AG-15-WITHOUT-EASY-READ' }
    | { readonly code: 'AG-16-REFERENCE-LEADS-NOWHERE'; readonly target: string }
    | { readonly code: 'AG-17-PART-MISSING'; readonly part: PartKind }
    | { readonly code: 'AG-18-NOT-A-PARTY'; readonly party: PartyId }
    | Unreadable
  );

/** The codes of the warnings alone, for wording them. */
export type FreezeWarningCode = FreezeWarning['code'];

/** What freezing finds, in the order of the agreement. */
export interface FreezeCheck {
  readonly refusals: readonly FreezeRefused[];
  readonly warnings: readonly FreezeWarning[];
}

/** How far a section is: nothing written, something, or nothing left to warn of. */
export type Readiness = 'empty' | 'inProgress' | 'ready';

const WHOLE: FreezePlace = { section: null, item: null, title: '' };

/**
 * What stands in the way of freezing the draft (AG-2, AG-3, AG-8, AG-25, AG-42), and what only warns (AG-10 to AG-18):
 * an agreement may be made of "mulige handlinger", but those who decide see the list. A part that runs apart lacks no other (AG-39),
 * and an addendum has only what it changes.
 */
export function checkFreeze(draft: Draft): FreezeCheck {
  // An extension has no text of its own: it says what the agreement says.
  if (draft.act === 'extension') return { refusals: tooFew(draft), warnings: [] };
  const sections = draft.parts.flatMap((part) => part.sections);
  const refusals: FreezeRefused[] = [
    ...(sections.length === 0 ? [{ ...WHOLE, code: 'AG-2-NO-SECTIONS' as const }] : []),
    ...tooFew(draft),
    ...sections
      .filter(({ title, isUnreadable }) => title.trim() === '' && !isUnreadable)
      .map((section) => ({ ...placeOf(section), code: 'AG-3-TITLE-MISSING' as const })),
    ...sections.filter(({ isUnreadable }) => isUnreadable).map(unreadable),
  ];
  const missingParts = PART_KINDS.filter(
    (kind) => draft.act === 'agreement' && !draft.parts.some((part) => part.kind === kind),
  );
  const isWhole = draft.act !== 'addendum';
  const warnings: FreezeWarning[] = [
    ...missingParts.map((part) => ({ ...WHOLE, code: 'AG-17-PART-MISSING' as const, part })),
    ...draft.parts.flatMap((part) => [
      ...(isWhole ? missingContents(part) : []).map((content) => ({
        ...WHOLE,
        code: 'AG-10-CONTENT-MISSING' as const,
        content,
      })),
      ...part.sections
        .filter(({ isUnreadable }) => !isUnreadable)
        .flatMap((section) => sectionWarnings(section, draft.parties)),
    ]),
  ];
  return { refusals, warnings };
}

function tooFew({ act, parties }: Draft): readonly FreezeRefused[] {
  const refused = tooFewParties(act, parties.length);
  return refused ? [{ ...WHOLE, ...refused }] : [];
}

/** The statutory contents that no written chapter of the steering agreement covers (AG-10); none for the other part. */
export function missingContents(part: DraftPart): readonly StatutoryContent[] {
  if (part.kind !== 'steeringAgreement') return [];
  const covered = new Set(part.sections.filter(({ isEmpty }) => !isEmpty).map(({ covers }) => covers));
  return STATUTORY_CONTENTS.filter((content) => !covered.has(content));
}

/** What freezing warns of in one section, from its coordinators to its last action. */
export function sectionWarnings(section: DraftSection, parties: readonly PartyId[]): readonly FreezeWarning[] {
  if (section.isUnreadable) return [unreadable(section)];
  const place = placeOf(section);
  const isFocusArea = section.kind === 'focusArea';
  const noGoals = isFocusArea && !section.isEmpty && section.goals.length === 0;
  const noCoordinator = isFocusArea && section.coordinators.length === 0;
  return [
    ...(section.isEmpty ? [{ ...place, code: 'AG-13-SECTION-EMPTY' as const }] : []),
    ...(noGoals ? [{ ...place, code: 'AG-13-FOCUS-AREA-WITHOUT-GOALS' as const }] : []),
    ...(noCoordinator ? [{ ...place, code: 'AG-14-WITHOUT-COORDINATOR' as const }] : []),
    ...strangers(place, section.coordinators, parties),
    ...(isFocusArea && !section.hasEasyRead ? [{ ...place, code: 'AG-15-WITHOUT-EASY-READ' as const }] : []),
    ...section.danglingReferences.map((target) => ({
      ...place,
      code: 'AG-16-REFERENCE-LEADS-NOWHERE' as const,
      target,
    })),
    ...section.goals.flatMap((goal) => goalWarnings(itemPlace(section, goal), goal, parties)),
    ...section.actions.flatMap((action) => actionWarnings(itemPlace(section, action), action, parties)),
  ];
}

function unreadable(section: DraftSection): FreezePlace & Unreadable {
  return { ...placeOf(section), code: 'AG-25-TEXT-UNREADABLE' };
}

/** How far the section is. */
export function readinessOf(section: DraftSection, parties: readonly PartyId[]): Readiness {
  if (section.isEmpty) return 'empty';
  const isReady = section.title.trim() !== '' && sectionWarnings(section, parties).length === 0;
  return isReady ? 'ready' : 'inProgress';
}

function goalWarnings(place: FreezePlace, goal: Goal, parties: readonly PartyId[]): readonly FreezeWarning[] {
  return [
    ...(goal.criterion.trim() === '' ? [{ ...place, code: 'AG-11-GOAL-WITHOUT-CRITERION' as const }] : []),
    ...(goal.owner === null ? [{ ...place, code: 'AG-11-GOAL-WITHOUT-OWNER' as const }] : []),
    ...strangers(place, goal.owner === null ? [] : [goal.owner], parties),
  ];
}

function actionWarnings(
  place: FreezePlace,
  { responsible, from, to }: PlannedAction,
  parties: readonly PartyId[],
): readonly FreezeWarning[] {
  const isBackwards = from !== null && to !== null && to < from;
  return [
    ...(responsible === null ? [{ ...place, code: 'AG-12-ACTION-WITHOUT-RESPONSIBLE' as const }] : []),
    ...(from === null || to === null ? [{ ...place, code: 'AG-12-ACTION-WITHOUT-DATES' as const }] : []),
    ...(isBackwards ? [{ ...place, code: 'AG-12-ACTION-ENDS-BEFORE-IT-BEGINS' as const }] : []),
    ...strangers(place, responsible === null ? [] : [responsible], parties),
  ];
}

function strangers(
  place: FreezePlace,
  named: readonly PartyId[],
  parties: readonly PartyId[],
): readonly FreezeWarning[] {
  return named
    .filter((party) => !parties.includes(party))
    .map((party) => ({ ...place, code: 'AG-18-NOT-A-PARTY' as const, party }));
}

function placeOf({ id, title }: DraftSection): FreezePlace {
  return { section: id, item: null, title: title.trim() };
}

function itemPlace(section: DraftSection, item: Theme): FreezePlace {
  return { section: section.id, item: item.id, title: item.title.trim() };
}
