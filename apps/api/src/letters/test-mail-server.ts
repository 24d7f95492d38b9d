import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as a mail server took it. */
export interface TakenMail {
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  /** Everything in it as words, whichever way it was packed for the journey. */
  readonly words: string;
  /** What is enclosed, byte for byte. */
  readonly enclosed: readonly Buffer[];
}

/** A real mail server on this machine, which can be told to refuse. For specs only. */
export class MailServer {
  readonly mails: TakenMail[] = [];
  /** What the next addresses are answered with; 0 is taken. */
  refuseWith = 0;
  refuseSaying = 'Not now, hemmelig@example.invalid';
  private readonly server: SMTPServer;
  private port = 0;

  private constructor() {
    this.server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
      onRcptTo: (_address, _session, done) => {
        if (this.refuseWith === 0) return done();
        done(Object.assign(new Error(this.refuseSaying), { responseCode: this.refuseWith }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          this.mails.push({ to, ...unpacked(Buffer.concat(chunks).toString('latin1')) });
          done();
        });
      },
    });
    this.server.on('error', () => undefined); // a client that goes away is no concern of the spec
  }

  static async start(): Promise<MailServer> {
    const mail = new MailServer();
    await new Promise<void>((listening) => mail.server.listen(0, '127.0.0.1', () => listening()));
    mail.port = (mail.server.server.address() as AddressInfo).port;
    return mail;
  }

  /** Where it is, or was. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((stopped) => this.server.close(() => stopped()));
  }
}

function unpacked(raw: string): Omit<TakenMail, 'to'> {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), encodedWords(line.slice(colon + 1).trim())];
    }),
  );
  const encoded = [...raw.matchAll(/base64\r\n((?:[^\r\n]+\r\n)*)\r\n([A-Za-z0-9+/=\r\n]+)/g)];
  const parts = encoded.map(([, about = '', packed = '']) => ({ about, bytes: Buffer.from(packed, 'base64') }));
  const fromBase64 = parts.map(({ bytes }) => bytes.toString('utf8'));
  const enclosed = parts.filter(({ about }) => about.includes('attachment')).map(({ bytes }) => bytes);
  return { headers, words: [quotedPrintable(raw), ...fromBase64].join('\n'), enclosed };
}

function quotedPrintable(packed: string): string {
  const bytes = packed
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** RFC 2047: `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`. */
function encodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString('utf8')
        : quotedPrintable(words.replaceAll('_', ' ')),
    );
}
