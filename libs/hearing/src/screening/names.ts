/** Where a name stands in a text. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a text names any of these people in full: names of members are not published without a redaction or two
 * people's word that they may be (HE-48). Case and what stands between the names make no difference.
 *
 * @param names  of those who hold a seat in the body that answers.
 */
export function findNames(text: string, names: readonly string[]): FoundName[] {
  const found = names.flatMap((name) => {
    const words = name.trim().split(/\s+/u).filter(Boolean).map(escaped);
    if (words.length < 2) return [];
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s\\u00ad]+')}(?![\\p{L}\\p{N}])`, 'giu');
    return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  });
  return found.sort((one, other) => one.start - other.start);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
