import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import type { TestApp, TestBrowser } from '../test-app';
import { schema } from '../test-operations';
import { FileThreads } from '../threads/file-threads';

/** For specs only: ids of everything there is, by kind; what somebody who guesses every address would ask about. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** One thing somebody got, and how they asked. */
export interface Got {
  readonly asked: string;
  readonly status: number;
  readonly bytes: string;
}

/** Most fields of one operation; larger ones are asked in pieces. */
const FIELDS = 900;
const DEEPEST = 10;

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

/** Every subscription there is about what there is, with all it would tell of. */
export function watchesOf(known: Known): string[] {
  return Object.values(schema.getSubscriptionType()?.getFields() ?? {}).flatMap((field) => {
    const selections = selectionsOf(field);
    const named = { ...field, name: WATCHED[field.name] ?? field.name };
    return argumentsOf(named, known).flatMap((given) =>
      selections.map((each) => `subscription { ${field.name}${given}${each} }`),
    );
  });
}

/** Sends every command there is about what there is, as well as can be made up. */
export async function everyCommand(browser: TestBrowser, known: Known): Promise<Got[]> {
  const got: Got[] = [];
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const given = field.args.filter(isNeeded).map(({ name, type }) => `${name}: ${literal(type, name, known)}`);
    const payload = getNamedType(field.type);
    const refused = isObjectType(payload) && payload.getFields()['refused'] ? 'refused { code message details }' : '';
    const shown = isObjectType(payload) ? ` { __typename ${refused} }` : '';
    got.push(await asked(browser, `mutation { ${field.name}(${given.join(', ')})${shown} }`));
  }
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
    ...each('submission', (id) => [`/submissions/${id}.json`, `/submissions/${id}.pdf`]),
    ...each('job', (id) => [`/jobs/${id}/file`]),
    ...each('version', (hash) => [`/versions/${hash}/manifest.json`]),
    ...each('letter', (key) => [`/post/${encodeURIComponent(key)}`, `/post/${encodeURIComponent(key)}/html`]),
    ...each('text', (id) => [`/text-versions/${id}.json`, `/collab/${id}`]),
  ];
}

/** Every query, with every id that it can be asked about; all that hangs on what it gives, as deep as it goes. */
export function queriesAbout(known: Known): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const selections = selectionsOf(field);
    return argumentsOf(field, known).flatMap((given) => selections.map((each) => `{ ${field.name}${given}${each} }`));
  });
}

function argumentsOf({ name, args }: GraphQLField<unknown, unknown>, known: Known): string[] {
  const needed = args.filter(isNeeded);
  if (needed.length === 0) return [''];
  const lists = needed.map((arg) => {
    if (isInputObjectType(getNamedType(arg.type))) return [`${arg.name}: ${literal(arg.type, arg.name, known)}`];
    const kind = arg.name === 'id' ? name : (KINDS[arg.name] ?? arg.name);
    const ids = known[KINDS[kind] ?? kind];
    if (!ids) throw new Error(`Nothing is known to ask ${name} about`);
    return ids.map((id) => `${arg.name}: "${id}"`);
  });
  const [first = []] = lists;
  return first.map((_, index) => `(${lists.map((list) => list[index] ?? list.at(-1) ?? '').join(', ')})`);
}

const KINDS: Readonly<Record<string, string>> = {
  hash: 'version',
  before: 'version',
  after: 'version',
  textMilestone: 'milestone',
};

/** What the id that a subscription asks for is of. */
const WATCHED: Readonly<Record<string, string>> = {
  agreementChanged: 'agreement',
  jobChanged: 'job',
  responseChanged: 'response',
  sectionChanged: 'section',
};

function selectionsOf(field: GraphQLField<unknown, unknown>): string[] {
  const type = getNamedType(field.type);
  // An agreement is asked about by itself.
  const known = field.name === 'agreement' ? [] : ['Agreement'];
  return isObjectType(type) ? pieces(type, [type.name, ...known]) : [''];
}

/** All of a type in as few selections as the limits of one operation allow. */
function pieces(type: GraphQLObjectType, within: readonly string[]): string[] {
  const whole = selection(type, within);
  if (count(whole) <= FIELDS) return [` ${whole}`];
  return Object.values(type.getFields()).flatMap((field) => {
    const below = getNamedType(field.type);
    if (field.args.some(isNeeded)) return [];
    if (!isObjectType(below)) return [` { ${field.name} }`];
    if (within.includes(below.name)) return [];
    return pieces(below, [...within, below.name]).map((each) => ` { ${field.name}${each} }`);
  });
}

/** All fields of a type and of what hangs on it; a type is not entered again inside itself. */
function selection(type: GraphQLObjectType, within: readonly string[]): string {
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isNeeded));
  const shown = fields.flatMap((field) => {
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return [field.name];
    const isEntered = within.includes(below.name) || within.length >= DEEPEST;
    return isEntered ? [] : [`${field.name} ${selection(below, [...within, below.name])}`];
  });
  return `{ __typename ${shown.join(' ')} }`;
}

function count(selected: string): number {
  return selected.match(/\w+/g)?.length ?? 0;
}

function isNeeded({ type }: GraphQLArgument | GraphQLInputField): boolean {
  return isNonNullType(type);
}

function literal(type: GraphQLInputType, name: string, known: Known): string {
  if (isNonNullType(type)) return literal(type.ofType, name, known);
  if (isListType(type)) return `[${literal(type.ofType, name, known)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isNeeded);
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, field.name, known)}`).join(', ')} }`;
  }
  switch (getNamedType(type).name) {
    case 'Int':
      return '1';
    case 'Boolean':
      return 'true';
    case 'LocalDate':
      return '"2031-10-15"';
    case 'ID':
      return `"${known[OF_INPUT[name] ?? name]?.[0] ?? '00000000-0000-4000-8000-000000000000'}"`;
    default:
      return '"ord"';
  }
}

const OF_INPUT: Readonly<Record<string, string>> = {
  points: 'point',
  file: 'responseFile',
  sha256: 'file',
  councils: 'body',
  invited: 'body',
};
