import { FileStore, VersionReads } from '@enig/data';
import type { DocumentModel } from '@enig/documents';
import { isSha256, type AgreementId } from '@enig/kernel';
import { Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { Public } from '../core/public';
import { sendAttachment, sendFile, sendPage } from '../core/send-document';
import { ReadingErrorsFilter } from '../reading/reading-errors.filter';
import { MadeDocuments } from '../threads/made-documents';
import { PublishedAgreements, type PublishedPages } from './published-agreements';

/**
 * A concluded agreement at its permanent address, for anybody (AG-37). One that is not concluded looks like one that is
 * not there.
 */
@Controller('aftale')
@Public()
@UseFilters(ReadingErrorsFilter)
export class PublishedAgreementController {
  constructor(
    private readonly agreements: PublishedAgreements,
    private readonly made: MadeDocuments,
    private readonly versions: VersionReads,
    private readonly files: FileStore,
  ) {}

  @Get(':id')
  async page(@Param('id') given: string, @Res() response: Response): Promise<void> {
    sendPage(response, (await this.published(given)).html);
  }

  /** The page for politicians: nobody has to sign in to read it, or to put it with a case (DOC-6). */
  @Get(':id/kort')
  async onePage(@Param('id') given: string, @Res() response: Response): Promise<void> {
    sendPage(response, (await this.published(given)).onePage.html);
  }

  @Get(':id/kort.pdf')
  async onePageFile(@Param('id') given: string, @Res() response: Response): Promise<void> {
    await this.send(response, 'pdf', (await this.published(given)).onePage.document);
  }

  /** The text that holds today; where nothing has changed it that is the agreement itself, and that is where one comes. */
  @Get(':id/samlet')
  async consolidated(@Param('id') given: string, @Res() response: Response): Promise<void> {
    const { consolidated } = await this.published(given);
    if (!consolidated) return response.redirect(303, `/aftale/${given}`);
    sendPage(response, consolidated.html);
  }

  @Get(':id/samlet.pdf')
  async consolidatedFile(@Param('id') given: string, @Res() response: Response): Promise<void> {
    const { consolidated } = await this.published(given);
    if (!consolidated) throw new NotFound('version');
    await this.send(response, 'pdf', consolidated.document);
  }

  /** The version that was agreed on, under its hash: the bytes it is of, a PDF or a Word file. */
  @Get(':id/v/:name')
  async version(@Param('id') given: string, @Param('name') name: string, @Res() response: Response): Promise<void> {
    const { version, document } = await this.published(given);
    const [hash, ending, ...more] = name.split('.');
    if (hash !== version.hash || more.length > 0) throw new NotFound('version');
    if (ending === 'json') return sendJson(response, version.manifest, `${hash}.json`);
    if (ending !== 'pdf' && ending !== 'docx') throw new NotFound('version');
    await this.send(response, ending, document);
  }

  /** A text of it by its hash, so that anybody can work out the version's. */
  @Get(':id/tekst/:sha256')
  async text(@Param('id') given: string, @Param('sha256') name: string, @Res() response: Response): Promise<void> {
    const { texts } = await this.published(given);
    const hash = name.replace(/\.json$/u, '');
    const found = isSha256(hash) && texts.has(hash) ? await this.versions.textBytes(hash) : null;
    if (!found) throw new NotFound('text');
    sendJson(response, found.bytes, `${hash}.json`);
  }

  @Get(':id/bilag/:sha256')
  async annex(@Param('id') given: string, @Param('sha256') hash: string, @Res() response: Response): Promise<void> {
    const { annexes } = await this.published(given);
    const name = isSha256(hash) ? annexes.get(hash) : undefined;
    const file = name !== undefined && isSha256(hash) ? await this.files.read(hash) : null;
    if (name === undefined || !file) throw new NotFound('file');
    sendAttachment(response, { bytes: file.bytes, mediaType: 'application/octet-stream', name }, 'no-cache');
  }

  private async send(response: Response, format: 'pdf' | 'docx', document: DocumentModel): Promise<void> {
    sendFile(response, await this.made.file(format, document), format, document.title);
  }

  private async published(given: string): Promise<PublishedPages> {
    const pages = await this.agreements.of(idOf<AgreementId>(given, 'agreement'));
    if (!pages) throw new NotFound('agreement');
    return pages;
  }
}

function sendJson(response: Response, bytes: Uint8Array, name: string): void {
  sendAttachment(response, { bytes, mediaType: 'application/json', name }, 'no-cache');
}
