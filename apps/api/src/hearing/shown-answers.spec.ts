import { AgreementReads, HearingReads, ScreeningStore } from '@enig/data';
import { setDeadlineIn } from '@enig/data/testing';
import type { SubmissionId } from '@enig/hearing';
import { brandId, instantOf, sha256, type PersonId, type RoundId } from '@enig/kernel';
import { emptyJson, richFromPlain, seedUpdate, type StatementJson } from '@enig/text';
import { appViewer } from '../core/viewer';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { everythingShown, everythingThereIs } from './test-everything';
import { command, onlyRound, responseOf, roundBy } from './test-hearing';
import { ShownAnswers } from './shown-answers';
import { pdfSaying } from './test-pdf';

const OUT = '(i høring)';
const answer = { outcome: 'accommodated', answer: 'Det skrives ind.', reason: 'Karl har ret: 010190-1234.' };
/** What only the council and whoever hears it may read, and how each of them is hidden. */
const SECRET = ['Karl Hemmelig', '010190-1234', 'Grete Sagdehun', 'Bent Skrevned', 'hemmelig fil', 'Tilbage.pdf'];

/** Under which the answer is written. */
const CLIENT = 2 ** 32 - 7;

let app: TestApp;
let [secretariat, chair, treating]: TestBrowser[] = [];
let round: string;
let submission: string;
let response: string;

const by = (browser: TestBrowser | undefined): TestBrowser => {
  if (!browser) throw new Error('Nobody is signed in');
  return browser;
};

beforeAll(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  chair = await app.signIn('handicapraad-formand-naestved');
  treating = await app.signIn('tovholder-greve');
  const before = await onlyRound(chair, OUT);
  const mine = responseOf(before, 'Næstved');
  [round, response] = [before.id, mine.id];
  await write(mine.text?.id ?? '');
  await upload('Fremme.pdf', 'Et svar alle maa se');
  await upload('Tilbage.pdf', 'Dette er en hemmelig fil');
  expect((await command(chair, 'submitResponse', { response })).refused).toBeNull();
  submission = responseOf(await onlyRound(chair, OUT), 'Næstved').submission?.id ?? '';
  await redact();
  await close();
}, 240_000);

afterAll(() => app.close());

async function write(text: string): Promise<void> {
  const said = {
    id: 's-1' as StatementJson['id'],
    section: null,
    how: 'phone' as const,
    who: 'Grete Sagdehun',
    on: null,
    noted: { name: 'Bent Skrevned', capacity: 'disabilityCouncilSecretary' },
  };
  const content = {
    ...emptyJson('hearing-response'),
    general: richFromPlain('Vi er glade.\n\nMin nabo Karl Hemmelig venter, og hans nummer er 010190-1234.'),
    statements: [{ ...said, body: richFromPlain('Det går for langsomt.') }],
  };
  await app.source.query(
    `WITH text AS (UPDATE text SET seq = seq + 1 WHERE id = $1 RETURNING seq)
     INSERT INTO text_update (text, seq, update) SELECT $1, seq, $2 FROM text`,
    [text, Buffer.from(seedUpdate(content, CLIENT))],
  );
  // Who wrote it down is what the log says, not what the text does (HE-38).
  await app.source.query(
    `WITH writer AS (INSERT INTO person (id, name, email)
       VALUES (gen_random_uuid(), 'Bent Skrevned', 'bent@example.invalid') RETURNING id),
     seated AS (INSERT INTO seat (id, person, body, kind, valid_from, valid_to)
       SELECT gen_random_uuid(), writer.id, text.body, 'disabilityCouncilSecretary', '2020-01-01', '2020-12-31'
       FROM writer, text WHERE text.id = $1)
     INSERT INTO text_client (text, client, person) SELECT $1, $2, id FROM writer`,
    [text, CLIENT],
  );
}

async function upload(name: string, words: string): Promise<void> {
  const path = `/files/responses/${response}?name=${encodeURIComponent(name)}`;
  const sent = await by(chair).fetch(path, { method: 'POST', body: new Uint8Array(pdfSaying(words)) });
  expect(sent.status).toBe(201);
}

/** The name is taken out, one file is held back; nobody has got to the number yet. */
async function redact(): Promise<void> {
  const { data } = await by(secretariat).gql<{
    screening: {
      submissions: { id: string; slots: { key: string; text: string }[]; files: { sha256: string; name: string }[] }[];
    };
  }>(`{ screening(round: "${round}") { submissions { id slots { key text } files { sha256 name } } } }`);
  const sent = data.screening.submissions.find(({ id }) => id === submission);
  const slot = sent?.slots.find(({ key }) => key === 'general');
  const start = slot?.text.indexOf('Karl Hemmelig') ?? -1;
  const redaction = { submission, slot: 'general', start, end: start + 13, reason: 'en borgers navn' };
  expect((await command(by(secretariat), 'redactResponse', redaction)).refused).toBeNull();
  const sha256 = sent?.files.find(({ name }) => name === 'Tilbage.pdf')?.sha256;
  const held = { submission, sha256, reason: 'et barns forhold' };
  const told = await by(secretariat).gql<{ withholdFile: { refused: unknown } }>(
    'mutation ($input: SubmittedFileInput!) { withholdFile(input: $input) { refused { code } } }',
    { input: held },
  );
  expect(told.data.withholdFile.refused).toBeNull();
}

