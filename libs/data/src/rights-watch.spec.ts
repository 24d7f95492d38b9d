import { watchRights } from './rights-watch';
import { beginWriting, type Writing } from './test-writing';
import { TextRights } from './text-store';

let writing: Writing;

beforeAll(async () => {
  writing = await beginWriting();
});

afterAll(() => writing.close());

describe('CO-11 a change of rights that nobody was told of', () => {
  /** Rights whose looks can be waited for, one at a time. */
  function watched() {
    const rights = new TextRights(writing.pool);
    let seen = (): void => undefined;
    const looked = () => new Promise<void>((done) => (seen = done));
    const stamp = async (): Promise<string> => {
      const read = await rights.stamp();
      setImmediate(() => seen()); // after what is done about it
      return read;
    };
    return { rights: { stamp }, looked };
  }

  it('is found by its stamp, once, and what changes nobody\u2019s rights is not', async () => {
    const { source, area } = writing;
    const { rights, looked } = watched();
    const who = await writing.signIn();
    let changes = 0;
    const first = looked();
    const stop = watchRights({ rights, every: 5, changed: () => (changes += 1), trouble: fail });
    await first;
    await source.query(`UPDATE text SET title = 'Autisme' WHERE id = $1`, [area]);
    await looked();
    await looked();
    expect(changes).toBe(0);
    await source.query(`UPDATE seat SET valid_to = '2021-01-01' WHERE person = $1`, [who.person]);
    await looked();
    await looked();
    expect(changes).toBe(1);
    stop();
  });

  it('is looked for again after a look that failed', async () => {
    const troubles: unknown[] = [];
    const answers = ['a', new Error('no answer'), 'b'];
    const stamp = async (): Promise<string> => {
      const answer = answers.shift() ?? 'b';
      if (answer instanceof Error) throw answer;
      return answer;
    };
    await new Promise<void>((changed) => {
      const stop = watchRights({
        ...{ rights: { stamp }, every: 1, trouble: (error) => troubles.push(error) },
        changed: () => {
          stop();
          changed();
        },
      });
    });
    expect(troubles).toEqual([new Error('no answer')]);
  });
});

function fail(error: unknown): never {
  throw error;
}
