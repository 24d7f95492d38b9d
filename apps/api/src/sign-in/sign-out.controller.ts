import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { PeopleStore, type Announce } from '@enig/data';
import type { Request, Response } from 'express';
import { ANNOUNCE } from '../core/announce';
import { signOutHeader, tokenFrom } from '../core/cookies';
import { Installation } from '../core/installation';
import { Public } from '../core/public';

/** Ends a sign-in: the cookie here, the session in the database, and the sockets that stand on it. */
@Public()
@Controller('auth')
export class SignOutController {
  constructor(
    private readonly people: PeopleStore,
    private readonly installation: Installation,
    @Inject(ANNOUNCE) private readonly announce: Announce,
  ) {}

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = tokenFrom(request.headers.cookie, this.installation.cookie);
    const person = token === null ? null : await this.people.endSession(token);
    if (person !== null) await this.announce({ topic: 'rights', id: person });
    response.setHeader('Set-Cookie', signOutHeader(this.installation.cookie));
  }
}
