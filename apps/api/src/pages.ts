import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { wantsPage } from './core/error-pages';

/** Paths that are answered by the server itself; every other page belongs to the web app. */
const SERVER_PATHS =
  /^\/(log-ind\/(link|sendt)|aftale|auth|board|cases|collab|decisions|files|graphql|healthz|hoeringssvar|jobs|kalender|laes|metrics|minutes|post|readyz|redacted-copies|rounds|submissions|text-versions|versions)(\/|$)/;
/** How long a browser keeps, in seconds: what Vite names by content for a year; fonts, which hardly ever change, a month. */
const KEPT = [
  { under: 'assets', keeping: 'public, max-age=31536000, immutable' },
  { under: 'fonts', keeping: 'public, max-age=2592000' },
] as const;

/** Serves the built web app: its files as they are, and its one page for every address that it knows and we do not. */
export function pages(webDir: string): RequestHandler[] {
  const index = join(webDir, 'index.html');
  if (!existsSync(index)) throw new Error(`The web app is not built: ${index} is missing`);
  return [
    express.static(webDir, {
      ...{ index: false, maxAge: 0 },
      setHeaders: (response: Response, file) => {
        const kept = KEPT.find(({ under }) => file.startsWith(resolve(webDir, under) + sep));
        if (kept) response.setHeader('Cache-Control', kept.keeping);
      },
    }),
    (request, response, next) => {
      // Where browsers look by themselves, as for a file that has no page around it.
      if (request.path === '/favicon.ico') return response.redirect(301, '/favicon.svg');
      if (!isPage(request)) return next();
      response.setHeader('Cache-Control', 'no-cache');
      response.sendFile(index);
    },
  ];
}

function isPage(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return !SERVER_PATHS.test(request.path) && wantsPage(request);
}
