import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Request, RequestHandler } from 'express';
import { answerTo, TooMany } from '../core/errors';
import { say } from '../core/viewer';
import { tooManyPage } from './link-pages';

/** How many requests one network address may send within a minute, on one node; 0 is without bound. */
export interface RequestLimits {
  /** To sign in, or to ask for a link. */
  readonly signIn: number;
  /** To GraphQL; and a tenth as many to published pages and their files. */
  readonly graphql: number;
}

const MINUTE = 60_000;
/** The demo's people are no secret: whoever tries things out changes person often. */
const DEMO_SHARE = 10;
/** A page on the screen asks GraphQL many times for each that is fetched whole. */
const PAGE_SHARE = 10;

/**
 * Bounds what one network address can ask of this node (AC-19). Behind a proxy that is the address the proxy names, as far
 * as `TRUST_PROXY` says that it is to be believed.
 *
 * @param contact whom people call or write to who are refused; null where nobody has said.
 */
export function requestLimits(
  { signIn, graphql }: RequestLimits,
  contact: string | null,
): { path: string[]; limit: RequestHandler }[] {
  const links = limited(signIn, contact);
  return [
    { path: ['/auth/link', '/log-ind/link'], limit: unlessRead(links) },
    { path: ['/auth/demo'], limit: unlessRead(limited(signIn * DEMO_SHARE, contact)) },
    { path: ['/graphql'], limit: limited(graphql, contact) },
    // What anybody reads, without a sign-in.
    { path: ['/hoeringssvar'], limit: limited(Math.ceil(graphql / PAGE_SHARE), contact) },
  ];
}

/** Whom a request is counted by: an address, or the network of one that has too many of them. */
export function whoAsks({ ip = '' }: Request): string {
  return ipKeyGenerator(ip);
}

function limited(limit: number, contact: string | null): RequestHandler {
  if (limit === 0) return (_request, _response, next) => next();
  return rateLimit({
    ...{ windowMs: MINUTE, limit, standardHeaders: 'draft-7', legacyHeaders: false, keyGenerator: whoAsks },
    // Whether proxies are to be believed is a setting of ours; who sends their headers is not worth a word in the log.
    validate: false,
    handler: (request, response) => {
      const answer = answerTo(new TooMany(), say);
      const message = answer?.sentence ?? '';
      const extensions = { code: answer?.code };
      response.status(429);
      if (request.baseUrl === '/graphql') response.json({ errors: [{ message, extensions }] });
      else if (request.baseUrl.startsWith('/auth')) response.json({ code: answer?.code, message });
      else response.type('html').send(tooManyPage(contact));
    },
  });
}

/** Opening a page is no attempt at anything. */
function unlessRead(limit: RequestHandler): RequestHandler {
  return (request, response, next) => (request.method === 'POST' ? limit(request, response, next) : next());
}
