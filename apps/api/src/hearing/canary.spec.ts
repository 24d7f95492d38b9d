import { addDays, brandId, localDateOf, type AgreementId, type BodyId, type PersonId } from '@enig/kernel';
import { createText } from '@enig/data';
import { emptyJson, richFromPlain, seedUpdate, type HearingResponseJson } from '@enig/text';
import * as Y from 'yjs';
import { eventually } from '../collab/test-eventually';
import { Writer } from '../collab/test-writer';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { watchesOf, type Known } from './test-every-operation';
import { everyCommand, everythingShown, everythingThereIs, type Got } from './test-everything';
import { agreementCalled, command, onlyRound, responseOf, type SeenResponse } from './test-hearing';
import { pdfSaying } from './test-pdf';

const OUT = '(i høring)';
const COUNCIL = 'Næstved';
/** One of each seat there is: in other councils, and in the council's own municipality; and nobody. */
const OUTSIDERS = [
  ...['sekretariat', 'tovholder-naestved', 'politiker-region', 'raadssekretaer-naestved', 'sagsbehandler-holbaek'],
  ...['handicapraad-formand-holbaek', 'handicapraad-naestformand-greve', 'handicapraad-medlem-1-greve'],
  ...['handicapraad-sekretaer-greve', 'talsperson-slagelse', 'deltager-slagelse'],
];
/** Everything a draft can hold, and drafts of what was taken back or is being corrected; each has a bird of its own. */
const KINDS = [
  ...['general', 'section', 'minority', 'comment', 'quote', 'statement', 'who', 'filename', 'filecontent', 'case'],
  ...['rewritten', 'corrected'],
] as const;
/** Who may read a draft of these besides the council whose chair looks for all the others. */
const OWN: Readonly<Record<string, RegExp>> = {
  case: /^sagsbehandler-holbaek$/,
  corrected: /^handicapraad-[a-z0-9-]+-greve$/,
  rewritten: /^handicapraad-[a-z0-9-]+-holbaek$/,
};
const BIRD = /qvx([a-z]+)zjw/giu;
const bird = (kind: (typeof KINDS)[number]): string => `Qvx${kind}Zjw`;

let app: TestApp;
let chair: TestBrowser;
let draft: { readonly id: string; readonly text: string; readonly agreement: string; readonly body: string };
let caseText: string;
/** The council of Greve's, and that of Holbæk's. */
let others: readonly string[];

beforeAll(async () => {
  app = await startTestApp();
  chair = await app.signIn('handicapraad-formand-naestved');
  const mine = responseOf(await onlyRound(chair, OUT), COUNCIL);
  const agreement = await agreementCalled(chair, OUT);
  draft = { id: mine.id, text: mine.text?.id ?? '', agreement, body: mine.body.id };
  await write(1);
  await upload('et', `${bird('filename')}.pdf`, `Svar ${bird('filecontent')}`);
  caseText = await writeCase();
  await seatParticipant();
  others = [await correct('handicapraad-formand-greve'), await rewrite('handicapraad-formand-holbaek')];
}, 240_000);

afterAll(() => app.close());

/** Each bird as it looks where bytes are written as numbers or letters: hexadecimal, and base64 in its three places. */
const CODED = KINDS.map((kind) => {
  const shifted = [0, 1, 2].map((shift) => Buffer.from(' '.repeat(shift) + bird(kind)).toString('base64'));
  const inside = shifted.map((coded) => coded.replace(/=+$/, '').slice(4, -2));
  return { kind, words: [Buffer.from(bird(kind)).toString('hex'), ...inside] };
});

/** The birds in what somebody got. */
function birdsIn(said: string): string[] {
  const plain = [...said.matchAll(BIRD)].map(([, kind = '']) => kind.toLowerCase());
  const coded = CODED.filter(({ words }) => words.some((word) => said.includes(word))).map(({ kind }) => kind);
  return [...new Set([...plain, ...coded])].sort();
}

