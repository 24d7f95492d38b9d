import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CurrentViewer } from '../core/public';
import { sendAttachment } from '../core/send-document';
import type { AppViewer } from '../core/viewer';
import { CasesService } from './cases.service';

/** Annexes of cases, always as something to save. */
@Controller('cases/annexes')
export class CaseAnnexesController {
  constructor(private readonly cases: CasesService) {}

  @Get(':annex')
  async read(@CurrentViewer() viewer: AppViewer, @Param('annex') id: string, @Res() response: Response): Promise<void> {
    const { file, name } = await this.cases.annexFile(viewer, id);
    sendAttachment(response, { bytes: file.bytes, mediaType: 'application/octet-stream', name });
  }
}
