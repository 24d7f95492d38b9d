import type { Page } from 'playwright-core';
import { dayFromNow } from '../acts/days';
import { idIn } from '../acts/setting-up';
import { saved } from '../acts/writing';
import { KeyboardOnly } from '../keyboard';
import { stage } from '../stage';
import { story } from '../steps';
import { Troupe } from '../troupe';

/* The whole way, smaller: one focus area, one point, two parties; and never a mouse. */

const TITLE = 'Rammeaftale ved tastaturet';
const AREA = 'Fælles botilbud';
const PARTIES = ['Greve Kommune', 'Roskilde Kommune'];

const on = stage();
const troupe = new Troupe(on);
const keyboards: KeyboardOnly[] = [];
const step = story(() => troupe.pages);

let secretariat: KeyboardOnly;
let tovholder: KeyboardOnly;
let agreement: string;
let round: string;

async function atKeyboard(page: Page): Promise<KeyboardOnly> {
  const keyboard = await KeyboardOnly.of(page);
  keyboards.push(keyboard);
  return keyboard;
}

async function person(persona: string): Promise<KeyboardOnly> {
  return atKeyboard(await troupe.person(persona));
}

async function arrived(keyboard: KeyboardOnly, heading: string | RegExp): Promise<void> {
  await keyboard.page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** Opens an address, as one types it or follows it from a mail. */
async function goTo(keyboard: KeyboardOnly, path: string, heading: string | RegExp): Promise<void> {
  await keyboard.page.goto(path);
  await arrived(keyboard, heading);
}

afterAll(() => troupe.leave());

describe('the whole story with a keyboard alone', () => {
  step('the secretariat signs in and makes an agreement', async () => {
    secretariat = await atKeyboard(await troupe.stranger());
    await goTo(secretariat, '/', 'Log ind');
    await secretariat.act('button', /^Birgitte Overgaard Lassen/);
    await arrived(secretariat, 'Mine opgaver');
    await secretariat.act('link', 'Aftaler');
    await arrived(secretariat, 'Aftaler');
    await secretariat.act('link', 'Opret ny aftale');
    await arrived(secretariat, 'Ny aftale');
    await secretariat.write('Aftalens navn', TITLE);
    await secretariat.writeDay('2026-01-01');
    await secretariat.writeDay('2029-12-31');
    await secretariat.writeDay(dayFromNow(120));
    await secretariat.act('button', 'Opret aftalen');
    await arrived(secretariat, 'Opsætning');
    agreement = idIn(secretariat.page.url(), 'aftaler');
  });

  step('adds a focus area and lets two parties be bound', async () => {
    await secretariat.act('DisclosureTriangle', 'Tilføj et afsnit');
    await secretariat.write('Titel', AREA);
    await secretariat.choose('Tovholder', 'Roskilde');
    await secretariat.act('button', 'Tilføj afsnittet');
    await secretariat.page.getByRole('heading', { level: 3, name: new RegExp(AREA) }).waitFor();
    await secretariat.act('DisclosureTriangle', 'Ret, hvem der er parter');
    await keepOnly(secretariat, PARTIES);
    await secretariat.act('button', 'Gem parterne');
    await secretariat.page.getByRole('heading', { name: 'Parter (2)' }).waitFor();
  });

  step('a tovholder writes a goal with criterion, owner and day, and prose with tools', async () => {
    tovholder = await person('tovholder-roskilde');
    const letEditorCome = await holdBack(tovholder.page, /prose-editor/);
    await goTo(tovholder, '/', 'Mine opgaver');
    await tovholder.act('link', 'Aftaler');
    await arrived(tovholder, 'Aftaler');
    await tovholder.act('link', TITLE);
    await arrived(tovholder, TITLE);
    await tovholder.act('link', `1 ${AREA}`);
    await arrived(tovholder, `1 ${AREA}`);
    await tovholder.page.getByRole('textbox', { name: 'Fokusområdets titel' }).waitFor();
    await tovholder.act('button', /Tilføj mål/);
    // The editor of the text that was passed on the way comes late, and must not call anybody back.
    await letEditorCome();
    await tovholder.type('Korte afstande');
    await tovholder.reach('textbox', 'Mål 1: beskrivelse');
    await tovholder.type('Ingen skal flytte langt. ');
    await tovholder.press('Alt+F10');
    expect((await tovholder.focused()).widget).toBe('button');
    await tovholder.press('Escape');
    await tovholder.type('Det gælder også unge.');
    await tovholder.write('Nået når', 'Halvdelen bor i egen kommune');
    await tovholder.choose('Ansvarlig', 'Roskilde');
    await tovholder.writeDay('2027-06-30');
    await saved(tovholder.page);
  });

  step('Tab never changes what is written, and order is changed by button', async () => {
    await tovholder.act('button', /Tilføj mål/);
    await tovholder.type('Korte ventetider');
    await tovholder.act('button', 'Flyt Mål 2 op');
    await tovholder.page.getByText('Korte ventetider er nu nummer 1 af 2').waitFor({ state: 'attached' });
    await saved(tovholder.page);
    const before = await written(tovholder.page);
    for (let stops = 0; stops < 60; stops += 1) await tovholder.press(stops % 3 === 2 ? 'Shift+Tab' : 'Tab');
    expect(await written(tovholder.page)).toEqual(before);
  });

  step('the easy-read version is written, without which nothing is heard', async () => {
    await tovholder.act('button', 'Begynd den letlæste udgave');
    await tovholder.reach('textbox', 'Letlæst udgave');
    await tovholder.type('Man skal kunne bo tæt på sin familie.');
    await saved(tovholder.page);
  });

  step('the secretariat freezes and asks Greve', async () => {
    await goTo(secretariat, `/aftaler/${agreement}`, TITLE);
    await secretariat.act('link', 'Åbn en høring');
    await arrived(secretariat, 'Åbn en høring');
    // What is found in the text comes above the form, and would push away what stands focused.
    await secretariat.page.getByText(/Der er ikke fundet noget, der ikke passer sammen|ting at se på/).waitFor();
    await keepOnly(secretariat, ['Handicaprådet i Greve Kommune']);
    await secretariat.act('button', 'Åbn høringen');
    await arrived(secretariat, /^Høring: /);
    round = idIn(secretariat.page.url(), 'hoering');
  });

  step('the council’s chair answers, looks it through, sends it and has a receipt', async () => {
    const chair = await person('handicapraad-formand-greve');
    await goTo(chair, '/', 'Mine opgaver');
    await chair.page.goto(`/aftaler/${agreement}/hoering/${round}`);
    await chair.act('link', 'Skriv jeres svar');
    await arrived(chair, /^Svar fra /);
    const before = chair.presses;
    await chair.act('link', `Svar 1 ${AREA}`);
    await arrived(chair, `1 ${AREA}`);
    await chair.reach('textbox', `Jeres svar til 1 ${AREA}`);
    await chair.type('Husk dem, der bor på landet.');
    await saved(chair.page);
    await chair.act('button', 'Klar, gå videre til Bemærkninger i øvrigt');
    await arrived(chair, 'Bemærkninger i øvrigt');
    await chair.act('button', 'Se svaret igennem');
    await arrived(chair, 'Se svaret igennem, før I sender det');
    await chair.page.getByText('Husk dem, der bor på landet.').waitFor();
    await chair.act('button', 'Send svaret');
    await arrived(chair, 'Svaret er modtaget');
    // With the page the link leads to and its one button, these are six pages.
    expect(chair.presses - before).toBeLessThanOrEqual(55);
  });

  step('the secretariat ends the collecting, answers the point and closes the round', async () => {
    await secretariat.page.reload();
    await secretariat.act('button', 'Afslut indsamlingen');
    await confirm(secretariat, 'Afslut indsamlingen');
    await goTo(secretariat, `/aftaler/${agreement}/behandling/${round}`, 'Behandling af høringssvar');
    await secretariat.reach('radio', /^Dem, der mangler svar/);
    await secretariat.act('button', /^Punkt 1 fra/);
    await secretariat.pick(/^imødekommet/i);
    await secretariat.write('Svar til rådet', 'Det har I ret i.');
    await secretariat.write('Begrundelse', 'De er mange.');
    await secretariat.act('button', 'Gem svaret');
    await secretariat.page.getByText('0 af 1 punkter mangler svar').waitFor();
    await secretariat.act('button', 'Luk høringsrunden');
    await confirm(secretariat, 'Luk høringsrunden');
    await secretariat.page.getByText('Runden er lukket. Alle punkter har fået svar.').waitFor();
  });

  step('and sends the text to decision', async () => {
    await goTo(secretariat, `/aftaler/${agreement}`, TITLE);
    await secretariat.act('button', 'Frys og send til beslutning');
    await confirm(secretariat, 'Frys og send til beslutning');
    await arrived(secretariat, 'Godkendelse');
  });

  step('two council secretaries record their decisions, and the agreement is concluded', async () => {
    await record('raadssekretaer-greve', 'Greve Kommune');
    await secretariat.page.getByText('1 af 2 har godkendt · ikke indgået').first().waitFor();
    await record('raadssekretaer-roskilde', 'Roskilde Kommune');
    await secretariat.page.getByText('Aftalen er indgået: alle har godkendt den samme tekst').waitFor();
  });

  step('nobody used a pointer', async () => {
    expect(troupe.complaints).toEqual([]);
    expect(await Promise.all(keyboards.map((keyboard) => keyboard.pointer()))).toEqual(keyboards.map(() => null));
    expect(() => secretariat.page.getByRole('main').click()).toThrow('not something a keyboard can do');
    expect(() => secretariat.page.mouse.click(1, 1)).toThrow('not something a keyboard can do');
  });
});

/** Keeps part of the program from the page until what this returns is called and the part has come. */
async function holdBack(page: Page, part: RegExp): Promise<() => Promise<void>> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((done) => (letGo = done));
  await page.route(part, async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    const come = page.waitForResponse((response) => part.test(response.url()) && response.ok());
    letGo();
    await (await come).finished();
  };
}