/** Everything a council can write, so many times over. */
async function write(times: number): Promise<void> {
  const { data } = await chair.gql<{ response: { sections: { section: string }[] } }>(
    `{ response(id: "${draft.id}") { sections { section } } }`,
  );
  const section = data.response.sections[0]?.section ?? '';
  const many = (kind: (typeof KINDS)[number]): string => `${bird(kind)} `.repeat(times).trim();
  const id = (name: string) => `${name}-${times}` as HearingResponseJson['comments'][number]['id'];
  const content: HearingResponseJson = {
    ...emptyJson('hearing-response'),
    general: richFromPlain(many('general')),
    sections: { [section]: richFromPlain(many('section')) },
    minority: richFromPlain(many('minority')),
    entries: { general: { noRemarks: false, ready: times > 1 } },
    comments: [{ id: id('c'), section, anchor: anchorOn(many('quote')), body: richFromPlain(many('comment')) }],
    statements: [
      { id: id('s'), section: null, how: 'phone', who: many('who'), on: null, body: richFromPlain(many('statement')) },
    ],
  };
  await append(draft.text, seedUpdate(content, 2 ** 32 - 100 + times));
}

async function append(text: string, update: Uint8Array): Promise<void> {
  await app.source.query(
    `WITH text AS (UPDATE text SET seq = seq + 1 WHERE id = $1 RETURNING seq)
     INSERT INTO text_update (text, seq, update) SELECT $1, seq, $2 FROM text`,
    [text, Buffer.from(update)],
  );
}

async function say(text: string, words: string, client: number): Promise<void> {
  const content = { ...emptyJson('hearing-response'), general: richFromPlain(words) };
  await append(text, seedUpdate(content, 2 ** 32 - 1_000 + client));
}

/** An answer that stands, and that its council corrects meanwhile. @returns the response. */
async function correct(persona: string): Promise<string> {
  const browser = await app.signIn(persona);
  const mine = await ownResponse(browser);
  expect(mine.state).toBe('submitted');
  expect(await command(browser, 'correctResponse', { response: mine.id })).toMatchObject({ refused: null });
  await say(mine.text?.id ?? '', bird('corrected'), 1);
  return mine.id;
}

/** An answer that was sent, taken back, and is written anew. @returns the response. */
async function rewrite(persona: string): Promise<string> {
  const browser = await app.signIn(persona);
  const mine = await ownResponse(browser);
  if (mine.state !== 'submitted') {
    await say(mine.text?.id ?? '', 'Rådet er enigt.', 2);
    expect(await command(browser, 'submitResponse', { response: mine.id })).toMatchObject({ refused: null });
  }
  expect(await command(browser, 'withdrawResponse', { response: mine.id })).toMatchObject({ refused: null });
  await say(mine.text?.id ?? '', bird('rewritten'), 3);
  return mine.id;
}

async function ownResponse(browser: TestBrowser): Promise<SeenResponse> {
  const round = await onlyRound(browser, OUT);
  const mine = round.responses.find(({ id }) => id === round.myResponse?.id);
  if (!mine) throw new Error('They are not asked');
  return mine;
}

/** The demo has nobody who only takes part. */
async function seatParticipant(): Promise<void> {
  await app.owner.query(
    `WITH one AS (INSERT INTO person (id, name, persona, email, is_demo)
       VALUES (gen_random_uuid(), 'En deltager', 'deltager-slagelse', 'deltager@example.org', true)
       RETURNING id)
     INSERT INTO seat (id, person, body, kind, valid_from)
     SELECT gen_random_uuid(), one.id, 'user-organisation:0330', 'participant', '2020-01-01' FROM one`,
  );
}

function anchorOn(exact: string): HearingResponseJson['comments'][number]['anchor'] {
  const version = 'a'.repeat(64) as NonNullable<HearingResponseJson['comments'][number]['anchor']>['version'];
  return { version, path: ['intro'], start: 0, end: exact.length, exact, prefix: '', suffix: '' };
}

async function upload(what: string, name: string, words: string): Promise<void> {
  const path = `/files/responses/${draft.id}?name=${encodeURIComponent(name)}`;
  const sent = await chair.fetch(path, { method: 'POST', body: new Uint8Array(pdfSaying(`${words} ${what}`)) });
  expect(sent.status).toBe(201);
}

