import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CurrentViewer } from '../core/public';
import { sendFile } from '../core/send-document';
import type { AppViewer } from '../core/viewer';
import { DecisionReceiptsService } from './decision-receipts.service';

/** Receipts of decisions. */
@Controller('decisions')
export class DecisionsController {
  constructor(private readonly receipts: DecisionReceiptsService) {}

  /** The receipt as PDF. */
  @Get(':decision/receipt.pdf')
  async receipt(
    @CurrentViewer() viewer: AppViewer,
    @Param('decision') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, title } = await this.receipts.pdf(viewer, id);
    sendFile(response, bytes, 'pdf', title);
  }
}
