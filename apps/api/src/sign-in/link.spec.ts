import { sendLetters } from '@enig/data';
import type { PersonId } from '@enig/kernel';
import { eventually } from '../collab/test-eventually';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

const PERSONA = 'handicapraad-formand-greve';
const CONTACT = 'Maja Holm, 55 88 00 00';
let app: TestApp;
let chair: { id: PersonId; email: string; name: string };

beforeAll(async () => {
  app = await startTestApp({ contact: CONTACT });
  const [found] = await app.source.query<(typeof chair)[]>('SELECT id, email, name FROM person WHERE persona = $1', [
    PERSONA,
  ]);
  if (!found) throw new Error('Nobody is chair in Greve');
  chair = found;
});

beforeEach(async () => {
  await app.owner.query('DELETE FROM request_count');
});

afterAll(() => app.close());

const json = (body: unknown): RequestInit => ({
  ...{ method: 'POST', body: JSON.stringify(body) },
  headers: { 'content-type': 'application/json' },
});
const form = (body: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(body) });
const press = (path: string, browser: Pick<TestBrowser, 'fetch'> = app.anybody) =>
  browser.fetch(path, { method: 'POST' });

/** The paths of the links mailed to the chair, newest last. */
async function linksMailed(): Promise<string[]> {
  const mails = await app.owner.query<{ plain: string }[]>(
    `SELECT m.plain FROM mailbox m JOIN letter l ON l.key = m.letter WHERE l.person = $1 ORDER BY m.arrived_at`,
    [chair.id],
  );
  return mails.map(({ plain }) => /\/log-ind\/link\/[\w-]{43}/.exec(plain)?.[0] ?? '');
}

/** Does something that has a link mailed, and waits for it. */
async function linkAfter(act: () => Promise<unknown>): Promise<string> {
  const before = (await linksMailed()).length;
  await act();
  await eventually(
    async () => (await linksMailed()).length > before,
    () => 'No link was mailed',
    20_000,
  );
  return (await linksMailed()).at(-1) ?? '';
}

let letters = 0;
const mailed = (path = '/aftaler/1') =>
  linkAfter(() => {
    letters += 1;
    const about = { key: `jobDone:${letters}`, kind: 'jobDone', to: chair.id, body: null, path } as const;
    return sendLetters(app.source.manager, [{ ...about, facts: { what: 'Notatet' } }]);
  });

/** A browser after what a response has set. */
function signedIn(response: Response): Pick<TestBrowser, 'fetch'> & { cookie: string } {
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  return {
    cookie,
    fetch: (path, init = {}) =>
      app.anybody.fetch(path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), cookie } }),
  };
}

async function whoIs(browser: Pick<TestBrowser, 'fetch'>): Promise<unknown> {
  const answer = await browser.fetch('/graphql', json({ query: '{ viewer { person { id } } }' }));
  const { data } = (await answer.json()) as { data: { viewer: { person: { id: string } } | null } };
  return data.viewer?.person.id ?? null;
}

