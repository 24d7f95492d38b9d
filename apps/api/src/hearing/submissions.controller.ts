import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { sendBytes } from '../core/bytes';
import { NotFound } from '../core/errors';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { sendFile } from '../core/send-document';
import { HearingService } from './hearing.service';
import { ReceiptsService } from './receipts.service';

/** The exact bytes a council sent, whose `sha256sum` is the hash on its receipt; and the receipt as PDF. */
@Controller('submissions')
export class SubmissionsController {
  constructor(
    private readonly hearing: HearingService,
    private readonly receipts: ReceiptsService,
  ) {}

  @Get(':name')
  async read(
    @CurrentViewer() viewer: AppViewer,
    @Param('name') name: string,
    @Res() response: Response,
  ): Promise<void> {
    const [id = '', ending, ...more] = name.split('.');
    if (more.length > 0 || (ending !== 'json' && ending !== 'pdf')) throw new NotFound('submission');
    if (ending === 'pdf') {
      const { bytes, title } = await this.receipts.pdf(viewer, id);
      return sendFile(response, bytes, 'pdf', title);
    }
    const { bytes, sha256 } = await this.hearing.submission(viewer, id);
    sendBytes(response, bytes, sha256, false);
  }
}
