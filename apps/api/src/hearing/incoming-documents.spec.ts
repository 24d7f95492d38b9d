import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { onlyRound, responseOf } from './test-hearing';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.close());

describe('HE-36 documents come one person at a time', () => {
  it('at most 20 within a minute from each, with a plain sentence for the next', async () => {
    const chair = await app.signIn('handicapraad-formand-naestved');
    const { id } = responseOf(await onlyRound(chair, '(i høring)'), 'Næstved');
    const put = (browser: TestBrowser) =>
      browser.fetch(`/files/responses/${id}?name=svar.pdf`, { method: 'POST', body: 'ikke en PDF' });
    for (let sent = 0; sent < 20; sent += 1) expect((await put(chair)).status).toBe(400);
    const refused = await put(chair);
    expect([refused.status, await refused.json()]).toMatchObject([
      429,
      { message: expect.stringContaining('Vent lidt, og prøv igen') },
    ]);
    const member = await app.signIn('handicapraad-medlem-1-naestved');
    expect((await put(member)).status).toBe(400);
  });
});
