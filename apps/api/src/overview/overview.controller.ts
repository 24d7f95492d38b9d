import { isMissing } from '@enig/hearing';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { NotFound } from '../core/errors';
import { CurrentViewer } from '../core/public';
import { sendAttachment } from '../core/send-document';
import type { AppViewer } from '../core/viewer';
import { overviewCsv } from './csv';
import { OverviewService } from './overview.service';

/** The overview of a round as a file for whoever hears. */
@Controller('rounds')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get(':name')
  async read(
    @CurrentViewer() viewer: AppViewer,
    @Param('name') name: string,
    @Query('only') only: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const id = name.replace(/\.csv$/, '');
    if (id === name) throw new NotFound('round');
    const { view, rows } = await this.overview.table(viewer, id);
    const shown = only === 'missing' ? rows.filter(({ progress }) => isMissing(progress)) : rows;
    const bytes = Buffer.from(overviewCsv(shown, viewer.say));
    const file = { bytes, mediaType: 'text/csv; charset=utf-8', name: `hoering-${view.row.number}-overblik.csv` };
    sendAttachment(response, file);
  }
}
