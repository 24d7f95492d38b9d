/**
 * Which line of a text a place stands in, from 1, counting only lines that say something: that is how somebody counts who
 * looks for it.
 *
 * @param start where it begins, in UTF-16 units.
 */
export function lineAt(text: string, start: number): number {
  const before = text.slice(0, start).split('\n').slice(0, -1);
  return before.filter((line) => line.trim() !== '').length + 1;
}
