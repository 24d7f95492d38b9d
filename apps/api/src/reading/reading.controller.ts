import type { DocumentModel } from '@enig/documents';
import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { NotFound } from '../core/errors';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import type { FileFormat } from '../threads/document-jobs';
import { MadeDocuments } from '../threads/made-documents';
import { sendFile, sendPage } from '../core/send-document';
import { packDocument, sectionDocument, VIEWS, type View } from './heard-documents';
import { MaterialService, textIn, type Material } from './material';
import { contentsPage, packPage, sectionPage } from './pages';
import { ReadingErrorsFilter } from './reading-errors.filter';
import { RoundList } from './round-list';

/** What is heard, to be read without scripts, printed and fetched. */
@Controller('laes')
@UseFilters(ReadingErrorsFilter)
export class ReadingController {
  constructor(
    private readonly material: MaterialService,
    private readonly made: MadeDocuments,
    private readonly rounds: RoundList,
  ) {}

  @Get()
  async list(@CurrentViewer() viewer: AppViewer, @Res() response: Response): Promise<void> {
    sendPage(response, await this.rounds.page(viewer));
  }

  @Get(':round')
  async contents(
    @CurrentViewer() viewer: AppViewer,
    @Param('round') round: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    sendPage(response, contentsPage(await this.materialFor(viewer, round, request)));
  }

  @Get(':round/:name')
  async read(
    @CurrentViewer() viewer: AppViewer,
    @Param('round') round: string,
    @Param('name') name: string,
    @Query('vis') shown: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const material = await this.materialFor(viewer, round, request);
    const view = VIEWS.find((each) => each === shown) ?? 'begge';
    const { id, format } = named(name);
    if (format === null) return sendPage(response, pageOf(material, id, view));
    const model = documentOf(material, id, view);
    sendFile(response, await this.made.file(format, model), format, model.title);
  }

  /** What is read, and that it was opened (HE-29): by a person, not by a browser that guesses what will be wanted. */
  private async materialFor(viewer: AppViewer, round: string, request: Request): Promise<Material> {
    const material = await this.material.of(viewer, round);
    if (isAskedFor(request)) await this.material.opened(viewer, material);
    return material;
  }
}

/** Whether somebody asked for the page: a browser says when it fetches ahead, and who asks for the head reads nothing. */
function isAskedFor(request: Request): boolean {
  const purposes = [request.get('sec-purpose'), request.get('purpose'), request.get('x-moz')];
  return request.method === 'GET' && !purposes.some((purpose) => /prefetch|prerender/i.test(purpose ?? ''));
}

/** The pack under its own name, or a section by its id. */
const PACK = 'samlet';

function pageOf(material: Material, id: string, view: View): string {
  return id === PACK ? packPage(material, view) : sectionPage(material, textIn(material, id), view);
}

function documentOf(material: Material, id: string, view: View): DocumentModel {
  return id === PACK ? packDocument(material, view) : sectionDocument(material, textIn(material, id), view);
}

function named(name: string): { readonly id: string; readonly format: FileFormat | null } {
  const [id = '', ending = null, ...more] = name.split('.');
  if (more.length > 0) throw new NotFound('section');
  if (ending === null) return { id, format: null };
  if (ending !== 'pdf' && ending !== 'docx') throw new NotFound('section');
  return { id, format: ending };
}
