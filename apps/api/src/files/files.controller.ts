import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { isSha256 } from '@enig/kernel';
import type { Request, Response } from 'express';
import { CurrentViewer } from '../core/public';
import { NotFound } from '../core/errors';
import { sendAttachment } from '../core/send-document';
import type { AppViewer } from '../core/viewer';
import { FilesService } from './files.service';

/** Files by their SHA-256. Sent in as the bare bytes of the body: nothing is taken apart that could be a trap. */
@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  /** Keeps a file. */
  @Post()
  @HttpCode(201)
  async add(@CurrentViewer() viewer: AppViewer, @Query('name') name: unknown, @Req() request: Request) {
    return this.files.add(viewer, typeof name === 'string' ? name : '', request);
  }

  /** Gives a file back, always as something to save: it is never shown as a page of ours. */
  @Get(':sha256')
  async read(
    @CurrentViewer() viewer: AppViewer,
    @Param('sha256') hash: string,
    @Res() response: Response,
  ): Promise<void> {
    if (!isSha256(hash)) throw new NotFound('file');
    const { file, name } = await this.files.read(viewer, hash);
    response.setHeader('ETag', `"${hash}"`);
    const sent = { bytes: file.bytes, mediaType: 'application/octet-stream', name };
    sendAttachment(response, sent, 'private, no-cache');
  }
}
