import { createHash } from 'node:crypto';
import type { TextId } from '@enig/kernel';
import type { Node } from './test-node';
import type { SignedIn, Stage } from './test-stage';
import type { Writer } from './test-writer';

/** How many texts of the agreement they write in. */
const TEXTS = 4;
/** Frames a writer leaves unanswered before it waits; people type ahead of the network too. */
const AHEAD = 8;

/** What one update frame did: put a mark in, or took one of the writer's own marks out. */
interface Deed {
  readonly mark: string;
  readonly kind: 'put' | 'taken';
}

/** One writer in the race, and what it did in each of its update frames, the first one first. */
interface Racer {
  readonly writer: Writer;
  readonly name: string;
  readonly deeds: Deed[];
}

/** How many of them come back afterwards, with what was refused still in hand. */
const COME_BACK = 10;

/** What is stored of a version. */
export interface StoredVersion {
  readonly hash: string;
  readonly manifest: Buffer;
  readonly texts: readonly {
    readonly text: TextId;
    readonly seq: string;
    readonly sha256: string;
    readonly content: Buffer;
  }[];
}

/** What a race came to. The numbers are there to show that it was one. */
export interface Race {
  readonly version: StoredVersion;
  readonly acknowledged: number;
  readonly refused: number;
  /** What was wrong; empty when every acknowledged update is in the version and every refused one is not. */
  readonly faults: readonly string[];
}

/**
 * Clients, one for each of the people, write as fast as they are answered; in the middle of it the agreement is frozen
 * for decision, which closes its phase (CO-2).
 */
export async function raceFreeze(stage: Stage, nodes: readonly Node[], people: readonly SignedIn[]): Promise<Race> {
  const { id, texts } = await stage.agreement(TEXTS);
  const racers = people.map((person, index) => racer(stage, nodes, person, texts, index));
  await Promise.all(racers.map(({ writer }) => writer.synced()));
  const finished = Promise.all(racers.map((each) => writeUntilRefused(each)));
  await Promise.all(racers.slice(0, 5).map(({ writer }) => writer.until(() => writer.acknowledged >= 10)));
  const { hash } = await stage.freeze(id, 'freezeForDecision');
  await finished;
  const version = await stored(stage, hash);
  const counts = {
    acknowledged: sum(racers, ({ writer }) => writer.acknowledged),
    refused: sum(racers, ({ writer }) => writer.refused.size),
  };
  await Promise.all(racers.slice(0, COME_BACK).map(({ writer }) => comeBack(writer)));
  const outcome = {
    version,
    ...counts,
    faults: [
      ...racers.flatMap((each) => faultsOf(each, version)),
      ...hashFaults(version),
      ...(await late(stage, version)),
    ],
  };
  stage.leaveAll();
  return outcome;
}

function racer(stage: Stage, nodes: readonly Node[], person: SignedIn, texts: readonly TextId[], index: number): Racer {
  const node = nodes[Math.floor(index / TEXTS) % nodes.length];
  if (!node) throw new Error('A race needs a node');
  return { writer: stage.writer(node, texts[index % texts.length] ?? '', person), name: `s${index}`, deeds: [] };
}

/** Writes until the server says that the text is closed, and then waits for the answer to every frame. */
async function writeUntilRefused(racer: Racer): Promise<void> {
  const { writer, deeds } = racer;
  const answered = () => writer.acknowledged + writer.refused.size;
  while (writer.refused.size === 0 && writer.mode?.mode !== 'read') {
    for (let burst = 0; burst < 2; burst += 1) act(racer);
    if (writer.sent !== deeds.length) throw new Error('Each deed is one frame');
    await until(writer, () => writer.sent - answered() < AHEAD || writer.refused.size > 0);
    await new Promise((turn) => setImmediate(turn));
  }
  act(racer); // somebody who has not looked up yet
  await until(writer, () => answered() === writer.sent);
}

/** @throws Error when the server ends the connection instead. */
async function until(writer: Writer, holds: () => boolean): Promise<void> {
  await writer.until(() => holds() || writer.closed !== null);
  if (writer.closed) throw new Error(`The connection was closed with ${writer.closed.code}`);
}

