import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentViewer } from '../core/public';
import { sendAttachment } from '../core/send-document';
import type { AppViewer } from '../core/viewer';
import { MinutesService } from './minutes.service';

/** Minutes, sent in as the bare bytes of the body: nothing is taken apart that could be a trap. */
@Controller('minutes')
export class MinutesController {
  constructor(private readonly minutes: MinutesService) {}

  /** Keeps minutes that a decision can name. */
  @Post()
  @HttpCode(201)
  async add(
    @CurrentViewer() viewer: AppViewer,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: Request,
  ) {
    const { name, sha256 } = query;
    return this.minutes.add(viewer, { name: stringIn(name), sha256: stringIn(sha256), body: request });
  }

  /** Gives the minutes of a decision, always as something to save: never shown as a page of ours. */
  @Get(':decision')
  async read(
    @CurrentViewer() viewer: AppViewer,
    @Param('decision') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { file, name } = await this.minutes.read(viewer, id);
    sendAttachment(response, { bytes: file.bytes, mediaType: 'application/octet-stream', name });
  }
}

function stringIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
