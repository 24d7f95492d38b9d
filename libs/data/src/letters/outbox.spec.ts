import { brandId, type BodyId, type PersonId } from '@enig/kernel';
import { LetterStore, PAUSES } from './letter-store';
import { isInside, sendLetters, type NewLetter } from './outbox';
import { openDesk, type Desk } from './test-desk';

const GREVE = brandId<BodyId>('disability-council:0253');

let desk: Desk;
let to: PersonId;

beforeEach(async () => {
  desk = await openDesk();
  to = await desk.person();
});

afterEach(() => desk.close());

const letter = (key: string, path = '/'): NewLetter => ({ key, kind: 'signIn', to, body: null, path, facts: {} });

async function due(): Promise<void> {
  await desk.owner.query(`UPDATE letter SET next_at = clock_timestamp() - interval '1 s'`);
}

describe('OP-1 a letter belongs to the act it tells of', () => {
  it('is not there when the act is rolled back', async () => {
    const act = desk.source.transaction(async (manager) => {
      await sendLetters(manager, [letter('a'), letter('b')]);
      throw new Error('refused');
    });
    await expect(act).rejects.toThrow('refused');
    expect(await new LetterStore(desk.source).take()).toBeNull();
  });

  it('is written once under its key, also by twenty acts at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => desk.source.transaction((manager) => sendLetters(manager, [letter('one')]))),
    );
    expect(await desk.source.query('SELECT key FROM letter')).toEqual([{ key: 'one' }]);
  });

  it('keeps what it says, whoever asks the server to change it', async () => {
    await sendLetters(desk.source.manager, [letter('a')]);
    for (const column of ['facts', 'kind', 'person', 'body', 'path', 'key'])
      await expect(desk.source.query(`UPDATE letter SET ${column} = ${column}`)).rejects.toThrow('permission denied');
    await expect(desk.source.query('DELETE FROM letter')).rejects.toThrow('permission denied');
  });
});

describe('AC-20 a link leads to a page of ours', () => {
  it.each(['/', '/aftaler/1?til=2#x', '/aftaler/æ'])('%j does', (path) => expect(isInside(path)).toBe(true));

  it.each(['', 'aftaler', '//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/a\nb', '/a b'])(
    '%j does not, and no letter is written with it',
    async (path) => {
      expect(isInside(path)).toBe(false);
      await expect(sendLetters(desk.source.manager, [letter('a', path)])).rejects.toThrow(RangeError);
    },
  );
});

