import { brandId, type ItemId, type PartyId, type SectionId } from '@enig/kernel';
import type { Goal, PlannedAction } from '../focus-area';
import { checkConsistency } from './check';
import type { Inconsistency } from './inconsistency';
import type { PlainAgreement, PlainSection } from './paragraphs';

/** A chapter, or a focus area where `focusArea` is said, with one text. */
export function section(title: string, text: string, more: Partial<PlainSection> = {}): PlainSection {
  const id = brandId<SectionId>(`section-${title}`);
  const slots = [
    { path: ['title'], text: title },
    { path: [more.kind === 'focusArea' ? 'intro' : 'body'], text },
  ];
  const none = { goals: [], themes: 0, actions: [] };
  return { ...none, id, part: 'developmentStrategy', kind: 'chapter', number: null, title, slots, ...more };
}

/** A focus area with one text. */
export function focusArea(title: string, text: string, more: Partial<PlainSection> = {}): PlainSection {
  return section(title, text, { kind: 'focusArea', ...more });
}

/** So many focus areas whose texts say nothing that could disagree. */
export function focusAreas(count: number): PlainSection[] {
  const subjects = [
    'Skole',
    'Bolig',
    'Arbejde',
    'Sundhed',
    'Fritid',
    'Transport',
    'Familie',
    'Rusmidler',
    'Alderdom',
    'Natur',
  ];
  return subjects.slice(0, count).map((subject) => focusArea(subject, `Her handler det om ${subject.toLowerCase()}.`));
}

/** A goal and an action with what the check looks at. */
export function goal(title: string, criterion = 'Det kan ses i en årlig opgørelse.'): Goal {
  return { id: brandId<ItemId>(`goal-${title}`), title, criterion, owner: null, due: null };
}
export function action(title: string, responsible: string | null = 'municipality:0101'): PlannedAction {
  const party = responsible === null ? null : brandId<PartyId>(responsible);
  return { id: brandId<ItemId>(`action-${title}`), title, responsible: party, from: null, to: null };
}

const NAMES = ['Greve', 'Holbæk', 'Næstved', 'Odsherred', 'Vordingborg'];

/** An agreement of five municipalities and a region with annexes 1, 2 and 4. */
export function agreementOf(...sections: readonly PlainSection[]): PlainAgreement {
  const municipalities = NAMES.map((name, index) => ({
    id: brandId<PartyId>(`municipality:${index}`),
    name: `${name} Kommune`,
  }));
  const region = { id: brandId<PartyId>('region:1085'), name: 'Region Sjælland' };
  return { sections, parties: [...municipalities, region], annexes: [1, 2, 4], years: { from: 2027, to: 2028 } };
}

/** What is found in a chapter that says this, beside five focus areas; as code and words. */
export function foundIn(text: string, others: readonly PlainSection[] = focusAreas(5)): string[] {
  return said(checkConsistency(agreementOf(section('Indledning', text), ...others)));
}

/** Findings as code and words. */
export function said(findings: readonly Inconsistency[]): string[] {
  return findings.map(({ code, words }) => `${code}: ${words}`);
}