async function close(): Promise<void> {
  await setDeadlineIn(app.owner, round, -60_000);
  expect((await command(by(secretariat), 'endHearing', { round })).refused).toBeNull();
  for (const { id } of (await roundBy(by(secretariat), round)).points)
    await command(by(secretariat), 'treatPoint', { ...answer, point: id });
  expect((await command(by(secretariat), 'closeRound', { round })).refused).toBeNull();
}

const secretsIn = (said: string): string[] => SECRET.filter((secret) => said.includes(secret));

const OWN = `{ round(id: "%") { responses { submission { content files { name } } } points { excerpt about council { id } } } }`;
const seenBy = async (browser: TestBrowser): Promise<string> =>
  JSON.stringify(await browser.gql(OWN.replace('%', round)));

describe('HE-50 what is taken out of an answer, after the round is closed', () => {
  it('the council itself and whoever hears it read what was sent', async () => {
    for (const browser of [chair, secretariat]) {
      const said = await seenBy(by(browser));
      expect(secretsIn(said)).toEqual(SECRET);
      const bytes = await by(browser).fetch(`/submissions/${submission}.json`);
      expect(secretsIn(await bytes.text())).toContain('Karl Hemmelig');
    }
  });

  it('everybody else reads the rest, and why something is missing', async () => {
    for (const persona of ['handicapraad-formand-holbaek', 'tovholder-greve', 'politiker-roskilde']) {
      const said = await seenBy(await app.signIn(persona));
      expect([persona, secretsIn(said)]).toEqual([persona, []]);
      expect(said).toContain('Min nabo [fjernet: en borgers navn] venter, og hans nummer er [fjernet: CPR-nummer].');
      expect(said).toContain('[fjernet: et barns forhold]');
      expect(said).toContain('Fremme.pdf');
      const browser = await app.signIn(persona);
      expect((await browser.fetch(`/submissions/${submission}.json`)).status).toBe(403);
    }
  });

  it('is looked through once, until something of it has changed', async () => {
    const looked = jest.spyOn(ScreeningStore.prototype, 'asShown');
    await seenBy(await app.signIn('handicapraad-formand-holbaek'));
    await seenBy(await app.signIn('politiker-roskilde'));
    expect(looked).not.toHaveBeenCalled();
    // As anything that is decided about it.
    await app.owner.query('UPDATE file_inspection SET finder = finder - 1');
    const said = await seenBy(await app.signIn('handicapraad-formand-holbaek'));
    expect(looked).toHaveBeenCalledTimes(1);
    expect(said).not.toContain('Fremme.pdf');
    await app.owner.query('UPDATE file_inspection SET finder = finder + 1');
    looked.mockRestore();
  });

  it('nothing of it is in anything they can be shown', async () => {
    const known = await everythingThereIs(app, response);
    const others = await app.signIn('handicapraad-formand-holbaek');
    const got = await everythingShown(others, {
      ...known,
      round: [round],
      submission: [submission],
      response: [response],
    });
    const found = got.flatMap(({ asked, bytes }) =>
      secretsIn(bytes).map((secret) => `${secret}: ${asked.slice(0, 200)}`),
    );
    expect(found).toEqual([]);
  }, 200_000);

  it('a paper that is handed on says it to nobody, whoever asks for it', async () => {
    for (const browser of [secretariat, chair, treating]) {
      const { data } = await by(browser).gql(
        `{ memo(round: "${round}") { model } used(response: "${response}") { model } }`,
      );
      expect(secretsIn(JSON.stringify(data))).toEqual([]);
      expect(JSON.stringify(data)).toContain('[fjernet: en borgers navn]');
    }
  });

  it('of a sending that does not stand nothing is told, and nobody takes that for all of it', async () => {
    const view = await new HearingReads(app.source).round(brandId<RoundId>(round));
    const agreement = view && (await new AgreementReads(app.source).view(view.row.agreement));
    const sent = view?.responses.find(({ row }) => row.id === response);
    if (!agreement || !sent) throw new Error('The round is gone');
    const screenings = new ScreeningStore({ source: app.source, announce: () => Promise.resolve() });
    const id = brandId<PersonId>('00000000-0000-4000-8000-000000000000');
    const person = { id, persona: null, name: 'En fremmed', email: 'ingen@example.invalid', isDemo: false };
    const now = new Date();
    const signedIn = { session: sha256(Buffer.from('')), expiresAt: instantOf(now), person, seats: [] };
    const ask = (of: string) =>
      new ShownAnswers(screenings).of(appViewer(signedIn, now), { view, agreement }, sent, brandId<SubmissionId>(of));
    expect(await ask(submission)).toMatchObject({ kind: 'shown', answer: { isWhole: false } });
    expect(await ask('00000000-0000-4000-8000-000000000001')).toEqual({ kind: 'nothing' });
  });
});
