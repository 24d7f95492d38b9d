import { completeEasyRead, setDeadlineIn } from '@enig/data/testing';
import { addDays, localDateOf } from '@enig/kernel';
import { today } from '../approval/test-board';
import { agreementCalled, command } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { conclude } from './test-concluding';

const DRAFT = 'Rammeaftale 2021–22 for det specialiserede social- og undervisningsområde';
const COUNCIL = 'disability-council:0316';

let app: TestApp;
let secretariat: TestBrowser;
let agreement: string;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  agreement = await agreementCalled(secretariat, DRAFT);
  await app.owner.query(`UPDATE agreement SET period_from = $2, period_to = '2099-12-31' WHERE id = $1`, [
    ...[agreement, today()],
  ]);
  await conclude(app, agreement);
});

afterEach(() => app.close());

const later = (days: number) => addDays(localDateOf(today()), days);

interface Seen {
  readonly state: string;
  readonly lastDay: string;
  readonly standingSections: readonly { readonly section: string; readonly title: string; readonly kind: string }[];
  readonly parties: readonly { readonly id: string }[];
}

async function seen(id: string): Promise<Seen> {
  const { data, errors } = await secretariat.gql<{ agreement: Seen }>(
    `query ($id: ID!) { agreement(id: $id) { state lastDay standingSections { section title kind } parties { id } } }`,
    { id },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.agreement;
}

async function supplement(title: string, over: Record<string, unknown> = {}): Promise<string> {
  const days = { periodFrom: today(), periodTo: '2099-12-31', deadline: later(60) };
  const input = { agreement, act: 'addendum', title, ...days, ...over };
  const made = await command(secretariat, 'createSupplement', input, 'agreement { id }');
  expect(made.refused).toBeNull();
  return (made['agreement'] as { id: string }).id;
}

async function page(path: string): Promise<string> {
  const response = await app.anybody.fetch(path);
  expect(response.status).toBe(200);
  return response.text();
}

/** What stands under the heading of a section on the page of the text that holds. */
function sectionIn(html: string, title: string): string {
  const from = html.search(new RegExp(`<h3[^>]*>(\\d+ )?${title.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}<`, 'u'));
  expect(from).toBeGreaterThan(0);
  return html.slice(from, html.indexOf('<h3', from + 1) > 0 ? html.indexOf('<h3', from + 1) : undefined);
}

describe('AG-34 an addendum goes to hearing like an agreement', () => {
  it('its councils are asked and read it, it is closed, and then the parties decide', async () => {
    const { standingSections } = await seen(agreement);
    const area = standingSections.find(({ kind }) => kind === 'focusArea');
    const id = await supplement('Allonge om transport', { amends: [{ section: area?.section, kind: 'replaces' }] });
    await completeEasyRead(app.owner, id);
    const opened = await command(
      secretariat,
      'openRound',
      { agreement: id, invited: [COUNCIL], dueDate: later(40) },
      'round { id isWhole owner { id } version { hash } sections { title } }',
    );
    expect(opened).toMatchObject({ refused: null, round: { isWhole: true, owner: null } });
    const round = (opened['round'] as { id: string }).id;
    expect((await seen(id)).state).toBe('hearing');
    // The agreement itself stands as it was decided, and nothing of the addendum is public.
    expect((await seen(agreement)).state).toBe('concluded');
    expect((await app.anybody.fetch(`/aftale/${id}`)).status).toBe(404);

    const chair = await app.signIn('handicapraad-formand-holbaek');
    const reading = await (await chair.fetch(`/laes/${round}`)).text();
    expect(reading).toContain(area?.title);
    const { data } = await chair.gql<{ agreement: { rounds: { id: string; responses: { state: string }[] }[] } }>(
      'query ($id: ID!) { agreement(id: $id) { rounds { id responses { state } } } }',
      { id },
    );
    expect(data.agreement.rounds).toEqual([{ id: round, responses: [{ state: expect.any(String) }] }]);
    const before = await command(secretariat, 'freezeForDecision', { agreement: id });
    expect(before.refused?.code).toBe('AG-1-NOT-IN-THIS-STATE');
    await setDeadlineIn(app.owner, round, -1);
    expect((await command(secretariat, 'endHearing', { round })).refused).toBeNull();
    expect((await command(secretariat, 'closeRound', { round })).refused).toBeNull();
    await conclude(app, id);
    expect(await page(`/aftale/${agreement}/samlet`)).toContain('Ændret ved Allonge om transport');
  }, 120_000);
});

describe('AG-38 the text that holds after several acts', () => {
  it('two addenda in the order they come into force, and an extension that changes no word', async () => {
    const { standingSections } = await seen(agreement);
    const [first, second, third] = standingSections;
    const change = (section: typeof first, kind: string) => ({ section: section?.section, kind });
    const early = await supplement('Den første allonge', {
      amends: [change(first, 'replaces'), change(second, 'replaces')],
    });
    await conclude(app, early);
    const late = await supplement('Den anden allonge', {
      amends: [change(first, 'replaces'), change(third, 'removes')],
    });
    await conclude(app, late);
    const both = await page(`/aftale/${agreement}/samlet`);
    expect(sectionIn(both, first?.title ?? '')).toContain('Ændret ved Den anden allonge');
    expect(sectionIn(both, first?.title ?? '')).not.toContain('Den første allonge');
    expect(sectionIn(both, second?.title ?? '')).toContain('Ændret ved Den første allonge');
    expect(sectionIn(both, third?.title ?? '')).toContain('Udgået ved Den anden allonge');
    expect((await seen(agreement)).standingSections.map(({ section }) => section)).not.toContain(third?.section);

    const coming = await supplement('Den kommende allonge', {
      ...{ periodFrom: later(10), amends: [change(second, 'removes')] },
    });
    await conclude(app, coming);
    expect(await page(`/aftale/${agreement}/samlet`)).toBe(both);

    const longer = await supplement('Forlængelse', { act: 'extension', periodTo: '2101-12-31' });
    await conclude(app, longer);
    expect((await seen(agreement)).lastDay).toBe('2101-12-31');
    const after = await page(`/aftale/${agreement}/samlet`);
    expect(after).toBe(both);
    expect(after).not.toContain('Forlængelse');
    expect(await page(`/aftale/${agreement}`)).toContain('Forlængelse (forlængelse)');
    expect(await page(`/aftale/${agreement}`)).toMatch(/i kraft til 31\.\s?december 2101/u);
    expect((await seen(longer)).parties).toEqual((await seen(agreement)).parties);
  }, 180_000);
});
