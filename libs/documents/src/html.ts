import { createMessages, type Locale, type Say } from '@enig/messages';
import { localeOf, readable } from './check';
// By this name its blanks are left as they are: what is called `markup` the formatter lays out anew.
import { Html, html as markup, type HtmlPart } from './html-template';
import { STYLE } from './html-style';
import type { Block, DocumentModel, Run } from './model';

/** A page around pieces of it. */
export interface HtmlPage {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Stands at the foot of every printed page. */
  readonly foot: string;
  /** When printed. */
  readonly margin: DocumentModel['margin'];
  /** A class of its own for the page's body, as `both`; empty for none. */
  readonly look: string;
  readonly body: Html;
}

/**
 * The document as a page of its own: no scripts, everything escaped, to be read, listened to and printed.
 *
 * @throws DocumentRefused
 */
export function toHtml(model: DocumentModel): string {
  const { title, subtitle, language, foot, margin, blocks } = readable(model);
  const state = subtitle === '' ? null : markup`<p class="state">${subtitle}</p>`;
  const content = blocksHtml(blocks, 'ord', localeOf(language));
  const body = markup`<main><h1>${title}</h1>${state}${content}<footer class="foot">${foot}</footer></main>`;
  return htmlPage({ title, language, foot, margin, look: '', body });
}

/** A whole page. */
export function htmlPage({ title, language, foot, margin, look, body }: HtmlPage): string {
  const style = new Html(`<style>${STYLE}${printed(foot, margin)}</style>`);
  return markup`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="icon" href="/favicon.svg" type="image/svg+xml">${style}</head>
<body${look === '' ? null : markup` class="${look}"`}>${body}</body></html>
`.markup;
}

/** Room to write in, and the foot on every sheet where the browser can; it stands under the page in any case. */
function printed(foot: string, margin: HtmlPage['margin']): string {
  const right = margin === 'wide' ? '6cm' : '2cm';
  const small = 'font-size:8pt;vertical-align:top';
  return `@page{size:A4;margin:2cm ${right} 2.2cm 2cm;@bottom-left{content:${cssString(foot)};${small}}@bottom-right{content:counter(page) " / " counter(pages);white-space:nowrap;${small}}}`;
}

/** Nothing but letters, digits and blanks stands as itself, so that no text ends the string or the style. */
function cssString(text: string): string {
  const safe = text.replace(/[^A-Za-z0-9 ]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `);
  return `"${safe}"`;
}

/**
 * Blocks as a piece of a page.
 *
 * @param name  begins the ids of what is explained: give each piece of one page another.
 */
export function blocksHtml(blocks: readonly Block[], name = 'ord', locale: Locale = 'da'): Html {
  let count = 0;
  const id = (): string => `${name}-${(count += 1)}`;
  const writer = new BlockHtml(id, createMessages(locale));
  return new Html(blocks.map((block) => writer.of(block).markup).join('\n'));
}

class BlockHtml {
  constructor(
    private readonly id: () => string,
    private readonly say: Say,
  ) {}

  of(block: Block): Html {
    switch (block.kind) {
      case 'heading':
        return this.heading(block);
      case 'paragraph':
        return this.paragraph(block);
      case 'list': {
        const items = block.items.map((item) => markup`<li>${item.map((inner) => this.of(inner))}</li>`);
        const start = block.start ?? 1;
        if (!block.ordered) return markup`<ul>${items}</ul>`;
        return start === 1 ? markup`<ol>${items}</ol>` : markup`<ol start="${start}">${items}</ol>`;
      }
      case 'facts': {
        const facts = block.facts.map(({ name, value }) => markup`<dt>${name}</dt><dd>${this.runs(value)}</dd>`);
        return markup`<dl class="facts">${facts}</dl>`;
      }
      case 'table':
        return this.table(block);
      case 'lines': {
        const lines = Array.from({ length: block.count }, () => markup`<hr>`);
        return markup`<div class="write"><p>${block.label}</p><div aria-hidden="true">${lines}</div></div>`;
      }
      case 'pageBreak':
        return markup`<div class="break"></div>`;
    }
  }

  private heading({ level, runs, id }: Block & { readonly kind: 'heading' }): Html {
    const tag = new Html(`h${level}`);
    const name = id === undefined ? null : markup` id="${id}"`;
    return markup`<${tag}${name}>${this.runs(runs)}</${tag}>`;
  }

  private paragraph({ runs, tone }: Block & { readonly kind: 'paragraph' }): Html {
    if (tone === 'note') return markup`<p class="note">${this.runs(runs)}</p>`;
    return tone === 'quote'
      ? markup`<blockquote><p>${this.runs(runs)}</p></blockquote>`
      : markup`<p>${this.runs(runs)}</p>`;
  }

  /**
   * A wide one is scrolled by itself, also by keyboard. On a narrow screen its rows are cards: then its parts are no longer
   * laid out as a table, and browsers forget what they are unless it is said.
   */
  private table({ caption, head, rows, numeric = [] }: Block & { readonly kind: 'table' }): Html {
    const align = (column: number): HtmlPart => (numeric.includes(column) ? markup` class="num"` : null);
    const heads = head.map((name, column) => markup`<th role="columnheader" scope="col"${align(column)}>${name}</th>`);
    const body = rows.map((row) => {
      const cells = row.map(
        (cell, column) =>
          markup`<td role="cell" data-label="${head[column] ?? ''}"${align(column)}>${this.runs(cell)}</td>`,
      );
      return markup`<tr role="row">${cells}</tr>`;
    });
    const top = markup`<thead role="rowgroup"><tr role="row">${heads}</tr></thead>`;
    const table = markup`<table role="table"><caption>${caption}</caption>${top}<tbody role="rowgroup">${body}</tbody></table>`;
    return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">${table}</div>`;
  }

  private runs(runs: readonly Run[]): Html[] {
    return runs.map((run) => this.run(run));
  }

  private run({ text, bold, italic, change, href, explained }: Run): Html {
    let piece = lines(text);
    if (explained !== undefined) piece = this.explained(piece, explained);
    if (bold) piece = markup`<strong>${piece}</strong>`;
    if (italic) piece = markup`<em>${piece}</em>`;
    if (change) piece = this.changed(piece, change);
    if (href !== undefined) piece = markup`<a href="${href}" rel="noopener noreferrer">${piece}</a>`;
    return piece;
  }

  /** A word with its explanation: opened by mouse or keyboard without a script, in brackets on paper. */
  private explained(word: Html, means: string): Html {
    const id = this.id();
    const button = markup`<button type="button" class="word" popovertarget="${id}">${word}</button>`;
    return markup`${button}<span class="means" popover id="${id}">${means}</span>`;
  }

  private changed(piece: Html, change: 'removed' | 'added'): Html {
    const said = markup`<span class="hidden">${this.say(`document.${change}`)} </span>`;
    return change === 'removed' ? markup`<del>${said}${piece}</del>` : markup`<ins>${said}${piece}</ins>`;
  }
}

function lines(text: string): Html {
  const pieces = text.split('\n').map((line) => markup`${line}`.markup);
  return new Html(pieces.join('<br>'));
}
