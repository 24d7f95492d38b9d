import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type RequestHandler } from 'express';

/** Paths that are answered by the server itself; every other page belongs to the web app. */
const SERVER_PATHS =
  /^\/(log-ind\/(link|sendt)|auth|collab|files|graphql|healthz|hoeringssvar|jobs|laes|metrics|post|readyz|redacted-copies|rounds|submissions|text-versions|versions)(\/|$)/;
/** What Vite names by content never changes under its name. */
const ONE_YEAR = '365d';

/** Serves the built web app: its files as they are, and its one page for every address that it knows and we do not. */
export function pages(webDir: string): RequestHandler[] {
  const index = join(webDir, 'index.html');
  if (!existsSync(index)) throw new Error(`The web app is not built: ${index} is missing`);
  return [
    express.static(join(webDir, 'assets'), { immutable: true, maxAge: ONE_YEAR, fallthrough: true }),
    express.static(webDir, { index: false, maxAge: 0 }),
    (request, response, next) => {
      if (!isPage(request)) return next();
      response.setHeader('Cache-Control', 'no-cache');
      response.sendFile(index);
    },
  ];
}

function isPage(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return !SERVER_PATHS.test(request.path) && request.accepts(['json', 'html']) === 'html';
}