/** A case of the municipality's administration. */
async function writeCase(): Promise<string> {
  const [officer] = await app.owner.query<{ person: PersonId; body: BodyId }[]>(
    `SELECT s.person, s.body FROM seat s JOIN person p ON p.id = s.person WHERE p.persona = 'sagsbehandler-holbaek'`,
  );
  if (!officer) throw new Error('Nobody writes cases in Holbæk');
  const content = {
    ...emptyJson('case'),
    title: bird('case'),
    summary: bird('case'),
    case: richFromPlain(bird('case')),
  };
  const text = { agreement: brandId<AgreementId>(draft.agreement), body: officer.body, content };
  return createText(app.source.manager, text, { ...officer, capacity: 'caseOfficer' });
}

async function everybodyElse(): Promise<{ readonly who: string; readonly browser: TestBrowser }[]> {
  const signedIn = OUTSIDERS.map(async (who) => ({ who, browser: await app.signIn(who) }));
  return [...(await Promise.all(signedIn)), { who: 'nobody', browser: app.anybody }];
}

/** What somebody got that has a bird in it that is not theirs. */
function foundBy(who: string, got: readonly Got[]): string[] {
  const isOwn = (kind: string): boolean => OWN[kind]?.test(who) ?? false;
  return got.flatMap(({ asked, bytes }) =>
    birdsIn(bytes)
      .filter((kind) => !isOwn(kind))
      .map((kind) => `${who} got ${kind}: ${asked.slice(0, 200)}`),
  );
}

describe('a canary in every kind of draft (AC-9, AC-14, HE-31)', () => {
  let known: Known;

  beforeAll(async () => {
    known = await everythingThereIs(app, draft.id, ...others);
  });

  it('is found by the council itself, so that this can find one', async () => {
    const seen = birdsIn((await everythingShown(chair, known)).map(({ bytes }) => bytes).join('\n'));
    expect(seen).toEqual(KINDS.filter((kind) => !(kind in OWN)).sort());
    const [file = ''] = known['responseFile']?.slice(-1) ?? [];
    expect(birdsIn(await (await chair.fetch(`/files/responses/${file}`)).text())).toEqual(['filecontent']);
  }, 120_000);

  it('is in nothing that anybody else is shown, whatever they ask', async () => {
    for (const { who, browser } of await everybodyElse()) {
      expect(foundBy(who, await everythingShown(browser, known))).toEqual([]);
    }
  }, 600_000);

  it('is in nothing that is counted: a longer draft changes no byte of what others are shown', async () => {
    const watchers = ['sekretariat', 'handicapraad-formand-holbaek'];
    const browsers = await Promise.all(watchers.map((who) => app.signIn(who)));
    const shown = async (): Promise<string[][]> =>
      Promise.all([...browsers, app.anybody].map(async (each) => steady(await everythingShown(each, known))));
    const before = await shown();
    await write(40);
    await upload('to', 'mere.pdf', 'Mere og mere');
    expect(await shown()).toEqual(before);
  }, 600_000);

  it.each(['sekretariat', 'sagsbehandler-holbaek', 'handicapraad-formand-holbaek', 'politiker-roskilde', null])(
    'is in nothing that goes over the socket to %s',
    async (persona) => {
      const cookie = persona === null ? '' : (await app.signIn(persona)).cookie;
      for (const text of [draft.text, ...(persona === 'sagsbehandler-holbaek' ? [] : [caseText])]) {
        const writer = new Writer(app.url.replace('http', 'ws'), text, { cookie });
        await writer.until(() => writer.closed !== null || writer.failed !== null);
        expect(birdsIn(JSON.stringify([writer.closed, writer.failed, [...writer.refused], writer.mode]))).toEqual([]);
        expect(writer.doc.store.clients.size).toBe(0);
        writer.leave();
      }
    },
    30_000,
  );

  it('is in nothing that is pushed to who watches', async () => {
    const secretariat = await app.signIn('sekretariat');
    const watching = ['sekretariat', 'handicapraad-formand-holbaek', 'talsperson-slagelse', 'politiker-region'];
    const watchers = await Promise.all(watching.map(async (who) => listen(who, await app.signIn(who), known)));
    await eventually(isAnybodyWatching, () => 'Nobody listens');
    await write(2);
    const writer = new Writer(app.url.replace('http', 'ws'), draft.text, { cookie: chair.cookie });
    await writer.synced();
    writer.doc.getXmlFragment('minority').push([paragraphOf(bird('minority'))]);
    await writer.settled();
    expect([writer.acknowledged, writer.refused.size]).toEqual([1, 0]);
    writer.leave();
    await upload('tre', `${bird('filename')}.pdf`, bird('filecontent'));
    const round = await onlyRound(secretariat, OUT);
    const heard = watchers.map(({ got }) => got.length);
    const later = { round: round.id, dueDate: addDays(localDateOf(round.dueDate), 1), reason: 'Sygdom.' };
    expect(await command(secretariat, 'extendRound', later)).toMatchObject({ refused: null });
    const allHeard = () => watchers.every(({ got }, index) => got.length > (heard[index] ?? 0));
    await eventually(allHeard, () => `Heard: ${watchers.map(({ who, got }) => `${who} ${got.length}`).join(', ')}`);
    for (const { who, got } of watchers) expect(foundBy(who, got)).toEqual([]);
    await Promise.all(watchers.map(({ stop }) => stop()));
  }, 120_000);

  it('is in nothing after the collecting has ended', async () => {
    const { id } = await onlyRound(chair, OUT);
    await app.owner.query(`UPDATE hearing_round SET due_at = clock_timestamp() WHERE id = $1`, [id]);
    await app.owner.query('UPDATE round_extension SET due_at = clock_timestamp() WHERE round = $1', [id]);
    const secretariat = await app.signIn('sekretariat');
    expect(await command(secretariat, 'endHearing', { round: id })).toMatchObject({ refused: null });
    const after = await everythingThereIs(app, draft.id, ...others);
    for (const who of ['sekretariat', 'handicapraad-formand-holbaek'])
      expect(foundBy(who, await everythingShown(await app.signIn(who), after))).toEqual([]);
  }, 300_000);

  it('is in no answer to a command, refused or not', async () => {
    for (const { who, browser } of await everybodyElse()) {
      expect(foundBy(who, await everyCommand(browser, known))).toEqual([]);
    }
  }, 300_000);

  it('lies in no table but those of the draft itself: in no letter, job, timer, act or message', async () => {
    expect(await tablesWithBirds()).toEqual(DRAFTS);
    expect(birdsIn(app.logged.join('\n'))).toEqual([]);
  }, 60_000);
});