describe('OP-2 a letter leaves at least once', () => {
  it('is taken by one of many who look at the same time', async () => {
    await sendLetters(
      desk.source.manager,
      Array.from({ length: 5 }, (_, index) => letter(`l${index}`)),
    );
    const store = new LetterStore(desk.source);
    const taken = await Promise.all(Array.from({ length: 15 }, () => store.take()));
    expect(taken.flatMap((each) => (each ? [each.key] : [])).toSorted()).toEqual(['l0', 'l1', 'l2', 'l3', 'l4']);
  });

  it('is taken again when nobody said that it was sent, and no more when somebody did', async () => {
    await sendLetters(desk.source.manager, [letter('a')]);
    const store = new LetterStore(desk.source);
    expect(await store.take()).toMatchObject({ key: 'a', attempt: 1, name: 'Åse Ørum' });
    expect(await store.take()).toBeNull(); // whoever has it may still be at it
    await due();
    expect(await store.take()).toMatchObject({ key: 'a', attempt: 2 });
    await store.sent('a');
    await due();
    expect(await store.take()).toBeNull();
  });

  it('is tried after growing pauses, and given up after the last', async () => {
    await sendLetters(desk.source.manager, [letter('a')]);
    const store = new LetterStore(desk.source);
    const seen: number[] = [];
    for (let attempt = 1; attempt <= PAUSES.length; attempt += 1) {
      await store.take();
      const [row] = await desk.source.query<{ wait: string }[]>(
        'SELECT round(extract(epoch FROM next_at - clock_timestamp())) AS wait FROM letter',
      );
      seen.push(Number(row?.wait));
      expect(await store.notSent('a', '451', false)).toBe(attempt === PAUSES.length);
      await due();
    }
    expect(seen.map((wait, index) => Math.abs(wait - (PAUSES[index] ?? 0)) <= 2)).toEqual(PAUSES.map(() => true));
    expect(await store.take()).toBeNull();
    expect(await store.counts()).toEqual({ waiting: 0, givenUp: 1 });
  });

  it('after a link that somebody has asked for and waits for, however many letters a round has written before it', async () => {
    const { manager } = desk.source;
    const usual = (key: string): NewLetter => ({
      ...{ key, kind: 'jobDone', to, body: null, path: '/' },
      facts: { what: 'Notatet' },
    });
    await sendLetters(manager, [usual('a'), usual('b')]);
    await sendLetters(manager, [letter('z')]);
    const store = new LetterStore(desk.source);
    expect([(await store.take())?.key, (await store.take())?.key]).toEqual(['z', 'a']);
  });

  it('to nobody who has lost their seat since it was written', async () => {
    const gone = await desk.person();
    const both = [gone, to].map((person, index): NewLetter => ({ ...letter(`l${index}`), to: person }));
    await sendLetters(desk.source.manager, both);
    await desk.owner.query(`UPDATE seat SET valid_to = '2021-01-01' WHERE person = $1`, [gone]);
    const store = new LetterStore(desk.source);
    expect((await store.take())?.person).toBe(to);
    const [row] = await desk.source.query<unknown[]>(
      `SELECT l.trouble, l.given_up_at IS NOT NULL AS "isGivenUp", count(s.token_hash)::integer AS links
       FROM letter l LEFT JOIN sign_in_link s ON s.letter = l.key WHERE l.person = $1 GROUP BY l.key`,
      [gone],
    );
    expect(row).toEqual({ trouble: 'noSeat', isGivenUp: true, links: 0 });
  });

  it('about the matter of a body to nobody who has left it, whatever seat they hold now', async () => {
    const [gone, newcomer] = [await desk.person(), await desk.person()];
    const seat = (person: PersonId, from: string, until: string | null) =>
      desk.owner.query(
        `INSERT INTO seat (id, person, body, kind, valid_from, valid_to)
         VALUES (gen_random_uuid(), $1, $2, 'disabilityCouncilMember', $3::date, $4::date)`,
        [person, GREVE, from, until],
      );
    await seat(gone, '2021-01-01', '2021-12-31');
    await seat(newcomer, '2199-01-01', null);
    await seat(to, '2021-01-01', null);
    const own = [gone, newcomer, to].map((person, index): NewLetter => {
      return { ...letter(`l${index}`), to: person, body: GREVE };
    });
    await sendLetters(desk.source.manager, [...own, { ...letter('own'), to: gone }]);
    const store = new LetterStore(desk.source);
    expect([(await store.take())?.key, (await store.take())?.key, await store.take()]).toEqual(['l2', 'own', null]);
    expect(await store.counts()).toEqual({ waiting: 2, givenUp: 2 });
  });

  it('after what is made for it: others are taken meanwhile, and whoever lost it to another sends nothing', async () => {
    const { manager } = desk.source;
    const used: NewLetter = {
      ...{ key: 'used', kind: 'answersUsed', to, body: null, path: '/' },
      facts: { round: 'Rammeaftale', body: 'Greve Handicapråd' },
    };
    await sendLetters(manager, [used, letter('z')]);
    const store = new LetterStore(desk.source);
    const ofKind = { kinds: ['answersUsed'], isOthers: false } as const;
    expect(await store.take({ ...ofKind, isOthers: true })).toMatchObject({ key: 'z' });
    expect(await store.take({ ...ofKind, isOthers: true })).toBeNull();
    const slow = await store.take(ofKind);
    expect(slow).toMatchObject({ key: 'used', attempt: 1 });
    expect(await store.keepOn('used', 1)).toBe(true);
    await due();
    expect(await store.take(ofKind)).toMatchObject({ key: 'used', attempt: 2 });
    expect([await store.keepOn('used', 1), await store.keepOn('used', 2)]).toEqual([false, true]);
    expect(await store.take(ofKind)).toBeNull();
    await store.sent('used');
    expect(await store.keepOn('used', 2)).toBe(false);
  });

  it('is given up at once where the address itself was refused', async () => {
    await sendLetters(desk.source.manager, [letter('a')]);
    const store = new LetterStore(desk.source);
    await store.take();
    expect(await store.notSent('a', '550', true)).toBe(true);
    await due();
    expect(await store.take()).toBeNull();
  });
});