/** The connection breaks, and the next one brings all that the server does not have: that is refused too. */
async function comeBack(writer: Writer): Promise<void> {
  writer.provider.disconnect();
  writer.settledStep2 = 0; // that was an earlier one
  writer.provider.connect();
  await writer.until(() => writer.refusedStep2.length + writer.settledStep2 > 0);
  if (writer.settledStep2 > 0) throw new Error('What was refused is accepted when it comes again');
}

/** Every fifth deed takes the writer's first remaining mark out: a deletion does not move a state vector. */
function act({ writer, name, deeds }: Racer): void {
  const put = deeds.filter(({ kind }) => kind === 'put').map(({ mark }) => mark);
  const taken = deeds.filter(({ kind }) => kind === 'taken').map(({ mark }) => mark);
  const first = put.find((mark) => !taken.includes(mark));
  const number = deeds.length + 1;
  if (number % 5 === 0 && first !== undefined) {
    deeds.push({ mark: first, kind: 'taken' });
    const index = writer.intro.toArray().findIndex((child) => child.toJSON().includes(first));
    writer.intro.delete(index, 1);
  } else {
    const mark = `«${name}.${number}»`;
    deeds.push({ mark, kind: 'put' });
    writer.say(mark);
  }
}

function faultsOf({ writer, deeds, name }: Racer, version: StoredVersion): string[] {
  const frozen = version.texts.find(({ text }) => text === writer.provider.roomname)?.content.toString() ?? '';
  const isRefused = (index: number) => writer.refused.has(index + 1);
  const committed = deeds.filter((_, index) => !isRefused(index));
  const gone = new Set(committed.filter(({ kind }) => kind === 'taken').map(({ mark }) => mark));
  const own = writer.intro.toJSON();
  const takenHere = new Set(deeds.filter(({ kind }) => kind === 'taken').map(({ mark }) => mark));
  return deeds.flatMap(({ mark, kind }, index) => {
    if (kind === 'taken') return [];
    const shouldBeThere = !isRefused(index) && !gone.has(mark);
    const wrong =
      frozen.includes(mark) !== shouldBeThere ? [`${mark} of ${name}: ${shouldBeThere ? 'lost' : 'sneaked in'}`] : [];
    const lostHere = !takenHere.has(mark) && !own.includes(mark) ? [`${mark}: ${name} no longer has it`] : [];
    return [...wrong, ...lostHere];
  });
}

async function stored(stage: Stage, hash: string): Promise<StoredVersion> {
  const [version] = await stage.source.query<{ manifest: Buffer }[]>('SELECT manifest FROM version WHERE hash = $1', [
    hash,
  ]);
  const texts = await stage.source.query<StoredVersion['texts'][number][]>(
    `SELECT t.text, t.seq, t.sha256, t.content FROM version_text v JOIN text_version t ON t.id = v.text_version WHERE v.version = $1`,
    [hash],
  );
  if (!version) throw new Error('The version is not stored');
  return { hash, manifest: version.manifest, texts };
}

/** What is in the log of a text after what was frozen of it: nothing, whatever anybody was told. */
async function late({ source }: Stage, { texts }: StoredVersion): Promise<string[]> {
  const rows = await source.query<{ text: string; seq: string }[]>(
    `SELECT u.text, u.seq FROM text_update u JOIN unnest($1::uuid[], $2::bigint[]) AS frozen (text, seq) USING (text)
     WHERE u.seq > frozen.seq`,
    [texts.map(({ text }) => text), texts.map(({ seq }) => seq)],
  );
  return rows.map(({ text, seq }) => `Update ${seq} of ${text} came after the phase was closed`);
}

/** The version is the hash of its manifest, which names each text's hash, which is that of the stored bytes (CO-2). */
function hashFaults({ hash, manifest, texts }: StoredVersion): string[] {
  const named = manifest.toString();
  return [
    ...(sha256(manifest) === hash ? [] : ['The manifest has another hash']),
    ...(texts.length === TEXTS ? [] : [`${texts.length} texts instead of ${TEXTS}`]),
    ...texts.filter((text) => sha256(text.content) !== text.sha256).map(({ text }) => `${text} has another hash`),
    ...texts.filter((text) => !named.includes(text.sha256)).map(({ text }) => `${text} is not in the manifest`),
  ];
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function sum<Value>(values: readonly Value[], of: (value: Value) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
