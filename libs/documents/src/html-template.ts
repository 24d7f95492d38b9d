import { escapeHtml } from '@enig/text';

/** A piece of a page. Only `html` makes one, so that what is no markup cannot become it. */
export class Html {
  constructor(readonly markup: string) {}
}

/** What may stand in a place of an `html` template: words are escaped, pieces of a page are not. */
export type HtmlPart = Html | string | number | null | readonly HtmlPart[];

/** A piece of a page with every word in it escaped: html`<p title="${title}">${words}</p>`. null is nothing. */
export function html(markup: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(markup.reduce((whole, next, index) => whole + markupOf(parts[index - 1] ?? null) + next));
}

function markupOf(part: HtmlPart): string {
  if (part === null) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(markupOf).join('');
  return escapeHtml(String(part));
}