describe('AC-16 the page a mailed link leads to', () => {
  it('says who it is for and has one button, without a script, kept by nobody on the way', async () => {
    const response = await app.anybody.fetch(await mailed());
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain(`Log ind som ${chair.name}`);
    expect(page.match(/<button/g)).toHaveLength(1);
    expect(page).toMatch(/<html lang="da/);
    expect(page).not.toMatch(/<script|src=|https?:/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('still signs in after a mail scanner has opened it, by HEAD and by GET, again and again', async () => {
    const link = await mailed('/aftaler/7?x=1');
    for (const method of ['HEAD', 'GET', 'HEAD', 'GET', 'OPTIONS', 'GET'])
      expect((await app.anybody.fetch(link, { method, headers: { 'user-agent': 'SafeLinks' } })).status).toBeLessThan(
        405,
      );
    const pressed = await press(link);
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/aftaler/7?x=1']);
    expect(await whoIs(signedIn(pressed))).toBe(chair.id);
    expect(pressed.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  it('works when it is pasted on another device, and the first one stays out', async () => {
    const link = await mailed();
    const first = await app.anybody.fetch(link);
    expect(first.status).toBe(200);
    expect(await whoIs(signedIn(await press(link)))).toBe(chair.id);
    expect((await press(link)).status).toBe(410);
  });

  it('leads whoever is signed in already to the same place, before and after it was used', async () => {
    const link = await mailed();
    const chairs = await app.signIn(PERSONA);
    expect((await chairs.fetch(link)).headers.get('location')).toBe('/aftaler/1');
    const mine = signedIn(await press(link)); // not used yet: another browser can
    for (const again of [await mine.fetch(link), await press(link, mine)])
      expect([again.status, again.headers.get('location')]).toEqual([303, '/aftaler/1']);
  });

  it('signs out whoever else was signed in in that browser', async () => {
    const before = await app.signIn('sekretariat');
    const pressed = await press(await mailed(), before);
    expect(await whoIs(signedIn(pressed))).toBe(chair.id);
    expect(await whoIs(before)).toBeNull();
  });

  it('cannot be pressed by another site’s page', async () => {
    const link = await mailed();
    const foreign = { method: 'POST', headers: { origin: 'https://elsewhere.example' } };
    expect((await app.anybody.fetch(link, foreign)).status).toBe(403);
    expect((await press(link)).status).toBe(303);
  });
});

describe('AC-17 a link that cannot be used any more', () => {
  it('has one button that has a new one mailed, which leads to the same place', async () => {
    const link = await mailed('/aftaler/3');
    await press(link);
    const stale = await app.anybody.fetch(link);
    expect(stale.status).toBe(410);
    const page = await stale.text();
    expect(page).toContain('Send mig et nyt');
    expect(page.match(/<button/g)).toHaveLength(1);
    const renewed = await linkAfter(async () => {
      const asked = await press(`${link}/ny`);
      expect([asked.status, asked.headers.get('location')]).toEqual([303, '/log-ind/sendt']);
    });
    expect(renewed).not.toBe(link);
    expect((await press(renewed)).headers.get('location')).toBe('/aftaler/3');
  });

  it('is one that is too old, too', async () => {
    const link = await mailed();
    await app.owner.query(`UPDATE sign_in_link SET expires_at = clock_timestamp() WHERE used_at IS NULL`);
    for (const response of [await app.anybody.fetch(link), await press(link)]) {
      expect(response.status).toBe(410);
      expect(await response.text()).toContain('Send mig et nyt');
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  });

  it.each(['x'.repeat(43), 'kort', `${'x'.repeat(42)}%00`, "' OR 1=1"])(
    'is one that nobody was mailed (%s): a form to ask for another',
    async (token) => {
      const path = `/log-ind/link/${token.includes('%') ? token : encodeURIComponent(token)}`;
      const response = await app.anybody.fetch(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('Send mig et link');
      expect((await press(path)).status).toBe(404);
      expect((await press(`${path}/ny`)).headers.get('location')).toBe('/log-ind/sendt');
    },
  );
});

describe('who is stuck on the way in', () => {
  it('is told whom to call, on the page of a link, of a used one, of none, and where links are asked for', async () => {
    const link = await mailed();
    const first = await (await app.anybody.fetch(link)).text();
    await press(link);
    const used = await (await app.anybody.fetch(link)).text();
    const none = await (await app.anybody.fetch(`/log-ind/link/${'x'.repeat(43)}`)).text();
    const asked = await (await app.anybody.fetch('/log-ind/sendt')).text();
    for (const page of [first, used, none, asked]) expect(page).toContain(CONTACT);
    expect(await (await app.anybody.fetch('/auth/contact')).json()).toEqual({ contact: CONTACT });
    const [mail] = await app.owner.query<{ plain: string }[]>('SELECT plain FROM mailbox LIMIT 1');
    expect(mail?.plain).toContain(CONTACT);
  });
});

describe('AC-18 asking for a link', () => {
  const shown = async (response: Response) => {
    const headers = Object.fromEntries(response.headers);
    delete headers['date'];
    return { status: response.status, headers, body: await response.text() };
  };

  it('says the same for every address, and only the one that is somebody’s gets a mail', async () => {
    const known = () => app.anybody.fetch('/auth/link', json({ email: chair.email.toUpperCase(), to: '/aftaler/9' }));
    const unknown = () => app.anybody.fetch('/auth/link', json({ email: 'ingen@example.invalid', to: '/aftaler/9' }));
    const link = await linkAfter(async () => expect(await shown(await unknown())).toEqual(await shown(await known())));
    expect((await press(link)).headers.get('location')).toBe('/aftaler/9');
    await eventually(
      async () => (await app.owner.query('SELECT * FROM link_request')).length === 0,
      () => 'Not decided about',
    );
    expect(await app.owner.query(`SELECT * FROM mailbox WHERE plain LIKE '%ingen@%'`)).toEqual([]);
  });

  it('says the same for every address in a browser without JavaScript', async () => {
    const link = await linkAfter(async () => {
      const known = await app.anybody.fetch('/log-ind/link', form({ email: chair.email }));
      const unknown = await app.anybody.fetch('/log-ind/link', form({ email: 'ingen@example.invalid' }));
      expect(known.headers.get('location')).toBe('/log-ind/sendt');
      expect(await shown(unknown)).toEqual(await shown(known));
    });
    expect((await press(link)).headers.get('location')).toBe('/');
    const reading = () => app.anybody.fetch('/log-ind/link', form({ email: chair.email, to: '/laes' }));
    expect((await press(await linkAfter(reading))).headers.get('location')).toBe('/laes');
    expect(await (await app.anybody.fetch('/log-ind/sendt')).text()).toContain('Kender vi adressen');
  });

  it('says the same the sixth time within an hour, when no more are sent', async () => {
    const answers = [];
    for (let time = 0; time < 7; time += 1)
      answers.push(await shown(await app.anybody.fetch('/auth/link', json({ email: chair.email }))));
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it.each([[{}], [{ email: 7 }], [{ email: 'uden snabel-a' }], [{ email: `${'x'.repeat(200)}@x.dk` }], [null], ['x']])(
    'for what is no address (%j) is told so',
    async (body) => {
      const response = await app.anybody.fetch('/auth/link', json(body));
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: expect.stringMatching(/BAD/) });
    },
  );
});
