import type { Page } from 'playwright-core';
import { seedLargeAgreement, type LargeAgreement } from '../acts/large';
import { stage } from '../stage';
import { story } from '../steps';
import { Troupe } from '../troupe';

/* The region with the most parties there will be, half-way through its approval. */

const on = stage();
const troupe = new Troupe(on);
const step = story(() => troupe.pages);

let large: LargeAgreement;
let page: Page;

beforeAll(async () => {
  large = seedLargeAgreement(on.server.dataDir);
  page = await troupe.person(large.secretariat);
});

afterAll(() => troupe.leave());

const yes = (outcome: string | null) => outcome === 'approved' || outcome === 'approvedWithRemark';
const rows = () => page.getByRole('table', { name: /^Parternes beslutninger/ }).getByRole('rowheader');
const shown = (count: number) => page.getByRole('status').getByText(`${count} af 47 parter vises`, { exact: true });

describe('the board of forty-seven parties', () => {
  step('names every party, says how many have approved, and who is missing', async () => {
    await page.goto(`/aftaler/${large.agreement}/godkendelse`);
    await rows().first().waitFor();
    expect((await rows().allInnerTexts()).toSorted()).toEqual(large.parties.map(({ name }) => name).toSorted());
    const approved = large.parties.filter(({ outcome }) => yes(outcome)).length;
    expect(approved).toBeGreaterThan(20);
    await page.getByText(`${approved} af 47 har godkendt · ikke indgået.`).first().waitFor();
  });

  step('is cut down to those who are missing, and to the one that is looked for', async () => {
    await page.getByRole('button', { name: 'Kun dem, der mangler' }).click();
    await shown(large.parties.filter(({ outcome }) => !yes(outcome)).length).waitFor();
    await page.getByRole('button', { name: 'Kun dem, der mangler' }).click();
    const [one] = large.parties;
    await page.getByRole('searchbox', { name: 'Partens navn' }).fill(one?.name ?? '');
    await shown(1).waitFor();
    expect(await rows().allInnerTexts()).toEqual([one?.name]);
  });

  step('does not reach out of a narrow window', async () => {
    await page.getByRole('searchbox', { name: 'Partens navn' }).fill('');
    await shown(47).waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await rows().first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