/** Presses the verb of the dialog that is open. */
async function confirm(keyboard: KeyboardOnly, verb: string): Promise<void> {
  const dialog = keyboard.page.getByRole('dialog');
  // What it rests on has come: until then the verb can be found but does nothing.
  await dialog.getByRole('button', { name: verb, disabled: false }).waitFor();
  await keyboard.act('button', verb);
  await dialog.waitFor({ state: 'hidden' });
}

async function record(persona: string, party: string): Promise<void> {
  const secretary = await person(persona);
  await goTo(secretary, `/aftaler/${agreement}/godkendelse`, 'Godkendelse');
  await secretary.act('link', new RegExp(`^Registrér ${party}`));
  await arrived(secretary, `Registrér beslutning for ${party}`);
  await secretary.writeDay(dayFromNow(0));
  await secretary.write('Punkt på dagsordenen', '4');
  await secretary.pick(/^godkendt$/i);
  await secretary.act('button', 'Registrér');
  await arrived(secretary, 'Godkendelse');
}

/** Goes through the boxes of a group and takes the tick from all but some. */
async function keepOnly(keyboard: KeyboardOnly, kept: readonly string[]): Promise<void> {
  await keyboard.page.getByRole('checkbox').first().waitFor();
  const boxes = await keyboard.page.getByRole('checkbox').count();
  for (let seen = 0; seen < boxes; seen += 1) {
    await keyboard.reach('checkbox', /./);
    const { name } = await keyboard.focused();
    if (!kept.includes(name)) await keyboard.press('Space');
  }
}

/** Everything in the fields and texts of the page. */
async function written(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main textarea, main input, main select, .e-editor')].map((element) =>
      'value' in element ? String(element.value) : element.innerText,
    ),
  );
}
