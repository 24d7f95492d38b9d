import { blocksHtml, explainsAny, html, htmlPage, type Block, type Html } from '@enig/documents';
import type { Say } from '@enig/messages';
import {
  easyReadBlocks,
  footOf,
  fullBlocks,
  notes,
  notInPack,
  packBlocks,
  reasonsForTime,
  stateOf,
  VIEWS,
  type View,
} from './heard-documents';
import type { HeardText, Material } from './material';

/** What there is to read, and where. */
export function contentsPage(material: Material): string {
  const { viewer, title, texts, round } = material;
  const { say, locale } = viewer;
  const link = ({ id, title: name, easyRead }: HeardText): Html => {
    const easy =
      easyRead &&
      html` ·
        <a href="/laes/${round.id}/${id}?vis=letlaest"
          >${say('reading.asEasyRead')}<span class="hidden">: ${name}</span></a
        >`;
    return html`<li><a href="/laes/${round.id}/${id}">${name}</a>${easy}</li>`;
  };
  const list = (heading: string, some: readonly HeardText[]): Html | null => {
    return some.length === 0
      ? null
      : html`<h2>${heading}</h2>
          <ul class="contents">
            ${some.map(link)}
          </ul>`;
  };
  const [heard, other] = [texts.filter(({ isHeard }) => isHeard), texts.filter(({ isHeard }) => !isHeard)];
  const reasons = reasonsForTime(material);
  const content = html`${reasons.length === 0 ? null : blocksHtml([{ kind: 'facts', facts: reasons }], 'tid', locale)}
    ${list(say('reading.heard'), heard)}
    <h2>${say('reading.pack')}</h2>
    <p>${say('reading.packAbout')}</p>
    <ul class="files">
      <li><a href="/laes/${round.id}/samlet">${say('reading.packPage')}</a></li>
      <li><a href="/laes/${round.id}/samlet.pdf">${say('reading.packPdf')}</a></li>
      <li><a href="/laes/${round.id}/samlet.docx">${say('reading.packWord')}</a></li>
    </ul>
    ${blocksHtml(notInPack(material), 'ikke-med', locale)} ${list(say('reading.other'), other)}`;
  return page(material, { title, path: '', look: '', content });
}

/** One section: both texts side by side where there is room, or one of them. */
export function sectionPage(material: Material, text: HeardText, view: View): string {
  const { say, locale } = material.viewer;
  const isLacking = view === 'begge' && text.easyRead === null;
  const isBoth = view === 'begge' && !isLacking;
  const full = view === 'letlaest' ? [] : fullBlocks(text, 3);
  const easyRead = view === 'fuld' ? [] : easyReadBlocks(text, 3, say);
  const shown = (id: 'fuld' | 'letlaest', blocks: readonly Block[]): Html | null => {
    const heading = say(id === 'fuld' ? 'reading.full' : 'reading.easyRead');
    return blocks.length === 0 ? null : piece(id, heading, blocksHtml(blocks, id, locale));
  };
  const content = html`${views(say, view)}${isLacking ? blocksHtml(easyRead, 'letlaest', locale) : null}${words(say, [...full, ...easyRead])}
<div${isBoth ? html` class="side"` : null}>${shown('fuld', full)}${isLacking ? null : shown('letlaest', easyRead)}</div>
${blocksHtml([notes(say)], 'noter', locale)}
${files(material, text.id, view)}${turn(material, text, view)}`;
  return page(material, { title: text.title, path: `/${text.id}`, look: isBoth ? 'both' : '', content });
}

/** Everything the round asks about on one page. */
export function packPage(material: Material, view: View): string {
  const { say, locale } = material.viewer;
  const blocks = packBlocks(material, view);
  const content = html`${views(say, view)}${files(material, 'samlet', view)} ${words(say, blocks)}
  ${blocksHtml(blocks, 'ord', locale)}`;
  return page(material, { title: `${material.title}: ${say('reading.contents')}`, path: '/samlet', look: '', content });
}

/** How words are explained, where there are any that are. */
function words(say: Say, blocks: readonly Block[]): Html | null {
  return explainsAny(blocks) ? html`<p class="screen">${say('reading.words')}</p>` : null;
}

