import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Stage, type SignedIn } from './test-stage';
import type { Writer } from './test-writer';

process.setMaxListeners(100); // each y-websocket client listens for the end of the process

const WRITERS = 6;

let stage: Stage;
let people: SignedIn[];
const children = new Set<ChildProcess>();

beforeAll(async () => {
  stage = await Stage.open();
  people = await Promise.all(Array.from({ length: WRITERS }, (_, index) => stage.signIn(`Skriver ${index}`)));
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await stage.close();
});

async function nodeProcess(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(__dirname, 'test-child.cjs'), [join(__dirname, 'test-child.ts'), stage.url], {
    execArgv: [],
  });
  children.add(child);
  const died = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The node ended with ${String(code)}`)));
  const [said] = (await Promise.race([once(child, 'message'), died])) as [{ url: string }];
  died.catch(() => undefined); // it is meant to be killed later
  return { child, url: said.url };
}

/** Writes until the connection is gone. @returns the marks, one per update frame. */
async function writeUntilGone(writer: Writer, name: string): Promise<string[]> {
  const marks: string[] = [];
  while (writer.provider.wsconnected) {
    marks.push(`«${name}.${marks.length + 1}»`);
    writer.say(marks.at(-1) ?? '');
    await writer.until(() => writer.sent - writer.acknowledged < 10 || !writer.provider.wsconnected);
    await new Promise((turn) => setImmediate(turn));
  }
  return marks;
}

describe('CO-1 kill -9 of a node loses no acknowledged edit', () => {
  it('nor any other, as long as the one who wrote it comes back', async () => {
    const { texts } = await stage.agreement(2);
    const { child, url } = await nodeProcess();
    const writers = people.map((person, index) => stage.writer({ url }, texts[index % 2] ?? '', person));
    await Promise.all(writers.map((writer) => writer.synced()));
    const gone = Promise.all(writers.map((writer, index) => writeUntilGone(writer, `s${index}`)));
    await Promise.all(writers.map((writer) => writer.until(() => writer.acknowledged >= 30)));
    child.kill('SIGKILL');
    const marks = await gone;
    const acknowledged = writers.map((writer) => writer.acknowledged);
    for (const writer of writers) writer.provider.destroy();

    const node = await stage.node();
    const readers = texts.map((text) => stage.writer(node, text, people[0] ?? null));
    await Promise.all(readers.map((reader) => reader.synced()));
    const missing = marks.flatMap((own, index) => {
      const saved = own.slice(0, acknowledged[index]);
      return saved.filter((mark) => !readers[index % 2]?.intro.toJSON().includes(mark));
    });
    expect(acknowledged.every((count) => count >= 30)).toBe(true);
    expect(missing).toEqual([]);

    const returned = writers.map((writer, index) =>
      stage.writer(node, texts[index % 2] ?? '', people[index] ?? null, { doc: writer.doc }),
    );
    await Promise.all(returned.map((writer) => writer.until(() => writer.settledStep2 > 0)));
    await Promise.all(
      readers.map((reader, side) =>
        reader.until(() =>
          marks.every((own, index) => index % 2 !== side || own.every((mark) => reader.intro.toJSON().includes(mark))),
        ),
      ),
    );
  }, 60_000);
});
