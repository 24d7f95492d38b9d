import type { TestApp, TestBrowser } from '../test-app';
import { FileThreads } from '../threads/file-threads';
import { commandsAbout, queriesAbout, type Known } from './test-every-operation';

/** For specs only: one thing somebody got, and how they asked. */
export interface Got {
  readonly asked: string;
  readonly status: number;
  readonly bytes: string;
}

/** Ids past all rights: a few of each kind, those of the responses and what hangs on them first. */
export async function everythingThereIs({ owner }: TestApp, ...responses: readonly string[]): Promise<Known> {
  const ids = async (sql: string, given: readonly unknown[] = []): Promise<string[]> =>
    (await owner.query<{ id: string }[]>(sql, [...given])).map(({ id }) => id);
  const asked = [responses];
  return {
    agreement: await ids(
      `SELECT a.id FROM agreement a JOIN hearing_round h ON h.agreement = a.id LEFT JOIN response r ON r.round = h.id
       GROUP BY a.id ORDER BY bool_or(r.id = ANY ($1)) DESC, a.id LIMIT 1`,
      asked,
    ),
    round: await ids(
      `SELECT h.id FROM hearing_round h JOIN response r ON r.round = h.id
       GROUP BY h.id ORDER BY bool_or(r.id = ANY ($1)) DESC, h.id LIMIT 1`,
      asked,
    ),
    response: await ids(`SELECT id FROM response ORDER BY id <> ALL ($1), id LIMIT ${responses.length + 1}`, asked),
    version: await ids('SELECT hash AS id FROM version LIMIT 2'),
    section: await ids('SELECT id FROM section ORDER BY id LIMIT 1'),
    text: await ids(
      `SELECT t.id FROM text t LEFT JOIN response r ON r.text = t.id WHERE t.kind IN ('hearing-response', 'case')
       ORDER BY r.id = ANY ($1) DESC NULLS LAST, t.kind LIMIT ${responses.length + 2}`,
      asked,
    ),
    milestone: await ids('SELECT id::text FROM text_milestone'),
    job: await ids('SELECT id FROM job'),
    point: await ids('SELECT id FROM point LIMIT 3'),
    submission: await ids('SELECT id FROM submission ORDER BY response <> ALL ($1), id LIMIT 2', asked),
    responseFile: await ids('SELECT id FROM response_file'),
    file: await ids('SELECT sha256 AS id FROM file'),
    letter: await ids('SELECT key AS id FROM letter LIMIT 2'),
    region: ['1085'],
    party: ['municipality:0316'],
    decision: await ids('SELECT id FROM decision LIMIT 2'),
    case: await ids('SELECT id FROM case_paper LIMIT 2'),
    caseAnnex: await ids('SELECT id FROM case_annex LIMIT 2'),
  };
}

/** Everything a browser can be shown: each query with every id, and every address over HTTP. */
export async function everythingShown(browser: TestBrowser, known: Known): Promise<Got[]> {
  const got: Got[] = [];
  const reader = new FileThreads();
  for (const query of queriesAbout(known)) got.push(await asked(browser, query));
  for (const path of pathsAbout(known)) got.push(await fetched(browser, path, reader));
  await reader.onModuleDestroy();
  return got;
}

/** Sends every command there is about what there is, as well as can be made up. */
export async function everyCommand(browser: TestBrowser, known: Known): Promise<Got[]> {
  const got: Got[] = [];
  for (const command of commandsAbout(known)) got.push(await asked(browser, command));
  return got;
}

async function asked(browser: TestBrowser, query: string): Promise<Got> {
  const answer = await browser.gql(query);
  const code = answer.errors[0]?.code;
  if (code?.startsWith('GRAPHQL') || code === 'OPERATION_TOO_LARGE' || code === 'INTERNAL_SERVER_ERROR')
    throw new Error(`${query}: ${JSON.stringify(answer.errors)}`);
  return { asked: query, status: answer.errors.length === 0 ? 200 : 400, bytes: JSON.stringify(answer) };
}

async function fetched(browser: TestBrowser, path: string, reader: FileThreads): Promise<Got> {
  const response = await browser.fetch(path);
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = [...response.headers].filter(([name]) => name !== 'date').map((header) => header.join(': '));
  const inside = /\.(pdf|docx)$/.test(path) && response.ok ? await wordsIn(bytes, reader) : '';
  return { asked: path, status: response.status, bytes: [...headers, bytes.toString('utf8'), inside].join('\n') };
}

async function wordsIn(bytes: Buffer, reader: FileThreads): Promise<string> {
  const inspected = await reader.inspect(bytes, '', 'reader');
  if (!inspected.ok) throw new Error(inspected.error.code);
  return inspected.value.parts.map(({ text }) => text).join('\n');
}

/** Every address, with every id; also those of files that nobody was told of. */
function pathsAbout(known: Known): string[] {
  const each = (kind: string, path: (id: string) => readonly string[]): string[] => (known[kind] ?? []).flatMap(path);
  return [
    ...['/healthz', '/readyz', '/metrics', '/post', '/auth/demo', '/log-ind/sendt', '/hoeringssvar', '/jobs', '/laes'],
    ...each('round', (id) => [`/laes/${id}`, `/laes/${id}/samlet`, `/hoeringssvar/${id}`]),
    ...(known['round'] ?? []).slice(0, 2).flatMap((id) => [`/laes/${id}/samlet.pdf`, `/laes/${id}/samlet.docx`]),
    ...each('round', (id) => [`/rounds/${id}.csv`, `/rounds/${id}.csv?only=missing`]),
    ...each('round', (id) =>
      each('file', (sha256) => [`/hoeringssvar/${id}/${sha256}`, `/files/heard/${id}/${sha256}`]),
    ),
    ...each('file', (sha256) => [`/files/${sha256}`]),
    ...each('responseFile', (id) => [`/files/responses/${id}`]),
    ...each('caseAnnex', (id) => [`/cases/annexes/${id}`]),
    ...each('submission', (id) => [`/submissions/${id}.json`, `/submissions/${id}.pdf`]),
    ...each('decision', (id) => [`/minutes/${id}`, `/decisions/${id}/receipt.pdf`]),
    ...each('job', (id) => [`/jobs/${id}/file`]),
    ...each('version', (hash) => [`/versions/${hash}/manifest.json`]),
    ...each('agreement', (id) => [`/board/${id}.csv`, `/aftale/${id}`, `/aftale/${id}/kort`, `/aftale/${id}/samlet`]),
    ...each('agreement', (id) => each('version', (hash) => [`/aftale/${id}/v/${hash}.json`])),
    ...each('agreement', (id) => each('file', (sha256) => [`/aftale/${id}/bilag/${sha256}`])),
    ...each('letter', (key) => [`/post/${encodeURIComponent(key)}`, `/post/${encodeURIComponent(key)}/html`]),
    ...each('text', (id) => [`/text-versions/${id}.json`, `/collab/${id}`]),
  ];
}
