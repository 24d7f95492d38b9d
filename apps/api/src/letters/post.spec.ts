import { writeInResponse } from '@enig/data/testing';
import { eventually } from '../collab/test-eventually';
import { startTestApp, type TestApp } from '../test-app';

const CANARY = 'Kanariefuglen synger kun for Greve';

let app: TestApp | undefined;

afterEach(async () => {
  await app?.close();
  app = undefined;
});

async function page(path: string): Promise<{ status: number; words: string }> {
  const response = await app?.anybody.fetch(path);
  return { status: response?.status ?? 0, words: (await response?.text()) ?? '' };
}

describe('the mails of a demo', () => {
  it('can be read by anybody, one line for each, and lead in', async () => {
    app = await startTestApp();
    expect((await page('/post')).words).toContain('Mails fra demoen sendes ikke');
    const people = await app.source.query<{ email: string; name: string }[]>(
      `SELECT email, name FROM person WHERE persona IN ('handicapraad-formand-greve', 'sekretariat') ORDER BY persona`,
    );
    for (const { email } of people)
      await app.anybody.fetch('/auth/link', {
        ...{ method: 'POST', body: JSON.stringify({ email }) },
        headers: { 'content-type': 'application/json' },
      });
    const lines = async () =>
      [...(await page('/post')).words.matchAll(/href="(\/post\/[^"]+)"/g)].map(([, to = '']) => to);
    await eventually(
      async () => (await lines()).length === people.length,
      () => 'Not all mails are there',
      20_000,
    );
    const { words } = await page('/post');
    for (const { name } of people) expect(words).toContain(`Til ${name}, `);
    const mails = await Promise.all((await lines()).map(page));
    const to = people.map(({ name, email }) => `${name} &#60;${email}&#62;`);
    for (const each of to) expect(mails.filter((mail) => mail.words.includes(each))).toHaveLength(1);
    const mail = await page((await lines())[0] ?? '');
    expect(mail.words).toMatch(/href="http:\/\/localhost:\d+\/log-ind\/link\/[\w-]{43}"/);
    const whole = await page(`${(await lines())[0]}/html`);
    expect(whole.words).toMatch(/^<!doctype html>[\s\S]*Dit link til Enig/);
    expect((await page('/post/no-such-letter')).status).toBe(404);
  });

  it('are nowhere when it is no demo', async () => {
    app = await startTestApp({ demo: false });
    expect((await page('/post')).status).toBe(404);
    expect((await page('/post/x')).status).toBe(404);
    expect((await page('/post/x/html')).status).toBe(404);
  });

  it('OP-1 hold nothing of what is confidential', async () => {
    app = await startTestApp();
    const texts = await app.owner.query<{ id: string }[]>(
      `SELECT text AS id FROM response r JOIN text t ON t.id = r.text WHERE t.phase = 'open'`,
    );
    expect(texts.length).toBeGreaterThan(0);
    for (const { id } of texts) await writeInResponse(app.source, id, 'general', CANARY);
    const [chair] = await app.source.query<{ email: string }[]>(
      `SELECT email FROM person WHERE persona = 'handicapraad-formand-greve'`,
    );
    await app.anybody.fetch('/auth/link', {
      ...{ method: 'POST', body: JSON.stringify({ email: chair?.email }) },
      headers: { 'content-type': 'application/json' },
    });
    const { owner } = app;
    await eventually(
      async () => (await owner.query('SELECT FROM letter WHERE sent_at IS NULL')).length === 0,
      () => 'Not all letters are sent',
      20_000,
    );
    for (const table of ['letter', 'mailbox', 'job', 'timer'])
      expect([table, JSON.stringify(await owner.query(`SELECT * FROM ${table}`)).includes(CANARY)]).toEqual([
        table,
        false,
      ]);
    expect((await page('/post')).words).not.toContain(CANARY);
    expect(app.logged.join()).not.toContain(CANARY);
  });
});
