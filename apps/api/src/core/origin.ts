import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import { ForeignOrigin } from './errors';

const READS = ['GET', 'HEAD', 'OPTIONS'];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request's headers say that another site's page has sent it. Programs send neither header and are let in;
 * a `null` origin (a sandboxed frame, a file) is foreign.
 *
 * @param publicUrl  the address people use; its origin is ours. When it is this machine's own, so is the machine by
 *   its other loopback names. Any other name the request was sent to proves nothing: whoever owns the name chooses
 *   where it leads, and a page of theirs could lead it here.
 */
export function isForeign(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = headers;
  if (origin === undefined) return false;
  const own = new URL(publicUrl);
  if (origin === own.origin) return false;
  return !(isLoopback(own) && URL.canParse(origin) && isLoopback(new URL(origin)) && isHost(origin, host));
}

function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.includes(hostname);
}

/** The same name and port over http. */
function isHost(origin: string, host: string | undefined): boolean {
  return host !== undefined && origin === `http://${host}`;
}

/** Refuses every write that another site's page has sent, before anything else looks at it. */
export function refuseForeignWrites(publicUrl: string): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    const isWrite = !READS.includes(request.method);
    next(isWrite && isForeign(request.headers, publicUrl) ? new ForeignOrigin() : undefined);
  };
}
