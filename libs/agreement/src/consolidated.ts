import { err, ok, type AgreementId, type Instant, type LocalDate, type Result, type SectionId } from '@enig/kernel';
import type { PartKind, SectionKind } from './parts';

/** What an addendum does to a section of the agreement it hangs on. A section that does neither is new. */
export type AmendmentKind = 'replaces' | 'removes';

/** Every kind of amendment. */
export const AMENDMENT_KINDS: readonly AmendmentKind[] = ['replaces', 'removes'];

/** The section an addendum's section is about, and what becomes of it. da: ændring */
export interface Amendment {
  readonly section: SectionId;
  readonly kind: AmendmentKind;
}

/** A section as it was agreed on, with what it says as `Content`. */
export interface AgreedSection<Content> {
  readonly section: SectionId;
  readonly part: PartKind;
  readonly kind: SectionKind;
  /** The focus area's number; null for a chapter. */
  readonly number: number | null;
  readonly title: string;
  readonly content: Content;
}

/** A section of an addendum. */
export interface AmendingSection<Content> extends AgreedSection<Content> {
  /** Null for one that is new. */
  readonly amends: Amendment | null;
}

/** An addendum that is in force. */
export interface ForcedAddendum<Content> {
  readonly agreement: AgreementId;
  /** The first day it was in force. */
  readonly since: LocalDate;
  /** When the last party's yes to it was recorded. */
  readonly concludedAt: Instant;
  /** In the order of its text. */
  readonly sections: readonly AmendingSection<Content>[];
}

/** What decides which of several addenda has the last word. */
export type InForceSince = Pick<ForcedAddendum<unknown>, 'since' | 'concludedAt' | 'agreement'>;

/** A section as it holds now, with where its words come from. da: konsolideret tekst */
export interface ConsolidatedSection<Content> extends Omit<AgreedSection<Content>, 'content'> {
  /** Null for one that was taken out: then only its title is left, and what took it out. */
  readonly content: Content | null;
  /** The addendum whose words they are, or that took it out; null for the agreement's own. */
  readonly from: AgreementId | null;
  /** What an addendum that took it out says of that; null for what stands. */
  readonly note: Content | null;
  /** What it said before that; null for what is the agreement's own or new. */
  readonly was: Content | null;
}

/**
 * The text that holds now: the agreement's, as its addenda changed it, in the order they came into force (AG-38). It is
 * computed each time and never stored: what is decided is each act by itself. Focus areas keep the numbers they were
 * decided under, since texts refer to them; new ones follow.
 *
 * @param addenda those in force, read in any order.
 */
export function consolidate<Content>(
  base: readonly AgreedSection<Content>[],
  addenda: readonly ForcedAddendum<Content>[],
): readonly ConsolidatedSection<Content>[] {
  const own = base.map((section) => ({ ...section, from: null, note: null, was: null }));
  return [...addenda].sort(inForceOrder).reduce<readonly ConsolidatedSection<Content>[]>(amended, own);
}

/** Why an addendum does not change a section. */
export type AmendmentRefused =
  | { readonly code: 'AG-38-NOT-AN-ADDENDUM' }
  | { readonly code: 'AG-38-NO-SUCH-SECTION' }
  | { readonly code: 'AG-38-AMENDED-ALREADY'; readonly title: string };

/**
 * Whether an addendum can change a section: one that stands in the text it changes, and once (AG-38).
 *
 * @param standing the sections it can change, as they are called.
 * @param amended  those that the same addendum changes already.
 */
export function checkAmendment(
  section: SectionId,
  standing: ReadonlyMap<SectionId, string>,
  amended: readonly SectionId[],
): Result<SectionId, AmendmentRefused> {
  const title = standing.get(section);
  if (title === undefined) return err({ code: 'AG-38-NO-SUCH-SECTION' });
  return amended.includes(section) ? err({ code: 'AG-38-AMENDED-ALREADY', title }) : ok(section);
}

/** Of two that are in force from the same day the later conclusion has the last word (AG-38). */
export function inForceOrder(one: InForceSince, other: InForceSince): number {
  const [first, second] = [orderKey(one), orderKey(other)];
  return first === second ? 0 : first < second ? -1 : 1;
}

function orderKey({ since, concludedAt, agreement }: InForceSince): string {
  return `${since} ${concludedAt} ${agreement}`;
}

function amended<Content>(
  text: readonly ConsolidatedSection<Content>[],
  addendum: ForcedAddendum<Content>,
): readonly ConsolidatedSection<Content>[] {
  const from = addendum.agreement;
  const changes = new Map(addendum.sections.flatMap((each) => (each.amends ? [[each.amends.section, each]] : [])));
  const changed = text.map((section) => {
    const change = changes.get(section.section);
    if (!change) return section;
    const was = section.content ?? section.was;
    if (change.amends?.kind === 'removes') return { ...section, content: null, from, note: change.content, was };
    return { ...section, title: change.title, content: change.content, from, note: null, was };
  });
  return addendum.sections
    .filter(({ amends }) => amends === null)
    .reduce((all, added) => [...all, fresh(all, added, from)], changed);
}

/** A new one comes last in its part; pages read part by part. */
function fresh<Content>(
  text: readonly ConsolidatedSection<Content>[],
  { section, part, kind, title, content }: AgreedSection<Content>,
  from: AgreementId,
): ConsolidatedSection<Content> {
  const numbers = text.filter((each) => each.part === part).map(({ number }) => number ?? 0);
  const number = kind === 'focusArea' ? Math.max(0, ...numbers) + 1 : null;
  return { section, part, kind, number, title, content, from, note: null, was: null };
}
