import { html, htmlPage, type Html } from '@enig/documents';
import { languageOf } from '@enig/messages';
import type { Request, Response } from 'express';
import type { Answer } from './errors';
import { sendPage } from './send-document';
import { LOCALE, say } from './viewer';

/** A way on from a page that has nothing to show. */
interface Way {
  readonly href: string;
  readonly words: string;
}

/** Whether a person stands at the address: a browser that goes there asks for a page, what scripts and programs send does not. */
export function wantsPage(request: Request): boolean {
  return request.accepts(['json', 'html']) === 'html';
}

/**
 * Answers an error as a page, with the ways on from here.
 *
 * @param contact  whom people call or write to who are stuck; null where nobody has said.
 */
export function sendErrorPage(request: Request, response: Response, answer: Answer, contact: string | null): void {
  sendPage(response.status(answer.status), refusedPage(toldTo(request, answer), waysFrom(request, answer), contact));
}

/** Only who is signed in has tasks to go to. */
function toldTo(request: Request, { code, sentence }: Answer): string {
  return code === 'NOT_FOUND' && !isSignedIn(request) ? say('api.notPublic') : sentence;
}

/** The only cookie that is ever set says who is signed in. */
function isSignedIn({ headers }: Request): boolean {
  return Boolean(headers.cookie);
}

/** Who is not signed in comes back here; an address that was sent to has nothing to come back for. */
function waysFrom(request: Request, { code }: Answer): readonly Way[] {
  const { method, originalUrl } = request;
  if (code === 'UNAUTHENTICATED') {
    const back = method === 'GET' ? `?til=${encodeURIComponent(originalUrl)}` : '';
    return [{ href: `/log-ind${back}`, words: say('link.title') }];
  }
  // Whoever reads what is public has no page of their own to go to.
  if (!isSignedIn(request)) return [{ href: '/log-ind', words: say('link.title') }];
  return [
    { href: '/', words: say('page.trouble.home') },
    { href: '/laes', words: say('reading.toList') },
  ];
}

function refusedPage(sentence: string, ways: readonly Way[], contact: string | null): string {
  const title = say('reading.refused');
  const body = html`<main>
    <h1>${title}</h1>
    <p>${sentence}</p>
    ${waysOn(ways)} ${contact === null ? null : html`<p>${say('help.contact', { contact })}</p>`}
  </main>`;
  return htmlPage({ title, language: languageOf[LOCALE], foot: '', margin: 'normal', look: '', body });
}

/** Where one can go from a page, as links. */
export function waysOn(ways: readonly Way[]): Html {
  return html`<ul class="steps">
    ${ways.map(({ href, words }) => html`<li><a href="${href}">${words}</a></li>`)}
  </ul>`;
}
