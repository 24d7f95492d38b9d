import type { Locator } from 'playwright-core';
import { KeyboardOnly } from '../keyboard';
import { demoAgreement } from '../pages/places';
import { stage } from '../stage';
import { story } from '../steps';
import { Troupe } from '../troupe';

/* The board, the chain and the year, with a keyboard alone; and nothing in a picture that is not said in words. */

const HOLBAEK = 'Holbæk Kommune';

const on = stage();
const troupe = new Troupe(on);
const step = story(() => troupe.pages);

let secretary: KeyboardOnly;
let board: string;

beforeAll(async () => {
  board = `/aftaler/${await demoAgreement(on.server.url, 'deciding')}/godkendelse`;
  secretary = await KeyboardOnly.of(await troupe.person('raadssekretaer-holbaek'));
});

afterAll(() => troupe.leave());

async function arrived(heading: string | RegExp): Promise<void> {
  await secretary.page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** How many of the parties are shown, as it is said. */
async function shown(words: string): Promise<void> {
  await secretary.page.getByRole('status').getByText(words, { exact: true }).waitFor();
}

const parties = (): Promise<string[]> =>
  secretary.page
    .getByRole('table', { name: /^Parternes beslutninger/ })
    .getByRole('rowheader')
    .allInnerTexts();

describe('the board by keyboard', () => {
  step('says in words whether all can make it before it is asked, and in a table when it is', async () => {
    await secretary.page.goto(board);
    await arrived('Godkendelse');
    await secretary.page.getByText('Der mangler mødedatoer fra 7 parter.', { exact: true }).waitFor();
    await secretary.act('DisclosureTriangle', 'Vis alle parter');
    await secretary.page.getByRole('table', { name: 'Hvornår hver part kan godkende' }).waitFor();
    await secretary.press('Enter');
  });

  step('is filtered with a button and with words, and focus stays where they are', async () => {
    await secretary.act('button', 'Kun dem, der mangler');
    await shown('7 af 18 parter vises');
    expect(await secretary.focused()).toEqual({ widget: 'button', name: 'Kun dem, der mangler' });
    await secretary.reach('searchbox', 'Partens navn');
    await secretary.type('hol');
    await shown('1 af 18 parter vises');
    expect(await parties()).toEqual([HOLBAEK]);
    await secretary.press('Backspace', 'Backspace', 'Backspace');
    await shown('7 af 18 parter vises');
    expect(await secretary.focused()).toMatchObject({ widget: 'searchbox' });
  });

  step('is put in order from a list of choices', async () => {
    await secretary.press('Shift+Tab', 'Shift+Tab', 'Enter');
    await shown('18 af 18 parter vises');
    const byName = await parties();
    await secretary.choose('Rækkefølge', 'Hvor');
    await secretary.page.waitForURL(/orden=standing/);
    const byStanding = await parties();
    expect(byStanding[0]).toBe('Guldborgsund Kommune');
    expect(byStanding.toSorted()).toEqual(byName.toSorted());
    expect(await secretary.focused()).toMatchObject({ widget: 'combobox', name: 'Rækkefølge' });
  });

  step('lets one open a party’s row and come back to it, with the order as it was', async () => {
    await secretary.act('link', `Registrér ${HOLBAEK}`);
    await arrived(`Registrér beslutning for ${HOLBAEK}`);
    await secretary.page.goBack();
    await arrived('Godkendelse');
    const link = secretary.page.getByRole('link', { name: `Registrér ${HOLBAEK}` });
    await link.and(secretary.page.locator(':focus')).waitFor();
    expect((await parties())[0]).toBe('Guldborgsund Kommune');
    // And from there one goes on: what is of the same row comes next.
    await secretary.press('Tab');
    expect((await secretary.focused()).name).toContain(HOLBAEK);
  });
});

describe('pictures', () => {
  step('the chain: what it comes to in a sentence, and every step in a table', async () => {
    await secretary.page.goto(board.replace('godkendelse', 'forloeb'));
    await arrived('Forløbet');
    const { said, marks } = await pictureOf(secretary.page.getByRole('main'));
    expect(said).toMatch(/^Forløbet har 3 trin\. Alle parter skal godkende i trinnet »[^«]+«\./);
    const steps = secretary.page.getByRole('table', { name: 'Trinnene i forløbet' }).getByRole('rowheader');
    expect(await steps.count()).toBe(marks);
  });

  step('the year: what comes next in a sentence, and every day in a table with its number', async () => {
    await secretary.act('link', 'Årshjul');
    await arrived(/^Årshjul \d{4}$/);
    await mustBeSaid();
    const others = secretary.page.getByRole('heading', { level: 1 });
    const year = Number(/\d{4}/.exec(await others.innerText())?.[0]);
    await secretary.act('link', `Året efter: ${year + 1}`);
    await arrived(`Årshjul ${year + 1}`);
    await mustBeSaid();
    // Whoever goes from year to year goes on from where they are.
    await secretary.act('link', `Året før: ${year}`);
    await arrived(`Årshjul ${year}`);
  });

  step('a day leads to what it is about, and back to the day', async () => {
    const days = secretary.page.getByRole('table', { name: /^Dagene i/ });
    const name = await days.getByRole('link').last().innerText();
    await secretary.act('link', name);
    await secretary.page.waitForURL((address) => address.pathname !== '/aarshjul');
    await secretary.page.goBack();
    await arrived(/^Årshjul/);
    await days.getByRole('link', { name, exact: true }).and(secretary.page.locator(':focus')).waitFor();
  });

  step('nobody used a pointer', async () => {
    expect(troupe.complaints).toEqual([]);
    expect(await secretary.pointer()).toBeNull();
  });
});

/** The year's sentence, and that its picture and its table have as many days as it says. */
async function mustBeSaid(): Promise<void> {
  const main = secretary.page.getByRole('main');
  const { said, marks } = await pictureOf(main);
  expect(said).toMatch(marks === 0 ? /ingen/ : new RegExp(`^I \\d{4} er der ${marks} ting`));
  const days = await main
    .getByRole('table', { name: /^Dagene i/ })
    .getByRole('rowheader')
    .count();
  expect(days).toBe(marks);
}

/** A picture is not told of: its sentence is. Counted are the marks that the table has a row for. */
async function pictureOf(main: Locator): Promise<{ readonly said: string; readonly marks: number }> {
  const figure = main.getByRole('figure');
  const svg = figure.locator('svg');
  expect(await svg.getAttribute('aria-hidden')).toBe('true');
  return { said: await figure.locator('figcaption').innerText(), marks: await svg.locator('g').count() };
}
