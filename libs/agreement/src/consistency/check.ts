import { countFindings } from './counts';
import { dayFindings } from './days';
import type { Inconsistency } from './inconsistency';
import { abbreviationFindings, spellingFindings } from './names';
import { paragraphsOf, type PlainAgreement, type PlainSection } from './paragraphs';
import { provisionFindings } from './provisions';
import { referenceFindings } from './references';
import { tableFindings } from './tables';
import { titleFindings } from './titles';
import { twiceFindings } from './twice';

/**
 * What does not fit in an agreement's texts: counts (AG-28), references (AG-29), paragraphs that stand twice (AG-30),
 * days (AG-31), names (AG-32), tables (AG-33), goals without criterion (AG-11) and actions without a responsible party
 * (AG-12). In the order the agreement is read. It warns: whoever opens a hearing decides.
 */
export function checkConsistency(agreement: PlainAgreement): Inconsistency[] {
  const paragraphs = paragraphsOf(agreement);
  const found = [
    ...countFindings(agreement, paragraphs),
    ...referenceFindings(agreement, paragraphs),
    ...twiceFindings(paragraphs),
    ...dayFindings(paragraphs),
    ...spellingFindings(agreement, paragraphs),
    ...abbreviationFindings(paragraphs),
    ...provisionFindings(paragraphs),
    ...titleFindings(agreement, paragraphs),
    ...tableFindings(paragraphs),
    ...agreement.sections.flatMap(missingIn),
  ];
  return inReadingOrder(agreement, once(found));
}

function missingIn({ id: section, goals, actions }: PlainSection): Inconsistency[] {
  const at = (path: readonly string[], words: string) => ({ section, path, start: 0, end: 0, words });
  const withoutCriterion = goals.filter(({ criterion }) => criterion.trim() === '');
  const withoutResponsible = actions.filter(({ responsible }) => responsible === null);
  return [
    ...withoutCriterion.map(({ id, title }): Inconsistency => {
      return { ...at(['goals', id, 'criterion'], title), code: 'AG-11-GOAL-WITHOUT-CRITERION', title };
    }),
    ...withoutResponsible.map(({ id, title }): Inconsistency => {
      return { ...at(['actions', id, 'responsible'], title), code: 'AG-12-ACTION-WITHOUT-RESPONSIBLE', title };
    }),
  ];
}

/** Of one rule, two patterns may see the same words. */
function once(found: readonly Inconsistency[]): Inconsistency[] {
  const known = new Set<string>();
  return found.filter(({ code, section, path, start }) => {
    const [series = '', rule = ''] = code.split('-');
    const key = [series, rule, section, ...path, start].join(' ');
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

function inReadingOrder({ sections }: PlainAgreement, found: readonly Inconsistency[]): Inconsistency[] {
  const order = new Map<string, number>();
  for (const { id, slots } of sections) {
    order.set(id, order.size);
    for (const { path } of slots) order.set([id, ...path].join(' '), order.size);
  }
  const placeOf = ({ section, path }: Inconsistency) =>
    order.get([section, ...path].join(' ')) ?? order.get([section, ...path.slice(0, -1), 'title'].join(' ')) ?? 0;
  return found.toSorted((one, other) => placeOf(one) - placeOf(other) || one.start - other.start);
}
