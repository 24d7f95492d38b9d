import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sendErrorPage, wantsPage } from './error-pages';
import { answerTo, mistake, type Answer } from './errors';
import { Installation } from './installation';
import { say } from './viewer';

/**
 * Answers every error over HTTP from the one table in errors.ts: a person at an address with a page, everything else with
 * JSON. GraphQL's pass through; both its transports ask the same table.
 */
@Catch()
export class ErrorsFilter implements ExceptionFilter {
  constructor(private readonly installation: Installation) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const answer = answerTo(error, say) ?? ofHttp(error) ?? this.mistake(error);
    if (response.headersSent) return response.destroy();
    if (wantsPage(request)) sendErrorPage(request, response, answer, this.installation.contact);
    else response.status(answer.status).json({ code: answer.code, message: answer.sentence });
    return undefined;
  }

  private mistake(error: unknown): Answer {
    this.installation.log.error('request.failed', error);
    return mistake(say);
  }
}

/** What the framework itself says no to: a path nobody serves, a body that is no JSON or too large. */
function ofHttp(error: unknown): Answer | null {
  const status = statusOf(error);
  if (status === null || status >= 500) return null;
  if (status === 404) return { code: 'NOT_FOUND', status, sentence: say('api.notFound') };
  if (status === 413) return { code: 'TOO_LARGE', status, sentence: say('api.tooLarge') };
  return { code: 'BAD_REQUEST', status, sentence: say('api.badInput') };
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  return typeof status === 'number' ? status : null;
}
