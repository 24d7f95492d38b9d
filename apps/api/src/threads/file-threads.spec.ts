import { Busy } from '../core/errors';
import { FileThreads } from './file-threads';
import { testWord } from './test-word';

let threads: FileThreads | null = null;

afterEach(async () => {
  await threads?.onModuleDestroy();
  threads = null;
});

const within = (memory: number, time: number): FileThreads => (threads = new FileThreads({ memory, time }));

describe('HE-45 a file is read within bounds of memory and time', () => {
  it('says what a file is, and leaves its bytes with who asked', async () => {
    const files = within(512, 60_000);
    const bytes = testWord('<w:p><w:r><w:t>Høringssvar, CPR 010190-1234</w:t></w:r></w:p>');
    const inspected = await files.inspect(bytes, 'svar.docx', 'anna');
    expect(inspected).toMatchObject({ ok: true, value: { kind: 'word', numbers: [{ place: 'body', count: 1 }] } });
    expect(bytes.length).toBeGreaterThan(0);
    const [refused, taken] = await Promise.all([
      files.inspect(Buffer.from('nothing'), 'svar.pdf', 'anna'),
      files.inspect(bytes, 'svar.docx', 'anna'),
    ]);
    expect(refused).toEqual({ ok: false, error: { code: 'HE-45-FILE-NOT-AS-NAMED' } });
    expect(taken.ok).toBe(true);
  });

  it('one that takes too long is refused with a code', async () => {
    const slow = await within(512, 1).inspect(testWord(paragraphs(20_000)), 'svar.docx', 'anna');
    expect(slow).toEqual({ ok: false, error: { code: 'HE-45-FILE-TOO-HEAVY' } });
  });

  // Close to its bound a thread may spend its time looking for memory; one bound or the other ends it.
  it('one that takes too much memory ends its thread alone: who waits behind it is answered', async () => {
    const files = within(96, 10_000);
    const [heavy, next] = await Promise.all([
      files.inspect(testWord(paragraphs(500_000)), 'svar.docx', 'anna'),
      files.inspect(testWord(paragraphs(2)), 'svar.docx', 'anna'),
    ]);
    expect(heavy).toEqual({ ok: false, error: { code: 'HE-45-FILE-TOO-HEAVY' } });
    expect(next).toMatchObject({ ok: true, value: { kind: 'word' } });
  });
});

describe('HE-45 who sends many files keeps nobody waiting for all of them', () => {
  it('of everybody who waits one is read in turn', async () => {
    const files = within(512, 60_000);
    const order: string[] = [];
    const send = (whose: string) => files.inspect(testWord('<w:p/>'), 'svar.docx', whose).then(() => order.push(whose));
    await Promise.all(['anna', 'anna', 'anna', 'bo', 'cecilie'].map(send));
    expect(order).toEqual(['anna', 'anna', 'bo', 'cecilie', 'anna']);
  });

  it('a fifth that waits from one person is asked to come again, and another’s is read', async () => {
    const files = within(512, 60_000);
    const send = (whose: string) => files.inspect(testWord('<w:p/>'), 'svar.docx', whose);
    const first = ['anna', 'anna', 'anna', 'anna', 'anna'].map(send);
    expect(() => send('anna')).toThrow(Busy);
    expect(await send('bo')).toMatchObject({ ok: true });
    expect((await Promise.all(first)).every(({ ok }) => ok)).toBe(true);
  });

  it('what waits when it is over fails, and is not begun', async () => {
    const files = within(512, 60_000);
    const send = (whose: string) => files.inspect(testWord('<w:p/>'), 'svar.docx', whose);
    const ends = ['anna', 'anna', 'bo'].map((whose) => expect(send(whose)).rejects.toThrow(/ended|any more/));
    await files.onModuleDestroy();
    await Promise.all(ends);
  });

  it('no more wait than there is room for', async () => {
    const files = within(512, 60_000);
    const send = (whose: number) => files.inspect(Buffer.from('nothing'), 'svar.pdf', `person ${whose}`);
    const waiting = Array.from({ length: 21 }, (_, whose) => send(whose));
    expect(() => send(99)).toThrow(Busy);
    await Promise.all(waiting);
    await expect(send(99)).resolves.toMatchObject({ ok: false });
  });
});

/** Short paragraphs that do not pack well, so that the file is none that says it is a bomb. */
function paragraphs(count: number): string {
  let state = 7;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  return Array.from({ length: count }, () => `<w:p><w:r><w:t>${next().toString(36)}</w:t></w:r></w:p>`).join('');
}
