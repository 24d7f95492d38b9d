import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import { ForeignOrigin } from './errors';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request's headers say that another site's page has sent it. Programs send neither header and are let in;
 * a `null` origin (a sandboxed frame, a file) is foreign.
 *
 * @param publicUrl  the address people use; its origin is ours, as is the host the request was sent to.
 */
export function isForeign(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return origin !== new URL(publicUrl).origin && !isHost(origin, host);
}

/** The same name and port over http; behind https only the public address counts. */
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