function page(
  material: Material,
  { title, path, look, content }: { title: string; path: string; look: string; content: Html },
): string {
  const { viewer, label } = material;
  const { say } = viewer;
  const foot = footOf(material, path);
  const body = html`<a class="skip" href="#indhold">${say('reading.skip')}</a>
    <header class="bar">
      ${way(material, path)}
      <p class="state">${stateOf(material)}</p>
      ${task(material)}
    </header>
    <main id="indhold" tabindex="-1">
      <h1>${title}</h1>
      ${label === null ? null : html`<p class="note">${label}</p>`} ${content}
      <footer class="foot">${foot}</footer>
    </main>`;
  return htmlPage({
    title: say('reading.title', { title }),
    language: viewer.locale,
    foot,
    margin: 'wide',
    look,
    body,
  });
}

function way({ viewer: { say }, round }: Material, path: string): Html {
  const hearing = `/aftaler/${round.place.agreement.row.id}/hoering/${round.id}`;
  const contents = path === '' ? null : html`<li><a href="/laes/${round.id}">${say('reading.contents')}</a></li>`;
  return html`<nav aria-label="${say('reading.where')}">
    <ul class="steps">
      <li><a href="${hearing}">${say('reading.hearing')}</a></li>
      ${contents}
    </ul>
  </nav>`;
}

/** What is asked of the reader. */
function task({ viewer: { say }, round, now }: Material): Html {
  const { myResponse: own } = round;
  if (!own || round.state !== 'collecting') return html`<p class="screen">${say('reading.task.readOnly')}</p>`;
  const isOver = now >= round.dueAt;
  if (own.state === 'submitted') {
    return html`<p class="screen">${say(isOver ? 'reading.task.answeredOver' : 'reading.task.answered')}</p>`;
  }
  const href = `/aftaler/${round.place.agreement.row.id}/hoering/${round.id}/svar/${own.id}`;
  const words = say(isOver ? 'reading.task.late' : 'reading.task.answer');
  return html`<p class="screen">${words} <a href="${href}">${say('reading.toAnswer')}</a></p>`;
}

function piece(id: string, heading: string, text: Html): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${text}
  </section>`;
}

function views(say: Say, shown: View): Html {
  const items = VIEWS.map((view) => {
    const name = say(`reading.view.${view}`);
    return view === shown
      ? html`<li><span aria-current="true">${name}</span></li>`
      : html`<li><a href="?vis=${view}">${name}</a></li>`;
  });
  return html`<nav aria-label="${say('reading.views')}">
    <ul class="views">
      ${items}
    </ul>
  </nav>`;
}

function files({ viewer: { say }, round }: Material, name: string, view: View): Html {
  const href = (ending: string): string => `/laes/${round.id}/${name}.${ending}${query(view)}`;
  return html`<section class="screen" aria-labelledby="hent">
    <h2 id="hent">${say('reading.files')}</h2>
    <ul class="files">
      <li><a href="${href('pdf')}">${say('reading.asPdf')}</a></li>
      <li><a href="${href('docx')}">${say('reading.asWord')}</a></li>
    </ul>
    <p>${say('reading.print')}</p>
  </section>`;
}

function turn({ viewer: { say }, round, texts }: Material, text: HeardText, view: View): Html | null {
  const at = texts.indexOf(text);
  const [before, after] = [texts[at - 1], texts[at + 1]];
  if (!before && !after) return null;
  const href = ({ id }: HeardText): string => `/laes/${round.id}/${id}${query(view)}`;
  const previous =
    before &&
    html`<li><a rel="prev" href="${href(before)}">${say('reading.previous', { title: before.title })}</a></li>`;
  const next =
    after && html`<li><a rel="next" href="${href(after)}">${say('reading.next', { title: after.title })}</a></li>`;
  return html`<nav aria-label="${say('reading.turn')}">
    <ul class="steps">
      ${previous ?? null}${next ?? null}
    </ul>
  </nav>`;
}

function query(view: View): string {
  return view === 'begge' ? '' : `?vis=${view}`;
}
