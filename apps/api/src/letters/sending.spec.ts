import { LetterStore, sendLetters, type NewLetter } from '@enig/data';
import { createLog } from '../core/log';
import type { PersonId } from '@enig/kernel';
import { eventually } from '../collab/test-eventually';
import { Work, type Enclose } from '../jobs/work';
import { startTestApp, type TestApp } from '../test-app';
import { messageId, smtpCarrier } from './carrier';
import { sendNext } from './sending';
import { MailServer } from './test-mail-server';

const FROM = 'Rammeaftaler <rammeaftaler@example.invalid>';
const ROUND = 'Rammeaftale 2027–28, »Æblerne«';

let mail: MailServer;
let app: TestApp;
let chair: { id: PersonId; email: string; name: string };

beforeEach(async () => {
  mail = await MailServer.start();
});

afterEach(async () => {
  await app.close();
  await mail.stop();
});

async function start(services: readonly ('api' | 'worker')[] = ['api', 'worker']): Promise<void> {
  app = await startTestApp({
    ...{ demo: false, services, publicUrl: 'http://enig.example', smtp: { url: mail.url, from: FROM } },
    contact: 'Maja Holm, 55 88 00 00',
  });
  const [found] = await app.source.query<(typeof chair)[]>(
    `SELECT id, email, name FROM person WHERE persona = 'handicapraad-formand-greve'`,
  );
  if (!found) throw new Error('Nobody is chair in Greve');
  chair = found;
}

const reminder = (key: string): NewLetter => ({
  ...{ key, kind: 'reminder', to: chair.id, body: null, path: '/aftaler/1' },
  facts: { round: ROUND, body: 'Greve Handicapråd', due: '2026-10-15T22:00:00.000Z' as never },
});
const send = (letter: NewLetter) => sendLetters(app.source.manager, [letter]);
const row = async (): Promise<Record<string, unknown>> => {
  const [found] = await app.owner.query<Record<string, unknown>[]>(
    'SELECT * FROM letter ORDER BY made_at DESC LIMIT 1',
  );
  return found ?? {};
};
const tryAgain = () => app.owner.query(`UPDATE letter SET next_at = clock_timestamp() WHERE sent_at IS NULL`);
const arrived = (count: number) =>
  eventually(
    () => mail.mails.length >= count,
    () => `${mail.mails.length} of ${count} mails`,
    20_000,
  );
const became = (what: string) =>
  eventually(
    async () => (await row())[what] !== null,
    () => `It is not ${what}`,
    20_000,
  );

/** A letter whose kind has something enclosed here. */
const used = (key: string): NewLetter => ({
  ...{ key, kind: 'answersUsed', to: chair.id, body: null, path: '/aftaler/1' },
  facts: { round: ROUND, body: 'Greve Handicapråd' },
});

/** Sends without a worker: with what is enclosed made as the spec says. */
function sender(enclose: Enclose) {
  const publicUrl = 'http://enig.example';
  const carrier = smtpCarrier({ url: mail.url, from: FROM, publicUrl });
  const work = new Work();
  work.enclosed.handle('answersUsed', enclose);
  const log = createLog(() => undefined);
  return { store: new LetterStore(app.source), carrier, work, publicUrl, contact: null, log };
}

describe('OP-2 a letter with something enclosed', () => {
  it('goes without what could not be made twice, and says where it is', async () => {
    await start(['api']);
    await send(used('used:1'));
    const ground = sender(() => Promise.reject(new Error('cannot be made')));
    expect(await sendNext(ground, true)).toBe(true);
    expect(await row()).toMatchObject({ trouble: 'unwritten', sent_at: null, given_up_at: null });
    expect(mail.mails).toEqual([]);
    await tryAgain();
    expect(await sendNext(ground, true)).toBe(true);
    await arrived(1);
    ground.carrier.close();
    expect(mail.mails[0]?.words).toContain('Du kan hente den på siden');
    expect(mail.mails[0]?.enclosed).toEqual([]);
    expect((await row())['sent_at']).not.toBeNull();
  });

  it('holds up no other, and is not sent by who was too slow and lost it to another', async () => {
    await start(['api']);
    await send(used('used:1'));
    const asked: (() => void)[] = [];
    const file = { bytes: Buffer.from('%PDF'), name: 'svar.pdf', mediaType: 'application/pdf' };
    const ground = sender(() => new Promise((made) => asked.push(() => made(file))));
    const begun = (count: number) =>
      eventually(
        () => asked.length === count,
        () => `${asked.length} are being made`,
      );
    const slow = sendNext(ground, true);
    await begun(1);
    await send(reminder('reminder:1'));
    expect([await sendNext(ground), await sendNext(ground)]).toEqual([true, false]);
    await arrived(1);

    await app.owner.query(`UPDATE letter SET next_at = clock_timestamp() WHERE key = 'used:1'`);
    const other = sendNext(ground, true);
    await begun(2);
    for (const made of asked) made();
    expect(await Promise.all([slow, other])).toEqual([true, true]);
    await arrived(2);
    ground.carrier.close();
    expect(mail.mails.map(({ enclosed }) => enclosed.length)).toEqual([0, 1]);
  });
});

