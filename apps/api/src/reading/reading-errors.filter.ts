import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sendErrorPage } from '../core/error-pages';
import { answerTo, mistake, SignedOut } from '../core/errors';
import { Installation } from '../core/installation';
import { say } from '../core/viewer';

/**
 * Answers errors as pages to whoever asks, since these are read by people: who is not signed in is asked to at once, and
 * comes back here.
 */
@Catch()
export class ReadingErrorsFilter implements ExceptionFilter {
  constructor(private readonly installation: Installation) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    if (response.headersSent) return void response.destroy();
    if (error instanceof SignedOut) {
      return response.redirect(303, `/log-ind?til=${encodeURIComponent(request.originalUrl)}`);
    }
    const expected = answerTo(error, say);
    if (!expected) this.installation.log.error('request.failed', error);
    sendErrorPage(request, response, expected ?? mistake(say), this.installation.contact);
  }
}
