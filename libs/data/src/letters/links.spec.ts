import type { PersonId } from '@enig/kernel';
import { LetterStore } from './letter-store';
import { SignInLinks } from './links';
import { sendLetters } from './outbox';
import { RequestCounts } from './request-counts';
import { openDesk, type Desk } from './test-desk';

const EMAIL = 'Bente.Åkjær@example.invalid';

let desk: Desk;
let links: SignInLinks;
let bente: PersonId;

beforeEach(async () => {
  desk = await openDesk();
  links = new SignInLinks(desk.source);
  bente = await desk.person(EMAIL);
});

afterEach(() => desk.close());

async function mailed(kind: 'signIn' | 'jobDone' = 'signIn', path = '/aftaler/1'): Promise<string> {
  const key = `${kind}:${crypto.randomUUID()}`;
  const about = { key, to: bente, body: null, path };
  await sendLetters(desk.source.manager, [
    kind === 'signIn' ? { ...about, kind, facts: {} } : { ...about, kind, facts: { what: 'Notatet' } },
  ]);
  const letter = await new LetterStore(desk.source).take();
  if (!letter) throw new Error('No letter');
  return letter.token;
}

async function rows(table: string): Promise<unknown[]> {
  return desk.owner.query(`SELECT * FROM ${table}`);
}

describe('AC-16 a link signs in once', () => {
  it('and looking at it, a hundred times, does not use it', async () => {
    const token = await mailed();
    const looked = await Promise.all(Array.from({ length: 100 }, () => links.look(token)));
    expect(looked.every((each) => each?.isValid && each.name === 'Åse Ørum')).toBe(true);
    expect(await rows('session')).toEqual([]);
    expect(await links.consume(token)).toMatchObject({ path: '/aftaler/1' });
    expect(await links.look(token)).toMatchObject({ isValid: false });
  });

  it('also when it is pressed twenty times at once', async () => {
    const token = await mailed();
    const used = await Promise.all(Array.from({ length: 20 }, () => links.consume(token)));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await rows('session')).toHaveLength(1);
  });

  it('and not at all with a token that nobody was mailed', async () => {
    await mailed();
    expect(await links.look('x'.repeat(43))).toBeNull();
    expect(await links.consume('x'.repeat(43))).toBeNull();
  });
});

describe('AC-16 whoever has left', () => {
  const leave = () => desk.owner.query(`UPDATE seat SET valid_to = current_date - 2 WHERE person = $1`, [bente]);

  it('cannot use the link they were mailed before', async () => {
    const token = await mailed();
    await leave();
    expect(await links.look(token)).toMatchObject({ isValid: false });
    expect(await links.consume(token)).toBeNull();
  });

  it('is mailed no other', async () => {
    await leave();
    await links.ask(EMAIL, '/');
    expect(await links.decideNext()).toBe(true);
    expect(await rows('letter')).toEqual([]);
  });
});

describe('AC-17 what is kept of a link', () => {
  it('is its hash, in no table its token', async () => {
    const token = await mailed();
    await links.consume(token);
    for (const table of ['sign_in_link', 'letter', 'mailbox', 'session', 'link_request'])
      expect(JSON.stringify(await rows(table))).not.toContain(token);
    expect(await rows('sign_in_link')).toHaveLength(1);
  });

  it.each([
    ['signIn', 24],
    ['jobDone', 14 * 24],
  ] as const)('of a letter %s ends after %d hours', async (kind, hours) => {
    const token = await mailed(kind);
    const ends = async (at: string) =>
      desk.owner.query(`UPDATE sign_in_link SET expires_at = expires_at - make_interval(hours => $1) ${at}`, [hours]);
    await ends(`+ interval '5 s'`);
    expect(await links.look(token)).toMatchObject({ isValid: true });
    await desk.owner.query(`UPDATE sign_in_link SET expires_at = expires_at - interval '6 s'`);
    expect(await links.look(token)).toMatchObject({ isValid: false });
    expect(await links.consume(token)).toBeNull();
  });

  it('can be renewed, to the address the person has now and to the same place', async () => {
    const token = await mailed();
    await links.consume(token);
    await desk.owner.query('UPDATE person SET email = $1 WHERE id = $2', ['ny@example.invalid', bente]);
    await links.renew(token);
    expect(await links.decideNext()).toBe(true);
    const letter = await new LetterStore(desk.source).take();
    expect(letter).toMatchObject({ kind: 'signIn', person: bente, email: 'ny@example.invalid' });
    expect(await links.look(letter?.token ?? '')).toMatchObject({ path: '/aftaler/1', isValid: true });
  });

  it('is tidied away when nobody renews it any more', async () => {
    await mailed();
    await links.tidy();
    expect(await rows('sign_in_link')).toHaveLength(1);
    await desk.owner.query(`UPDATE sign_in_link SET expires_at = clock_timestamp() - interval '181 days'`);
    await links.tidy();
    expect(await rows('sign_in_link')).toEqual([]);
  });
});

describe('AC-18 asking does the same for every address', () => {
  it('writes the same rows, and only deciding tells them apart', async () => {
    await links.ask(` ${EMAIL.toUpperCase()} `, '/aftaler/1');
    await links.ask('ingen@example.invalid', '/aftaler/1');
    expect(await rows('link_request')).toHaveLength(2);
    expect(await rows('request_count')).toHaveLength(2);
    expect(await rows('letter')).toEqual([]);

    expect([await links.decideNext(), await links.decideNext(), await links.decideNext()]).toEqual([true, true, false]);
    expect(await rows('letter')).toMatchObject([{ person: bente, kind: 'signIn', path: '/aftaler/1' }]);
    expect(await rows('link_request')).toEqual([]);
    expect(JSON.stringify([await rows('letter'), await rows('request_count')])).not.toContain('ingen@');
  });

  it('leads home where it was to lead elsewhere', async () => {
    await links.ask(EMAIL, '//elsewhere.example');
    expect(await rows('link_request')).toMatchObject([{ path: '/' }]);
  });
});

describe('AC-19 how often is counted over all nodes', () => {
  it('five links an hour to one address, known or not, however it is written', async () => {
    for (const address of [EMAIL, 'ingen@example.invalid'])
      for (let time = 0; time < 9; time += 1) await links.ask(time % 2 ? address : address.toUpperCase(), '/');
    expect(await rows('link_request')).toHaveLength(10);
  });

  it('also when they are asked at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, () => links.ask(EMAIL, '/')));
    expect(await rows('link_request')).toHaveLength(5);
  });

  it('and forgotten after a day', async () => {
    const counts = new RequestCounts(desk.source);
    expect([await counts.within('network:1', 2), await counts.within('network:1', 2)]).toEqual([true, true]);
    expect(await counts.within('network:1', 2)).toBe(false);
    expect(await counts.within('network:2', 2)).toBe(true);
    await desk.owner.query(`UPDATE request_count SET since = since - interval '25 hours'`);
    await counts.tidy();
    expect(await rows('request_count')).toEqual([]);
  });
});
