import { Body, Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import { SignInLinks } from '@enig/data';
import type { Request } from 'express';
import { BadInput, TooMany } from '../core/errors';
import { Installation } from '../core/installation';
import { Public } from '../core/public';
import { say } from '../core/viewer';
import { AskedLinks, emailIn, placeIn } from './asked-links';

/** Asks for a link on the sign-in page. */
@Public()
@Controller('auth')
export class AskController {
  constructor(
    private readonly links: SignInLinks,
    private readonly asked: AskedLinks,
    private readonly installation: Installation,
  ) {}

  /** Whom somebody calls or writes to who cannot come in; null where nobody has said. */
  @Get('contact')
  contact(): { readonly contact: string | null } {
    return { contact: this.installation.contact };
  }

  /** `{"email", "to"}`, where `to` is the page it is to lead to. The answer is the same for every address (AC-18). */
  @Post('link')
  @HttpCode(202)
  @Header('Cache-Control', 'no-store')
  async ask(@Body() body: unknown, @Req() request: Request): Promise<Record<string, never>> {
    if (!(await this.asked.mayAsk(request))) throw new TooMany();
    const email = emailIn(body);
    if (email === null) throw new BadInput(say('api.badEmail'));
    await this.links.ask(email, placeIn(body));
    return {};
  }
}
