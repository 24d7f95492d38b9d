import { Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FILE_LIMITS } from '@enig/documents';
import { readBytes } from '../core/bytes';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import { ScreeningService } from './screening.service';

/** A redacted copy that is published in the place of a file, sent as the bare bytes of the body. */
@Controller('redacted-copies')
export class RedactedCopiesController {
  constructor(private readonly screenings: ScreeningService) {}

  /** 201 and nothing; or 422 with the refusal of a rule, and nothing is kept. */
  @Post(':submission/:sha256')
  async add(
    @CurrentViewer() viewer: AppViewer,
    @Param('submission') submission: string,
    @Param('sha256') sha256: string,
    @Query('name') name: unknown,
    @Query('reason') reason: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const bytes = await readBytes(request, FILE_LIMITS.bytes);
    const input = { submission, sha256, reason: typeof reason === 'string' ? reason : '' };
    const file = { bytes, name: typeof name === 'string' ? name : '' };
    const done = await this.screenings.replace(viewer, input, file);
    if (done.ok) return void response.status(201).end();
    const { code, message } = refusalOf(done.error);
    response.status(422).json({ code, message });
  }
}
