const MARKS = { begin: '<!-- figures: begin -->', end: '<!-- figures: end -->' } as const;

/**
 * A page with new figures between its marks; what people have written around them stays.
 *
 * @throws Error when the page has lost its marks.
 */
export function withFigures(page: string, figures: string): string {
  const [from, to] = [page.indexOf(MARKS.begin), page.indexOf(MARKS.end)];
  if (from === -1 || to < from) throw new Error(`The page has no place for figures (${MARKS.begin} … ${MARKS.end})`);
  return `${page.slice(0, from + MARKS.begin.length)}\n\n${figures.trim()}\n\n${page.slice(to)}`;
}
