import type { LinkView } from '@enig/data';
import { html, htmlPage, type Html, type HtmlPart } from '@enig/documents';
import { formatDateTime, languageOf } from '@enig/messages';
import { LOCALE, say } from '../core/viewer';

/** Large enough for a finger, and a border so that it is seen where colours are forced. */
const BUTTON =
  'font:inherit;font-weight:600;padding:.7rem 1.2rem;border:2px solid var(--accent);border-radius:var(--radius);background:var(--accent);color:var(--paper);max-width:100%;cursor:pointer';
const INPUT =
  'font:inherit;display:block;width:100%;max-width:26rem;padding:.6rem;border:2px solid var(--edge);border-radius:var(--radius)';

/** Whom people call or write to, as they read it; null where nobody has said. */
type Contact = string | null;

/** A page that is served whole: it works without JavaScript, and nothing of it is fetched from elsewhere. */
export function servedPage(title: string, ...body: readonly HtmlPart[]): string {
  return htmlPage({
    ...{ title: `${title} · Enig`, language: languageOf[LOCALE], foot: 'Enig', margin: 'normal', look: '' },
    body: html`<main>
      <h1>${title}</h1>
      ${body}
    </main>`,
  });
}

/** Who a link is for, and the button that uses it (AC-16). */
export function linkPage(token: string, { name, expiresAt }: LinkView, contact: Contact): string {
  return servedPage(
    say('link.title'),
    paragraph(say('link.text', { name })),
    form(`/log-ind/link/${token}`, say('link.button', { name })),
    paragraph(say('link.once', { until: formatDateTime(expiresAt, LOCALE) })),
    helpFrom(contact),
  );
}

/** A link that is used up or too old: one button. */
export function staleLinkPage(token: string, { name }: LinkView, contact: Contact): string {
  return servedPage(
    say('link.stale.title'),
    paragraph(say('link.stale.text', { name })),
    form(`/log-ind/link/${token}/ny`, say('link.stale.button')),
    paragraph(say('link.stale.where')),
    helpFrom(contact),
  );
}

/** A link that was never mailed to anybody, as when half of it was copied. */
export function unknownLinkPage(contact: Contact): string {
  return servedPage(
    say('link.unknown.title'),
    paragraph(say('link.unknown.text')),
    form(
      '/log-ind/link',
      say('page.signIn.send'),
      html`<p>
        <label for="email">${say('page.signIn.email')}</label>
        <input id="email" name="email" type="email" autocomplete="email" required maxlength="200" style="${INPUT}" />
      </p>`,
    ),
    helpFrom(contact),
  );
}

/** What is said to everybody who has asked for a link (AC-18). @param demo  adds where a demo's mails are found. */
export function sentPage(demo: boolean, contact: Contact): string {
  return servedPage(
    say('link.sent.title'),
    paragraph(say('link.sent.text')),
    paragraph(say('link.sent.again')),
    helpFrom(contact),
    html`<p><a href="/log-ind">${say('link.title')}</a></p>`,
    demo ? html`<p><a href="/post">${say('page.signIn.post')}</a></p>` : null,
  );
}

/** Too much was asked from one place. */
export function tooManyPage(contact: Contact): string {
  return servedPage(say('link.tooMany.title'), paragraph(say('api.tooMany')), helpFrom(contact));
}

/** Whom people call or write to when they are stuck; nothing where nobody has said. */
export function helpFrom(contact: Contact): Html | null {
  return contact === null ? null : paragraph(say('help.contact', { contact }));
}

function form(action: string, button: string, fields: Html | null = null): Html {
  return html`<form method="post" action="${action}">
    ${fields}
    <p><button style="${BUTTON}">${button}</button></p>
  </form>`;
}

function paragraph(words: string): Html {
  return html`<p>${words}</p>`;
}
