import { FileStore, HearingReads, RoundGround, ScreeningStore } from '@enig/data';
import { NotAllowed, on } from '@enig/access';
import { MAX_FILE_SIZE } from '@enig/hearing';
import { isSha256 } from '@enig/kernel';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { readBytes } from '../core/bytes';
import { BadInput, NotFound } from '../core/errors';
import { line } from '../core/input';
import { CurrentViewer } from '../core/public';
import { sendAttachment } from '../core/send-document';
import type { AppViewer } from '../core/viewer';
import { HearingService } from './hearing.service';
import { IncomingDocuments } from './incoming-documents';

/** Files of documents that are heard. Sent in as the bare bytes of the body, and read by who may read the round. */
@Controller('files/heard')
export class HeardFilesController {
  constructor(
    private readonly files: FileStore,
    private readonly offers: RoundGround,
    private readonly reads: HearingReads,
    private readonly hearing: HearingService,
    private readonly incoming: IncomingDocuments,
    private readonly screenings: ScreeningStore,
  ) {}

  /** Keeps a file for a document that is to be heard, and what was seen in it, which whoever sent it is told. */
  @Post()
  @HttpCode(201)
  async add(@CurrentViewer() viewer: AppViewer, @Query('name') name: unknown, @Req() request: Request) {
    const may = viewer.seats.some(({ region }) => viewer.can('addFile', on.region({ region })));
    if (!may) throw new NotAllowed('addFile', 'Region', 'noRight');
    const called = line(typeof name === 'string' ? name : '', 'api.field.fileName', 200);
    const bytes = await readBytes(request, MAX_FILE_SIZE);
    if (bytes.length === 0) throw new BadInput(viewer.say('api.fileEmpty'));
    const inspected = await this.incoming.mustBeDocument(viewer, bytes, called);
    const kept = await this.files.add(bytes, 'application/octet-stream', viewer.person.id);
    await this.screenings.keepInspection(kept.sha256, inspected);
    await this.offers.offer(kept.sha256, viewer.person.id);
    return { ...kept, name: called };
  }

  /** Gives a file back, always as something to save: it is never shown as a page of ours. */
  @Get(':round/:sha256')
  async read(
    @CurrentViewer() viewer: AppViewer,
    @Param('round') round: string,
    @Param('sha256') hash: string,
    @Res() response: Response,
  ): Promise<void> {
    const { view } = await this.hearing.round(viewer, round);
    const document = view.row.document && (await this.reads.document(view.row.document));
    const named = document ? document.files.find(({ sha256 }) => sha256 === hash) : undefined;
    const file = named && isSha256(hash) ? await this.files.read(hash) : null;
    if (!named || !file) throw new NotFound('file');
    response.setHeader('ETag', `"${hash}"`);
    const sent = { bytes: file.bytes, mediaType: 'application/octet-stream', name: named.name };
    sendAttachment(response, sent, 'private, no-cache');
  }
}
