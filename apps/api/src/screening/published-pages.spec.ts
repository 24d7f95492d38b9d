import { HearingReads, PlaceStore, ScreeningStore, type RoundView } from '@enig/data';
import type { RoundId } from '@enig/kernel';
import { sessionCookieFor } from '../core/cookies';
import { Installation } from '../core/installation';
import { createLog } from '../core/log';
import { startTestApp, type TestApp } from '../test-app';
import { PublishedPages } from './published-pages';

let app: TestApp;
let store: ScreeningStore;
let pages: PublishedPages;
let round: RoundView;

beforeEach(async () => {
  app = await startTestApp({ services: ['api'] });
  const reads = new HearingReads(app.source);
  store = new ScreeningStore({ source: app.source, announce: () => Promise.resolve() });
  const address = 'https://enig.example.invalid';
  const log = createLog(() => undefined);
  const installation = new Installation(address, sessionCookieFor(address), false, log, null);
  pages = new PublishedPages(reads, store, new PlaceStore(app.source), installation);
  const [row] = await app.source.query<{ round: RoundId }[]>('SELECT round FROM publication_event ORDER BY id LIMIT 1');
  const view = row && (await reads.round(row.round));
  if (!view) throw new Error('The demo has no published round');
  round = view;
});

afterEach(() => app.close());

describe('HE-47 a page that anybody can fetch', () => {
  it('is made once for as many as fetch it, and anew as soon as something is taken out or down', async () => {
    const { id } = round.row;
    const [first, second] = await Promise.all([pages.of(id), pages.of(id)]);
    expect(first?.html).toContain('<h2');
    expect(await pages.of(id)).toBe(first);
    expect(second).toBe(first);
    // The demo's is held for all, by the body whose people opened it.
    const [held] = await app.source.query<{ name: string }[]>('SELECT name FROM body WHERE id = $1', [round.row.body]);
    expect(first?.html).toContain(`<p class="state">${held?.name} holdt høringen. Frist for at svare: `);

    const { submissions, events } = await store.of(round);
    const [sent] = submissions.filter(({ slots }) => slots.some(({ isPublic }) => isPublic));
    const slot = sent?.slots.find(({ isPublic }) => isPublic);
    const [event] = events;
    if (!sent || !slot || !event) throw new Error('Nothing is published');
    const { person, body, capacity } = event;
    const wanted = { submission: sent.submission.row.id, slot: slot.key, start: 0, end: 3, reason: 'Et navn' };
    expect(await store.redact(id, wanted, { person, body, capacity })).toMatchObject({ ok: true });
    const after = await pages.of(id);
    expect(after).not.toBe(first);
    expect(after?.html).toContain('[fjernet: Et navn]');

    await store.unpublish(id, 'Et navn stod der.', { person, body, capacity });
    expect(await pages.of(id)).toBeNull();
  }, 60_000);
});

describe('the way to what is published', () => {
  it('says to who comes without a round what stands here, and leads on', async () => {
    const response = await app.anybody.fetch('/hoeringssvar');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const text = await response.text();
    expect(text).toContain('<h1>Offentliggjorte høringssvar</h1>');
    expect([...text.matchAll(/<a href="([^"]+)"/gu)].map(([, href]) => href)).toEqual(['/laes', '/log-ind']);
  });
});
