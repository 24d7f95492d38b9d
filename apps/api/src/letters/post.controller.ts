import { Controller, Get, Param, Res } from '@nestjs/common';
import { LetterStore, type MailEntry, type MailView } from '@enig/data';
import { html, type Html } from '@enig/documents';
import { instantOf } from '@enig/kernel';
import { formatDateTime } from '@enig/messages';
import type { Response } from 'express';
import { NotFound } from '../core/errors';
import { Installation } from '../core/installation';
import { Public } from '../core/public';
import { LOCALE, say } from '../core/viewer';
import { sendAttachment } from '../core/send-document';
import { servedPage } from '../sign-in/link-pages';

/** The mails of a demo, which are not sent; there only while the demo is on. */
@Public()
@Controller('post')
export class PostController {
  constructor(
    private readonly letters: LetterStore,
    private readonly installation: Installation,
  ) {}

  @Get()
  async list(@Res() response: Response): Promise<void> {
    this.mustBeOn();
    const mails = await this.letters.kept();
    this.answer(response, servedPage(say('post.title'), state(), mails.length === 0 ? empty() : list(mails)));
  }

  @Get(':letter')
  async mail(@Param('letter') letter: string, @Res() response: Response): Promise<void> {
    const mail = await this.mailOf(letter);
    const { subject, plain } = mail;
    const body = html`<p><a href="/post">${say('post.back')}</a></p>
      <dl class="facts">
        <dt>${say('post.to')}</dt>
        <dd>${whoOf(mail)}</dd>
        <dt>${say('post.at')}</dt>
        <dd>${momentOf(mail)}</dd>
      </dl>
      ${plain.trim().split('\n\n').map(withLinks)} ${enclosedIn(mail)}
      <p><a href="${addressOf(mail)}/html">${say('post.html')}</a></p>`;
    this.answer(response, servedPage(subject, body));
  }

  /** The mail itself, as it would have been sent. */
  @Get(':letter/html')
  async whole(@Param('letter') letter: string, @Res() response: Response): Promise<void> {
    this.answer(response, (await this.mailOf(letter)).html);
  }

  /** A file that is enclosed, by its place in the mail. */
  @Get(':letter/vedlagt/:position')
  async enclosed(
    @Param('letter') letter: string,
    @Param('position') position: string,
    @Res() response: Response,
  ): Promise<void> {
    this.mustBeOn();
    const file = /^\d{1,3}$/.test(position) ? await this.letters.enclosed(letter, Number(position)) : null;
    if (!file) throw new NotFound('file');
    sendAttachment(response, file);
  }

  private async mailOf(letter: string) {
    this.mustBeOn();
    const mail = await this.letters.mail(letter);
    if (!mail) throw new NotFound('mail');
    return mail;
  }

  private mustBeOn(): void {
    if (!this.installation.demo) throw new NotFound('page');
  }

  private answer(response: Response, page: string): void {
    response.setHeader('Cache-Control', 'no-store').type('html').send(page);
  }
}

function state(): Html {
  return html`<p class="state">${say('post.state')}</p>
    <p><a href="/log-ind">${say('link.title')}</a></p>`;
}

function empty(): Html {
  return html`<p>${say('post.empty')}</p>`;
}

function list(mails: readonly MailEntry[]): Html {
  const rows = mails.map(
    (mail) =>
      html`<li>
        <a href="${addressOf(mail)}">${mail.subject}</a>
        <p>${say('post.line', { to: mail.to, at: momentOf(mail) })}</p>
      </li>`,
  );
  return html`<ul class="mails">
    ${rows}
  </ul>`;
}

/** One paragraph of the plain text, its lines kept and its links to be pressed. */
function withLinks(paragraph: string): Html {
  const parts = paragraph.split(/(https?:\/\/\S+)/);
  const words = parts.map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part));
  return html`<p><span style="white-space:pre-line">${words}</span></p>`;
}

function enclosedIn(mail: MailView): Html | null {
  if (mail.enclosed.length === 0) return null;
  const files = mail.enclosed.map(
    (name, position) => html`<li><a href="${addressOf(mail)}/vedlagt/${position}">${name}</a></li>`,
  );
  return html`<h2>${say('post.enclosed')}</h2>
    <ul>
      ${files}
    </ul>`;
}

function whoOf({ to, email }: MailEntry): string {
  return `${to} <${email}>`;
}

function momentOf({ arrivedAt }: MailEntry): string {
  return formatDateTime(instantOf(arrivedAt), LOCALE);
}

function addressOf({ letter }: MailEntry): string {
  return `/post/${encodeURIComponent(letter)}`;
}
