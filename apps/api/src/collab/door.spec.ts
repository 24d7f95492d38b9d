import type { Identity } from '@enig/collab';
import { brandId, type PersonId } from '@enig/kernel';
import { Door } from './door';

const anna: Identity = { person: brandId<PersonId>('anna'), session: 'session of anna' };

describe('CO-15 who comes', () => {
  it('is asked in one question with those who come at the same time', async () => {
    const asked: (readonly string[])[] = [];
    const door = new Door((tokens) => {
      asked.push(tokens);
      return Promise.resolve(new Map([['a', anna]]));
    });
    const who = await Promise.all(['a', 'b', 'a'].map((token) => door.identify(token)));
    expect([who, asked]).toEqual([[anna, null, anna], [['a', 'b']]]);
    expect(await door.identify('a')).toBe(anna);
    expect(asked).toHaveLength(2);
  });

  it('is nobody\u2019s guess when it cannot be found out, and the next is asked for again', async () => {
    let isBroken = true;
    const door = new Door(() => (isBroken ? Promise.reject(new Error('no database')) : Promise.resolve(new Map())));
    await expect(door.identify('a')).rejects.toThrow('no database');
    isBroken = false;
    await expect(door.identify('a')).resolves.toBeNull();
  });
});