describe('OP-2 a letter leaves through a mail server', () => {
  it('with its words, a message id made of its key, and a link that works', async () => {
    await start();
    await send(reminder('reminder:1'));
    await became('sent_at');
    const [got] = mail.mails;
    expect(mail.mails).toHaveLength(1);
    expect(got?.to).toEqual([chair.email]);
    expect(got?.headers.get('message-id')).toBe(messageId('reminder:1', 'enig.example'));
    expect(got?.headers.get('from')).toBe(FROM);
    expect(got?.headers.get('subject')).toBe(`Fristen for »${ROUND}« nærmer sig`);
    expect(got?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(got?.headers.get('content-type')).toContain('multipart/alternative');
    expect(got?.words).toContain('Greve Handicapråd har ikke sendt sit svar');
    expect(got?.words).toContain('Ring eller skriv til os: Maja Holm, 55 88 00 00');
    const [, token = ''] = /http:\/\/enig\.example\/log-ind\/link\/([\w-]{43})/.exec(got?.words ?? '') ?? [];
    const used = await app.anybody.fetch(`/log-ind/link/${token}`, { method: 'POST' });
    expect([used.status, used.headers.get('location')]).toEqual([303, '/aftaler/1']);
    expect(app.logged.join()).not.toContain(token);
  });

  it('later, where the server says "not now", and the log has neither the address nor what was said', async () => {
    mail.refuseWith = 451;
    await start();
    await send(reminder('reminder:1'));
    await became('trouble');
    expect(await row()).toMatchObject({ trouble: '451', attempts: 1, sent_at: null, given_up_at: null });
    mail.refuseWith = 0;
    await tryAgain();
    await became('sent_at');
    expect(mail.mails).toHaveLength(1);
    const told = app.logged.filter((line) => line.includes('letter.notSent'));
    expect(JSON.parse(told[0] ?? '{}')).toMatchObject({ letter: 'reminder', attempt: 1, trouble: '451' });
    for (const secret of [chair.email, 'hemmelig', ROUND]) expect(told.join()).not.toContain(secret);
  });

  it('never to an address that the server refuses for good', async () => {
    mail.refuseWith = 550;
    await start();
    await send(reminder('reminder:1'));
    await became('given_up_at');
    expect(await row()).toMatchObject({ trouble: '550', attempts: 1, sent_at: null });
    expect(app.logged.some((line) => line.includes('letter.givenUp'))).toBe(true);
  });

  it('later, where the server does not trust us: that is no fault of the address', async () => {
    mail.refuseWith = 550;
    mail.refuseSaying = '5.7.1 Relaying denied';
    await start();
    await send(reminder('reminder:1'));
    await became('trouble');
    expect(await row()).toMatchObject({ trouble: '550', sent_at: null, given_up_at: null });
  });

  it('later, where no server answers', async () => {
    await mail.stop();
    await start();
    await send(reminder('reminder:1'));
    await became('trouble');
    expect(await row()).toMatchObject({ sent_at: null, given_up_at: null });
    expect(String((await row())['trouble'])).toMatch(/^E[A-Z]+$/);
  });

  it('twice, with one message id and two links that work, when its sender dies before noting it', async () => {
    await start(['api']);
    await send(reminder('reminder:1'));
    const publicUrl = 'http://enig.example';
    const carrier = smtpCarrier({ url: mail.url, from: FROM, publicUrl });
    const store = new LetterStore(app.source);
    const dies = new LetterStore(app.source);
    dies.sent = async () => {
      throw new Error('killed');
    };
    const ground = { carrier, work: new Work(), publicUrl, contact: null, log: createLog(() => undefined) };
    await expect(sendNext({ ...ground, store: dies })).rejects.toThrow('killed');
    await tryAgain();
    expect([await sendNext({ ...ground, store }), await sendNext({ ...ground, store })]).toEqual([true, false]);
    await arrived(2);
    carrier.close();
    expect(new Set(mail.mails.map(({ headers }) => headers.get('message-id'))).size).toBe(1);
    const tokens = mail.mails.map(({ words }) => /link\/([\w-]{43})/.exec(words)?.[1]);
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens)
      expect((await app.anybody.fetch(`/log-ind/link/${token}`, { method: 'POST' })).status).toBe(303);
  });
});
