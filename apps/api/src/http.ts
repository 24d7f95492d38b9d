import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { sendErrorPage, wantsPage } from './core/error-pages';
import { answerTo, mistake, type Answer } from './core/errors';
import type { Installation } from './core/installation';
import type { Log } from './core/log';
import type { Metrics } from './core/metrics';
import { refuseForeignWrites } from './core/origin';
import { say } from './core/viewer';
import { securityHeaders } from './headers';
import { pages } from './pages';
import { requestLimits, type RequestLimits } from './sign-in/limits';

/** Largest request in bytes, but for files. */
const MAX_BODY = '1mb';
/** Largest form of a page that works without JavaScript. */
const MAX_FORM = '10kb';

/** What is needed in front of Nest. */
export interface HttpGround {
  readonly installation: Installation;
  readonly metrics: Metrics;
  readonly webDir: string | null;
  readonly limits: RequestLimits;
  /** Which proxies before us are believed when they say whom a request comes from; as Express knows it. */
  readonly trustProxy: number | readonly string[];
}

/** What every request passes before Nest sees it. None of it decides what anybody may do. */
export function prepareHttp(
  app: NestExpressApplication,
  { installation, metrics, webDir, limits, trustProxy }: HttpGround,
): void {
  app.disable('x-powered-by');
  app.set('trust proxy', trustProxy);
  app.use(measured(installation.log, metrics));
  app.use(securityHeaders(installation.publicUrl));
  app.use(refuseForeignWrites(installation.publicUrl));
  for (const { path, limit } of requestLimits(limits, installation.contact)) app.use(path, limit);
  app.use(['/graphql', '/auth'], keptByNobody, express.json({ limit: MAX_BODY }));
  app.use('/log-ind', express.urlencoded({ limit: MAX_FORM, extended: false }));
  if (webDir !== null) app.use(...pages(webDir));
  app.use(answerEarly(installation));
}

/** What somebody asked is kept neither by their browser nor on the way; what is kept says so itself. */
const keptByNobody: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

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

const PATHS = [
  'auth',
  'files',
  'graphql',
  'healthz',
  'hoeringssvar',
  'jobs',
  'laes',
  'log-ind',
  'metrics',
  'post',
  'readyz',
  'redacted-copies',
  'rounds',
  'submissions',
  'text-versions',
  'versions',
];

/** Ids and hashes are left out, and whatever else somebody may have put into an address. */
function pathShape(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  if (!PATHS.includes(first)) return first === '' ? '/' : '/*';
  return first === 'auth' && /^(demo|sign-out)$/.test(second) ? `/auth/${second}` : `/${first}`;
}

/** What is refused before Nest takes over is answered from the same table, and as the same page. */
function answerEarly({ log, contact }: Installation) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    const answer = answerTo(error, say) ?? ofBody(error) ?? unexpected(error, log);
    if (wantsPage(request)) return sendErrorPage(request, response, answer, contact);
    response.status(answer.status).json({ code: answer.code, message: answer.sentence });
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
