import { createMessages, type Locale } from '@enig/messages';
import { html, type Html } from './html-template';
import { htmlPage } from './html';

/** A file of the case, as it is called on the front page. */
export interface IndexedFile {
  readonly name: string;
  /** Where it lies in the case. */
  readonly path: string;
}

/** Files that belong together. */
export interface IndexedGroup {
  readonly heading: string;
  /** One sentence on what they are; empty for none. */
  readonly about: string;
  readonly files: readonly IndexedFile[];
}

/** What stands on the front page of a case. */
export interface BundleIndex {
  readonly title: string;
  readonly subtitle: string;
  /** What the case is, each with its name. */
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly groups: readonly IndexedGroup[];
  readonly foot: string;
}

/** The front page of a case: what is in it, with links that work wherever it is unpacked, and how it is checked. */
export function bundleIndex({ title, subtitle, facts, groups, foot }: BundleIndex, locale: Locale): string {
  const say = createMessages(locale);
  const list = facts.map(
    ({ name, text }) =>
      html`<dt>${name}</dt>
        <dd>${text}</dd>`,
  );
  const body = html`<main>
    <h1>${title}</h1>
    <p class="state">${subtitle}</p>
    <dl>${list}</dl>
    <h2>${say('bundle.check.heading')}</h2>
    <p>${say('bundle.check.text')}</p>
    <pre><code>node verify-case.mjs .</code></pre>
    <p>${say('bundle.check.receipt')}</p>
    <pre><code>node verify-case.mjs . --receipt receipts/…</code></pre>
    ${groups.filter(({ files }) => files.length > 0).map(groupHtml)}
    <footer class="foot">${foot}</footer>
  </main>`;
  return htmlPage({ ...{ title, language: locale, foot, margin: 'normal', look: '' }, body });
}

function groupHtml({ heading, about, files }: IndexedGroup): Html {
  const items = files.map(({ name, path }) => html`<li><a href="${path}">${name}</a></li>`);
  return html`<h2>${heading}</h2>
    ${about === '' ? null : html`<p>${about}</p>`}
    <ul>
      ${items}
    </ul> `;
}
