import { createTransport } from 'nodemailer';
import type { LetterDue, LetterStore, Made } from '@enig/data';
import { sha256 } from '@enig/kernel';
import type { WrittenLetter } from '@enig/messages';

/** A letter, written, with what is enclosed. */
export interface Mail extends WrittenLetter {
  readonly letter: LetterDue;
  readonly enclosed: readonly Made[];
}

/** Takes mails from us. */
export interface Carrier {
  /** @throws NotCarried when it was not taken, or nobody knows. */
  carry(mail: Mail): Promise<void>;
  close(): void;
}

/** A mail was not taken. What the mail server said stays out: it may hold an address. */
export class NotCarried extends Error {
  override readonly name = 'NotCarried';

  /**
   * @param trouble    a code, as `ETIMEDOUT` or `451`.
   * @param isForGood  whether the address itself was refused, so that trying again is of no use.
   */
  constructor(
    readonly trouble: string,
    readonly isForGood: boolean,
  ) {
    super(`A mail was not taken: ${trouble}`);
  }
}

/** Where mails are handed over. */
export interface SmtpSettings {
  /** `smtps://user:password@host:465`, or `smtp://…`, which turns to TLS where the server offers it. */
  readonly url: string;
  readonly from: string;
  /** The address people use: its name is the right part of message ids. */
  readonly publicUrl: string;
}

/** In ms; in all well below the pause after which a letter is taken anew. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

/** Hands mails to a mail server (OP-2). */
export function smtpCarrier({ url, from, publicUrl }: SmtpSettings): Carrier {
  const { hostname } = new URL(publicUrl);
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 1,
      maxRequeues: 0,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...PATIENCE,
    },
    // Nobody's holiday message is wanted, and no mail program should answer by itself.
    { from, headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } },
  );
  return {
    carry: async ({ letter, subject, plain, html, enclosed }) => {
      const { name, email, key } = letter;
      await transport
        .sendMail({
          to: { name, address: email },
          messageId: messageId(key, hostname),
          ...{ subject, text: plain, html },
          attachments: enclosed.map((file) => ({
            filename: file.name,
            content: Buffer.from(file.bytes),
            contentType: file.mediaType,
          })),
        })
        .catch((error: unknown) => {
          throw notCarried(error);
        });
    },
    close: () => transport.close(),
  };
}

/** The same for the same letter: whoever gets it twice, since an answer was lost, can see that it is one. */
export function messageId(key: string, hostname: string): string {
  return `<${sha256(new TextEncoder().encode(key)).slice(0, 40)}@${hostname}>`;
}

/** What a mail server answers for an address that is not there; one that just does not trust us begins with 5.7. */
const MISTRUST = /\b5\.7\.\d+/;

function notCarried(error: unknown): NotCarried {
  const { code, command, responseCode, response } = fieldsOf(error);
  const status = typeof responseCode === 'number' ? responseCode : null;
  const isRefused = command === 'RCPT TO' && status !== null && status >= 500 && !MISTRUST.test(String(response));
  return new NotCarried(status !== null ? String(status) : typeof code === 'string' ? code : 'unknown', isRefused);
}

function fieldsOf(error: unknown): Readonly<Record<string, unknown>> {
  return typeof error === 'object' && error !== null ? { ...error } : {};
}

/** Keeps mails instead of sending them: nobody of a demo has an address that leads anywhere. */
export function keepingCarrier(store: LetterStore): Carrier {
  return {
    carry: ({ letter, ...mail }) => store.keep({ ...mail, letter: letter.key }),
    close: () => undefined,
  };
}
