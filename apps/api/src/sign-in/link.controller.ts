import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { PeopleStore, SignInLinks, type Announce, type LinkView } from '@enig/data';
import type { Request, Response } from 'express';
import { ANNOUNCE } from '../core/announce';
import { signInHeader, tokenFrom } from '../core/cookies';
import { Installation } from '../core/installation';
import { OptionalViewer, Public } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { AskedLinks, emailIn, placeIn } from './asked-links';
import { linkPage, sentPage, staleLinkPage, tooManyPage, unknownLinkPage } from './link-pages';

const TOKEN = /^[\w-]{43}$/;

/**
 * Where a mailed link leads. Looking at it changes nothing, however often it is looked at and by whom: mail scanners
 * follow links. Pressing the button uses it (AC-16).
 */
@Public()
@Controller('log-ind')
export class LinkController {
  constructor(
    private readonly links: SignInLinks,
    private readonly asked: AskedLinks,
    private readonly people: PeopleStore,
    private readonly installation: Installation,
    @Inject(ANNOUNCE) private readonly announce: Announce,
  ) {}

  @Get('sendt')
  sent(@Res() response: Response): void {
    this.answer(response, 200, sentPage(this.installation.demo, this.contact));
  }

  @Get('link/:token')
  async look(
    @OptionalViewer() viewer: AppViewer | null,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.linkOf(token);
    if (!link) return this.answer(response, 404, unknownLinkPage(this.contact));
    if (isTheirs(viewer, link)) return this.lead(response, link.path);
    const page = link.isValid ? linkPage : staleLinkPage;
    this.answer(response, link.isValid ? 200 : 410, page(token, link, this.contact));
  }

  @Post('link/:token')
  async use(
    @OptionalViewer() viewer: AppViewer | null,
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.linkOf(token);
    if (!link) return this.answer(response, 404, unknownLinkPage(this.contact));
    // Pressed twice: the first one has signed them in.
    if (isTheirs(viewer, link)) return this.lead(response, link.path);
    const opened = await this.links.consume(token);
    if (!opened) return this.answer(response, 410, staleLinkPage(token, link, this.contact));
    await this.endSession(request);
    response.setHeader('Set-Cookie', signInHeader(this.installation.cookie, opened.token, opened.expiresAt));
    this.lead(response, opened.path);
  }

  /** A new one in the place of one that cannot be used any more. */
  @Post('link/:token/ny')
  async renew(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (!(await this.asked.mayAsk(request))) return this.answer(response, 429, tooManyPage(this.contact));
    if (TOKEN.test(token)) await this.links.renew(token);
    this.lead(response, '/log-ind/sendt');
  }

  /** A new one for an address that was typed, where there is no JavaScript. */
  @Post('link')
  async ask(@Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (!(await this.asked.mayAsk(request))) return this.answer(response, 429, tooManyPage(this.contact));
    const email = emailIn(body);
    if (email === null) return this.answer(response, 400, unknownLinkPage(this.contact));
    await this.links.ask(email, placeIn(body));
    this.lead(response, '/log-ind/sendt');
  }

  private get contact(): string | null {
    return this.installation.contact;
  }

  private async linkOf(token: string): Promise<LinkView | null> {
    return TOKEN.test(token) ? this.links.look(token) : null;
  }

  /** Whoever was signed in in this browser is so no longer. */
  private async endSession(request: Request): Promise<void> {
    const token = tokenFrom(request.headers.cookie, this.installation.cookie);
    const person = token === null ? null : await this.people.endSession(token);
    if (person !== null) await this.announce({ topic: 'rights', id: person });
  }

  private answer(response: Response, status: number, page: string): void {
    response.status(status).setHeader('Cache-Control', 'no-store').type('html').send(page);
  }

  private lead(response: Response, path: string): void {
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(303, path);
  }
}

/** Whoever is signed in already goes straight to where their link leads, used or not. */
function isTheirs(viewer: AppViewer | null, link: LinkView): boolean {
  return viewer?.person.id === link.person;
}
