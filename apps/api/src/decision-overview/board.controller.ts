import { readBoardFilter } from '@enig/approval';
import { MeetingStore } from '@enig/data';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ApprovalService } from '../approval/approval.service';
import { NotFound } from '../core/errors';
import { CurrentViewer } from '../core/public';
import { sendAttachment } from '../core/send-document';
import type { AppViewer } from '../core/viewer';
import { boardCsv } from './board-csv';
import { boardMeetings } from './board-meetings';

/** The board as a file, for everyone who may read the agreement; filtered as on the page, by the same address. */
@Controller('board')
export class BoardController {
  constructor(
    private readonly approvals: ApprovalService,
    private readonly meetings: MeetingStore,
  ) {}

  @Get(':name')
  async read(
    @CurrentViewer() viewer: AppViewer,
    @Param('name') name: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const id = name.replace(/\.csv$/, '');
    if (id === name) throw new NotFound('board');
    const board = await this.approvals.boardOf(viewer, id);
    const meetings = await boardMeetings(board.approval, this.meetings, viewer.today);
    const filter = readBoardFilter((asked) => {
      const given = query[asked];
      return typeof given === 'string' ? given : null;
    });
    const bytes = Buffer.from(boardCsv(board, filter, { meetings, say: viewer.say }));
    sendAttachment(response, { bytes, mediaType: 'text/csv; charset=utf-8', name: 'godkendelse.csv' });
  }
}
