import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { answerTo, mistake, SignedOut } from '../core/errors';
import { Installation } from '../core/installation';
import { say } from '../core/viewer';
import { sendPage } from '../core/send-document';
import { refusedPage } from './pages';

/** Answers errors as pages, since these are read by people: who is not signed in is asked to, and comes back here. */
@Catch()
export class ReadingErrorsFilter implements ExceptionFilter {
  constructor(private readonly installation: Installation) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) return void response.destroy();
    if (error instanceof SignedOut) {
      const { originalUrl } = http.getRequest<Request>();
      return response.redirect(303, `/log-ind?til=${encodeURIComponent(originalUrl)}`);
    }
    const expected = answerTo(error, say);
    if (!expected) this.installation.log.error('request.failed', error);
    const { status, sentence } = expected ?? mistake(say);
    sendPage(response.status(status), refusedPage(say, sentence, this.installation.contact));
  }
}
