import { axeFindings, complaintsOf } from '../browser';
import { stage } from '../stage';

const on = stage();

describe('the first page', () => {
  it.each([
    ['on a desk', { width: 1280, height: 900 }],
    ['on a narrow telephone', { width: 320, height: 640 }],
  ])('%s can be read by all, and nothing goes wrong unseen', async (_case, viewport) => {
    const context = await on.browser.newContext({ viewport, locale: 'da-DK' });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(on.server.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('da');
    expect(await page.title()).toContain('Enig');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is also what an address deep inside gives, while what does not exist on the server is not found', async () => {
    const deep = await fetch(`${on.server.url}/et/sted/dybt/inde`, { headers: { accept: 'text/html' } });
    expect(deep.status).toBe(200);
    expect(deep.headers.get('content-type')).toContain('text/html');
    const missing = await fetch(`${on.server.url}/et/sted`, { headers: { accept: 'application/json' } });
    expect(missing.status).toBe(404);
  });

  it('is there again after the server was killed', async () => {
    await on.server.kill();
    await on.server.restart();
    expect((await fetch(`${on.server.url}/healthz`)).status).toBe(200);
  });
});
