import type { HeardAndAfter, SectionText } from '@enig/data';
import type { TextChange } from '@enig/documents';
import type { SectionId } from '@enig/kernel';
import type { Say } from '@enig/messages';
import type { TextThreads } from '../threads/text-threads';
import { namedChanges } from '../versions/diff';

/** A section as it was heard, and as it is later; null where there was none, or is none any more. */
interface Became {
  readonly before: SectionText | null;
  readonly after: SectionText | null;
}

/** What papers need to tell of changes in the text. */
export interface Comparing {
  readonly compare: TextThreads['compare'];
  readonly say: Say;
}

/** What changed in what was heard, in reading order; what is new last. */
export async function changesOf(
  { before, after }: HeardAndAfter,
  heard: readonly SectionId[],
  comparing: Comparing,
): Promise<readonly TextChange[]> {
  if (!after) return [];
  const isHeard = new Set(heard);
  const old = [...before].filter(([section]) => isHeard.has(section));
  const added = [...after.texts].filter(([section]) => !before.has(section));
  const pairs = [
    ...old.map(([section, text]) => ({ before: text, after: after.texts.get(section) ?? null })),
    ...added.map(([, text]) => ({ before: null, after: text })),
  ];
  return (await changesIn(pairs, comparing)).flatMap((change) => change ?? []);
}

/** What changed in each section, null where nothing did; all compared at once, and not in the serving thread. */
export async function changesIn(
  sections: readonly Became[],
  { compare, say }: Comparing,
): Promise<readonly (TextChange | null)[]> {
  const both = sections.flatMap(({ before, after }) =>
    before && after ? [{ before: before.content, after: after.content }] : [],
  );
  const compared = both.length === 0 ? [] : [...(await compare(both))];
  return sections.map(({ before, after }): TextChange | null => {
    if (before && after) {
      const places = namedChanges(compared.shift() ?? [], say);
      return places.length === 0 ? null : { title: numbered(before), change: 'changed', places };
    }
    if (after) return { title: numbered(after), change: 'added', places: [] };
    return before && { title: numbered(before), change: 'removed', places: [] };
  });
}

/** What a section is called, with its number where it has one. */
export function numbered({ number, title }: Pick<SectionText, 'number' | 'title'>): string {
  return number === null ? title : `${number} ${title}`;
}
