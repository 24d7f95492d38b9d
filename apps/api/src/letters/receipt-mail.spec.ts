import type { LetterDue } from '@enig/data';
import { writeInResponse } from '@enig/data/testing';
import { speechOf } from '@enig/documents/testing';
import { eventually } from '../collab/test-eventually';
import { enclosingReceipts } from '../hearing/enclosing-receipts';
import { command } from '../hearing/test-hearing';
import { Work } from '../jobs/work';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { FileThreads } from '../threads/file-threads';
import { testWord } from '../threads/test-word';
import { MailServer } from './test-mail-server';

const WORDS = 'Kanariefuglen synger kun for Slagelse';
/** What a document is called may say whose it is. */
const FILE = 'bente';
const WHAT = 'Ombygning af Bostedet Åkanden';
const SUBJECT = /^Kvittering H\d+-SLAGELSE-\w{4}: svaret på »Ombygning af Bostedet Åkanden« er modtaget$/;

let app: TestApp;
let chair: TestBrowser;
let stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.toReversed()) await stop();
  stops = [];
});

async function start(services: readonly ('api' | 'worker')[]): Promise<void> {
  app = await startTestApp({ services });
  stops.push(() => app.close());
}

interface OwnHearing {
  readonly document: { readonly title: string } | null;
  readonly myResponse: { readonly id: string; readonly text: { readonly id: string } } | null;
}

interface SentAnswer {
  readonly submission: { readonly reference: string; readonly sha256: string };
}

/** The council of Slagelse answers what its own municipality hears it on. */
async function answered(): Promise<SentAnswer['submission']> {
  chair = await app.signIn('handicapraad-formand-slagelse');
  const { data } = await chair.gql<{ agreements: { id: string }[] }>('{ agreements { id } }');
  const rounds = await Promise.all(data.agreements.map(({ id }) => roundsIn(id)));
  const own = rounds.flat().find(({ document }) => document?.title === WHAT)?.myResponse;
  if (!own) throw new Error('The council was not asked');
  await writeInResponse(app.source, own.text.id, 'general', WORDS);
  const body = new Uint8Array(testWord('<w:p><w:r><w:t>Vores bilag</w:t></w:r></w:p>'));
  const put = await chair.fetch(`/files/responses/${own.id}?name=${FILE}.docx`, { method: 'POST', body });
  expect(put.status).toBe(201);
  const fields = 'response { submission { reference sha256 } }';
  const told = await command(chair, 'submitResponse', { response: own.id }, fields);
  expect(told.refused).toBeNull();
  return (told['response'] as SentAnswer).submission;
}

async function roundsIn(id: string): Promise<readonly OwnHearing[]> {
  const { data } = await chair.gql<{ agreement: { rounds: OwnHearing[] } }>(
    'query ($id: ID!) { agreement(id: $id) { rounds { document { title } myResponse { id text { id } } } } }',
    { id },
  );
  return data.agreement.rounds;
}

async function expectReceipt(bytes: Buffer, { reference, sha256 }: SentAnswer['submission']): Promise<void> {
  const speech = await speechOf(bytes);
  expect(speech).toMatchObject({ marked: true, language: 'da', showsTitle: true, title: 'Kvittering for høringssvar' });
  const threads = new FileThreads();
  stops.push(() => threads.onModuleDestroy());
  const read = await threads.inspect(bytes, 'kvittering.pdf', 'spec');
  if (!read.ok) throw new Error(read.error.code);
  const said = read.value.parts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, '');
  for (const words of [reference, sha256, WHAT, 'Bemærkninger i øvrigt', 'til tiden', '1 dokument'])
    expect([words, said.includes(words.replace(/\s+/gu, ''))]).toEqual([words, true]);
  expect(said).toMatch(/(man|tirs|ons|tors|fre|lør|søn)dagden/);
  expect(said).not.toContain(WORDS.replace(/\s+/gu, ''));
  expect(said).not.toContain(FILE);
}

describe('HE-39 the receipt comes by mail', () => {
  it('with a PDF that says what, when, its reference and its hash, and nothing of the answer', async () => {
    const mail = await MailServer.start();
    stops.push(() => mail.stop());
    // The browser signs in as somebody of the demo, the worker sends for real.
    await start(['api']);
    const worker = await app.another({
      ...{ demo: false, services: ['worker'], smtp: { url: mail.url, from: 'enig@example.invalid' } },
    });
    stops.push(() => worker.stop());
    const sent = await answered();
    await eventually(
      () => mail.mails.length > 0,
      () => 'No mail has come',
      30_000,
    );
    const [got] = mail.mails;
    expect(got?.headers.get('subject')).toMatch(SUBJECT);
    expect(got?.words).toMatch(new RegExp(`filename="?Kvittering for h.*${sent.reference}\\.pdf|filename\\*`));
    const [pdf] = got?.enclosed ?? [];
    if (!pdf) throw new Error('Nothing is enclosed');
    await expectReceipt(pdf, sent);
  });

  it('and is made once for all of a council', async () => {
    await start(['api']);
    await answered();
    const [letter] = await app.source.query<LetterDue[]>(`SELECT * FROM letter WHERE kind = 'receipt'`);
    if (!letter) throw new Error('Nobody is told');
    const work = new Work();
    let made = 0;
    const documents = {
      make: async () => {
        made += 1;
        if (made === 1) throw new Error('cannot be made');
        return Buffer.from(`%PDF ${made}`);
      },
    };
    enclosingReceipts(work, { source: app.source, documents, installation: { publicUrl: 'http://enig.example' } });
    const enclose = () => work.enclosed.of('receipt')?.(letter);
    await expect(enclose()).rejects.toThrow('cannot be made');
    const files = await Promise.all([enclose(), enclose(), enclose()]);
    expect(files.map((file) => String(file?.bytes))).toEqual(['%PDF 2', '%PDF 2', '%PDF 2']);
  });

  it('and in a demo it can be fetched where the mail is read', async () => {
    await start(['api', 'worker']);
    const sent = await answered();
    const page = async (path: string) => (await app.anybody.fetch(path)).text();
    const found = async () => /<a href="(\/post\/receipt[^"]+)">/.exec(await page('/post'))?.[1];
    await eventually(
      async () => (await found()) !== undefined,
      () => 'No receipt has come',
      30_000,
    );
    const address = (await found()) ?? '';
    const [, subject = ''] = /<h1>([^<]+)<\/h1>/.exec(await page(address)) ?? [];
    expect(subject.replaceAll('&#187;', '»').replaceAll('&#171;', '«')).toMatch(SUBJECT);
    expect(await page(address)).toContain(`Kvittering for høringssvar ${sent.reference}.pdf`);
    const file = await app.anybody.fetch(`${address}/vedlagt/0`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    await expectReceipt(Buffer.from(await file.arrayBuffer()), sent);
    for (const none of ['1', 'x', '-1'])
      expect((await app.anybody.fetch(`${address}/vedlagt/${none}`)).status).toBe(404);
  });
});
