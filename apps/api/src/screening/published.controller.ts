import { FileStore } from '@enig/data';
import { isSha256, type RoundId } from '@enig/kernel';
import { Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { Public } from '../core/public';
import { sendAttachment, sendPage } from '../core/send-document';
import { ReadingErrorsFilter } from '../reading/reading-errors.filter';
import { aboutPage, PublishedPages, type PublishedPage } from './published-pages';

/** What has been published of a round, for anybody (HE-47). A round that is not looks like one that is not there. */
@Controller('hoeringssvar')
@Public()
@UseFilters(ReadingErrorsFilter)
export class PublishedController {
  constructor(
    private readonly pages: PublishedPages,
    private readonly files: FileStore,
  ) {}

  /** What stands here, for who comes without a round. */
  @Get()
  about(@Res() response: Response): void {
    sendPage(response, aboutPage());
  }

  @Get(':round')
  async page(@Param('round') given: string, @Res() response: Response): Promise<void> {
    const { html } = await this.published(given);
    sendPage(response, html);
  }

  /** A file as it is published, always as something to save: never one that is withheld or that nobody looked through. */
  @Get(':round/:sha256')
  async file(@Param('round') given: string, @Param('sha256') hash: string, @Res() response: Response): Promise<void> {
    const { files } = await this.published(given);
    const name = isSha256(hash) ? files.get(hash) : undefined;
    const file = name !== undefined && isSha256(hash) ? await this.files.read(hash) : null;
    if (name === undefined || !file) throw new NotFound('file');
    sendAttachment(response, { bytes: file.bytes, mediaType: 'application/octet-stream', name }, 'no-cache');
  }

  private async published(given: string): Promise<PublishedPage> {
    const page = await this.pages.of(idOf<RoundId>(given, 'round'));
    if (!page) throw new NotFound('round');
    return page;
  }
}
