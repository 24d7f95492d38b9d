import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { answerTo, mistake, type Answer } from './core/errors';
import type { Installation } from './core/installation';
import type { Log } from './core/log';
import type { Metrics } from './core/metrics';
import { refuseForeignWrites } from './core/origin';
import { say } from './core/viewer';
import { securityHeaders } from './headers';
import { pages } from './pages';

/** Largest request in bytes, but for files. */
const MAX_BODY = '1mb';

/** What every request passes before Nest sees it. None of it decides what anybody may do. */
export function prepareHttp(
  app: NestExpressApplication,
  { installation, metrics, webDir }: { installation: Installation; metrics: Metrics; webDir: string | null },
): void {
  app.disable('x-powered-by');
  app.use(measured(installation.log, metrics));
  app.use(securityHeaders(installation.publicUrl));
  app.use(refuseForeignWrites(installation.publicUrl));
  app.use(['/graphql', '/auth'], express.json({ limit: MAX_BODY }));
  if (webDir !== null) app.use(...pages(webDir));
  app.use(answerEarly(installation.log));
}

/** One line per request: no query, no cookie, no body. */
function measured(log: Log, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const { method, path } = request;
    response.once('finish', () => {
      const { statusCode: status } = response;
      metrics.count('http_requests_total', { method, status });
      if (pathShape(path) === '/*' && status < 400) return; // a page or one of its files
      log.info('request', { method, path: pathShape(path), status, ms: Math.round(performance.now() - began) });
    });
    next();
  };
}

const PATHS = ['auth', 'files', 'graphql', 'healthz', 'metrics', 'readyz', 'submissions', 'text-versions', 'versions'];

/** Ids and hashes are left out, and whatever else somebody may have put into an address. */
function pathShape(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  if (!PATHS.includes(first)) return first === '' ? '/' : '/*';
  return first === 'auth' && /^(demo|sign-out)$/.test(second) ? `/auth/${second}` : `/${first}`;
}

/** What is refused before Nest takes over is answered from the same table. */
function answerEarly(log: Log) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    const { code, status, sentence } = answerTo(error, say) ?? ofBody(error) ?? unexpected(error, log);
    response.status(status).json({ code, message: sentence });
  };
}

/** A body that is too large, or not what it says it is. */
function ofBody(error: unknown): Answer | null {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  if (status === 413) return { code: 'TOO_LARGE', status, sentence: say('api.tooLarge') };
  if (typeof status !== 'number' || status >= 500) return null;
  return { code: 'BAD_REQUEST', status, sentence: say('api.badInput') };
}

function unexpected(error: unknown, log: Log): Answer {
  log.error('request.failed', error);
  return mistake(say);
}
