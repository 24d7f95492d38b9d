import { addDays, instantOf, localDateAt } from '@enig/kernel';
import { agreementCalled, command, onlyRound } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

const OUT = '(i høring)';

let app: TestApp;
let chair: TestBrowser;
let round: string;

beforeAll(async () => {
  app = await startTestApp();
  chair = await app.signIn('handicapraad-formand-naestved');
  round = (await onlyRound(chair, OUT)).id;
});

afterAll(() => app.close());

async function page(path: string, browser = chair): Promise<string> {
  const response = await browser.fetch(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

/** Opens another round beside the one that is out. @returns its id. */
async function opened(by: string, input: Record<string, unknown>): Promise<string> {
  const browser = await app.signIn(by);
  const agreement = await agreementCalled(browser, OUT);
  const given = { agreement, dueDate: '2090-01-01', invited: ['disability-council:0316'], ...input };
  const told = await command(browser, 'openRound', given, 'round { id }');
  expect(told.refused).toBeNull();
  return (told['round'] as { id: string }).id;
}

describe('what stands beside what is heard', () => {
  it('HE-29 does not take what a browser fetches ahead for opening it', async () => {
    const member = await app.signIn('handicapraad-medlem-1-holbaek');
    await app.owner.query('DELETE FROM round_visit WHERE round = $1', [round]);
    const mine = `SELECT v.person FROM round_visit v JOIN person p ON p.id = v.person
                  WHERE p.persona = 'handicapraad-medlem-1-holbaek' AND v.round = $1`;
    for (const headers of [{ 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }]) {
      expect((await member.fetch(`/laes/${round}`, { headers })).status).toBe(200);
    }
    expect((await member.fetch(`/laes/${round}/samlet`, { method: 'HEAD' })).status).toBe(200);
    expect(await app.owner.query(mine, [round])).toEqual([]);
    await page(`/laes/${round}`, member);
    expect(await app.owner.query(mine, [round])).toHaveLength(1);
  });

  it('says what is not in the pack, and leads to it', async () => {
    for (const where of [`/laes/${round}`, `/laes/${round}/samlet`]) {
      const shown = await page(where);
      expect(shown).toContain('Disse filer er ikke med i det samlede materiale.');
      expect(shown).toMatch(/<a href="[^"]*\/files\/[0-9a-f]{64}" rel="[a-z ]+">Bilag 1: /);
    }
    const [, path = ''] =
      /<a href="[^"]*(\/files\/[0-9a-f]{64})" rel="[a-z ]+">Bilag 1: /.exec(await page(`/laes/${round}`)) ?? [];
    expect((await chair.fetch(path)).status).toBe(200);
  });
});

describe('HE-3 and HE-4 the time there is to answer', () => {
  it('is short, or longer than it was, for reasons that stand where what is heard is read and fetched', async () => {
    const soon = addDays(localDateAt(instantOf(new Date())), 5);
    const id = await opened('sekretariat', { dueDate: soon, shortReason: 'Loven kom <sent>.' });
    const extension = { round: id, dueDate: addDays(soon, 3), reason: 'Der er ferie.' };
    const secretariat = await app.signIn('sekretariat');
    expect(await command(secretariat, 'extendRound', extension)).toMatchObject({ refused: null });
    const reader = await app.signIn('handicapraad-formand-holbaek');
    for (const where of [`/laes/${id}`, `/laes/${id}/samlet`]) {
      const shown = await page(where, reader);
      expect(shown).toMatch(/Hvorfor fristen er kort.*Loven kom &#60;sent&#62;\./s);
      expect(shown).toMatch(/Hvorfor fristen blev forlænget til .*Der er ferie\./s);
    }
    // One model is the page, the PDF and the Word file.
    expect((await reader.fetch(`/laes/${id}/samlet.docx`)).status).toBe(200);
  });
});
