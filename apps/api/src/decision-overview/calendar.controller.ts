import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { NotFound } from '../core/errors';
import { Public } from '../core/public';
import { sendAttachment } from '../core/send-document';
import { YearService } from './year.service';

/** A person's calendar, for programs that cannot sign in: whoever has its address may read it, until it is renewed. */
@Controller('kalender')
export class CalendarController {
  constructor(private readonly years: YearService) {}

  @Public()
  @Get(':name')
  async read(@Param('name') name: string, @Res() response: Response): Promise<void> {
    const token = name.replace(/\.ics$/, '');
    if (token === name || token === '') throw new NotFound('calendar');
    const bytes = Buffer.from(await this.years.calendar(token));
    const file = { bytes, mediaType: 'text/calendar; charset=utf-8', name: 'enig.ics' };
    sendAttachment(response, file, 'private, no-cache');
  }
}
