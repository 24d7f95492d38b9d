import { wordRefusal } from '@enig/messages';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentViewer } from '../core/public';
import { sendAttachment } from '../core/send-document';
import type { AppViewer } from '../core/viewer';
import { ResponseFilesService } from './response-files.service';

/** Documents of responses. Sent in as the bare bytes of the body: nothing is taken apart that could be a trap. */
@Controller('files/responses')
export class ResponseFilesController {
  constructor(private readonly files: ResponseFilesService) {}

  /** Puts a document with a response. */
  @Post(':response')
  async add(
    @CurrentViewer() viewer: AppViewer,
    @Param('response') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { name, section } = query;
    const sent = { name: stringIn(name), section: stringIn(section), body: request };
    const added = await this.files.add(viewer, id, sent);
    if (added.ok) response.status(201).json(added.value);
    else response.status(409).json({ code: added.error.code, message: wordRefusal(viewer.locale, added.error) });
  }

  /** Gives a document back, always as something to save: it is never shown as a page of ours. */
  @Get(':file')
  async read(@CurrentViewer() viewer: AppViewer, @Param('file') id: string, @Res() response: Response): Promise<void> {
    const { file, name } = await this.files.read(viewer, id);
    sendAttachment(response, { bytes: file.bytes, mediaType: 'application/octet-stream', name });
  }
}

function stringIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
