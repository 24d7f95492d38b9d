import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CurrentViewer } from '../core/public';
import { sendAttachment } from '../core/send-document';
import type { AppViewer } from '../core/viewer';
import { JobsService } from './jobs.service';

/** What jobs have made, always as something to save. */
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get(':id/file')
  async file(@CurrentViewer() viewer: AppViewer, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const { file, name } = await this.jobs.file(viewer, id);
    sendAttachment(response, { ...file, name });
  }
}
