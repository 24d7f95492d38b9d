import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { sendBytes } from '../core/bytes';
import { NotFound } from '../core/errors';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { HearingService } from './hearing.service';

/** The exact bytes a council sent: `sha256sum` on them gives the hash on its receipt. */
@Controller('submissions')
export class SubmissionsController {
  constructor(private readonly hearing: HearingService) {}

  @Get(':name')
  async read(
    @CurrentViewer() viewer: AppViewer,
    @Param('name') name: string,
    @Res() response: Response,
  ): Promise<void> {
    const id = name.replace(/\.json$/, '');
    if (id === name) throw new NotFound('submission');
    const { bytes, sha256 } = await this.hearing.submission(viewer, id);
    sendBytes(response, bytes, sha256);
  }
}