function paragraphOf(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  return paragraph;
}

/** The sockets open on their own time; what tells that one listens is the gauge whoever runs the server sees. */
async function isAnybodyWatching(): Promise<boolean> {
  return /^enig_watching [1-9]/m.test(await (await app.anybody.fetch('/metrics')).text());
}

interface Listening {
  readonly who: string;
  readonly got: Got[];
  stop(): Promise<void>;
}

/** Hears everything that is pushed to somebody about what there is, until it is stopped. */
async function listen(who: string, browser: TestBrowser, known: Known): Promise<Listening> {
  const got: Got[] = [];
  const hear = (query: string) => {
    const heard = browser.subscribe(query);
    const listening = (async () => {
      for (;;) got.push({ asked: query, status: 200, bytes: JSON.stringify(await heard.next()) });
    })().catch((error: unknown) => got.push({ asked: query, status: 400, bytes: JSON.stringify(error) }));
    return { heard, listening };
  };
  const all = watchesOf(known).map(hear);
  return {
    ...{ who, got },
    stop: async () => {
      await Promise.all(all.map(({ heard }) => heard.stop()));
      await Promise.all(all.map(({ listening }) => listening));
    },
  };
}

/** Without what is measured or made anew each time, so that the rest can be compared byte for byte. */
function steady(got: readonly Got[]): string[] {
  return got
    .filter(({ asked }) => !['/metrics', '/post', '/healthz'].includes(asked) && !/\.(pdf|docx)$/.test(asked))
    .map(
      ({ asked, status, bytes }) =>
        `${asked} ${status}\n${bytes.replace(/\d+\.\s\p{L}+\s\d{4}\skl\.\s\d\d\.\d\d\s·\shttp/gu, '')}`,
    );
}

/** Where words of a draft lie: its log, the documents put with it, and the name and the bytes of these. */
const DRAFTS = ['file', 'response_file', 'text', 'text_update'];

async function tablesWithBirds(): Promise<string[]> {
  const tables = await app.owner.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await app.owner.query<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`);
    if (rows.some(({ row }) => birdsIn(row).length > 0)) found.push(name);
  }
  return found;
}
