import { isSafeHref } from './attributes';
import type { ProseNode, RichText } from './json';
import { headingDepths } from './rich-text';
import { tableHtml } from './html-table';

/** How prose becomes a piece of a page. */
export type HtmlOptions = {
  /** The level of the page that the prose's top headings get, 2 to 6; deeper ones follow, at most 6. */
  readonly headingLevel: number;
  /** The language of the prose (`da`); given, the piece is wrapped in an element that says so. */
  readonly lang?: string;
  /** Where a cross-reference leads, or null when it leads nowhere on this page. */
  readonly hrefOf?: (target: string) => string | null;
  /** What a cross-reference is called where its text is not resolved yet. */
  readonly labelOf?: (target: string) => string | null;
  /** The sentence for a cross-reference without a name. */
  readonly unresolved?: string;
};

/**
 * Prose as HTML for a page of ours: everything escaped, no style attributes (our pages forbid them), headings that skip
 * no level, tables with scoped headers, links with `rel`.
 */
export function richTextHtml(rich: RichText, options: HtmlOptions): string {
  const depths = headingDepths(rich);
  const render = (node: ProseNode): string => {
    if (node.type === 'table') return tableHtml(node, render);
    const inner = (node.content ?? []).map(render).join('');
    return element(node, inner, { ...options, depth: depths.get(node) ?? 1 });
  };
  const html = rich.content.map(render).join('');
  return options.lang === undefined ? html : `<div lang="${escapeHtml(options.lang)}">${html}</div>`;
}

/** A string as text or as an attribute's value in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

type Place = HtmlOptions & { readonly depth: number };

function element(node: ProseNode, inner: string, place: Place): string {
  switch (node.type) {
    case 'text':
      return marked(node);
    case 'paragraph':
      return `<p>${inner}</p>`;
    case 'heading': {
      const level = Math.min(6, place.headingLevel + place.depth - 1);
      return `<h${level}>${inner}</h${level}>`;
    }
    case 'bulletList':
      return `<ul>${inner}</ul>`;
    case 'orderedList': {
      const start = node.attrs?.['start'];
      return typeof start === 'number' ? `<ol start="${start}">${inner}</ol>` : `<ol>${inner}</ol>`;
    }
    case 'listItem':
      return `<li>${inner}</li>`;
    case 'blockquote':
      return `<blockquote>${inner}</blockquote>`;
    case 'hardBreak':
      return '<br>';
    case 'crossReference':
      return crossReference(node, place);
    default:
      throw new RangeError(`No HTML for ${node.type}`);
  }
}

function marked(node: ProseNode): string {
  return (node.marks ?? []).reduceRight(
    (html, { type, attrs }) => {
      if (type === 'bold') return `<strong>${html}</strong>`;
      if (type === 'italic') return `<em>${html}</em>`;
      const href = attrs?.['href'];
      if (type !== 'link') throw new RangeError(`No HTML for ${type}`);
      return isSafeHref(href) ? `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${html}</a>` : html;
    },
    escapeHtml(node.text ?? ''),
  );
}

function crossReference(node: ProseNode, { hrefOf, labelOf, unresolved = '…' }: Place): string {
  const { target, label } = node.attrs ?? {};
  const id = typeof target === 'string' ? target : '';
  const shown = escapeHtml((typeof label === 'string' ? label : labelOf?.(id)) ?? unresolved);
  const href = hrefOf?.(id) ?? null;
  return href === null ? `<span>${shown}</span>` : `<a href="${escapeHtml(href)}">${shown}</a>`;
}
