import type { Page } from 'playwright-core';
import { dayFromNow, writeDay } from '../acts/days';
import { decideByProgram, recordDecision } from '../acts/deciding';
import { answerPart, beginAnswer, openHearing, sendAnswer } from '../acts/hearing';
import { addChapter, addCoordinator, addFocusArea, createAgreement, partOf } from '../acts/setting-up';
import { closeRound, endCollecting, treatPoint } from '../acts/treating';
import {
  addItem,
  holds,
  isStillThatPage,
  itemOf,
  markPage,
  notSaved,
  saved,
  textOf,
  titleOf,
  writeEasyRead,
  writeProse,
} from '../acts/writing';
import { signIn } from '../program';
import { stage } from '../stage';
import { story } from '../steps';
import { Troupe } from '../troupe';

/*
 * From nothing to an agreement that all eighteen have approved. Each step begins where the one before ended; it is one
 * long file so that it can be read from its beginning to its end.
 */

const AREA = 'Borgere med erhvervet hjerneskade';
const OTHER_AREA = 'Boliger til unge med autisme';
const TITLE = 'Rammeaftale for det specialiserede område';
/** Where the decision is recorded by a program; Holbæk, Greve and the region use the page. */
const BY_PROGRAM = [
  ...['koege', 'roskilde', 'solroed', 'odsherred', 'faxe', 'kalundborg', 'ringsted', 'slagelse', 'stevns'],
  ...['soroe', 'lejre', 'lolland', 'naestved', 'guldborgsund', 'vordingborg'],
];

const on = stage();
const troupe = new Troupe(on);
const step = story(() => troupe.pages);

let secretariat: Page;
/** Two tovholdere: the first coordinates for Roskilde, the second for Holbæk. */
let roskilde: Page;
let holbaek: Page;
let chair: Page;
let agreement: string;
let round: string;

async function goToAgreement(page: Page): Promise<void> {
  await page.goto(`/aftaler/${agreement}`);
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
}

async function openArea(page: Page): Promise<void> {
  await goToAgreement(page);
  await page.getByRole('link', { name: AREA }).click();
  await page.getByRole('heading', { level: 1, name: AREA }).waitFor();
  await textOf(page, 'Fokusområdets titel').waitFor();
  await markPage(page);
}

afterAll(() => troupe.leave());

describe('from a draft to an agreement', () => {
  step('the secretariat signs in from the list of people', async () => {
    secretariat = await troupe.stranger();
    await secretariat.goto('/');
    await secretariat.getByRole('heading', { level: 1, name: 'Log ind' }).waitFor();
    await secretariat.getByRole('button', { name: /^Birgitte Overgaard Lassen/ }).click();
    await secretariat.getByRole('heading', { level: 1, name: 'Mine opgaver' }).waitFor();
  });

  step('and makes an agreement from nothing, with two focus areas and two chapters', async () => {
    agreement = await createAgreement(secretariat, {
      title: TITLE,
      from: '2026-01-01',
      to: '2029-12-31',
      deadline: dayFromNow(120),
      writingUntil: dayFromNow(20),
    });
    const development = partOf(secretariat, 'Udviklingsstrategi');
    await addFocusArea(development, AREA, 'Roskilde Kommune');
    await addFocusArea(development, OTHER_AREA, 'Region Sjælland');
    await addChapter(development, 'Indledning');
    await addCoordinator(development, AREA, 'Holbæk Kommune');
    const steering = partOf(secretariat, 'Styringsaftale');
    await addChapter(steering, 'Tilbud, som aftalen omfatter', 'Tilbud, aftalen omfatter');
    await addChapter(steering, 'Prisstruktur', 'Prisstruktur');
    await secretariat.getByRole('heading', { name: 'Parter (18)' }).waitFor();
    await secretariat.getByRole('link', { name: 'Gå til aftalen' }).click();
    await secretariat.getByText(/0 af 2 fokusområder klar/).waitFor();
  });

  step('two tovholdere write in the same focus area and see each other and each other’s words', async () => {
    [roskilde, holbaek] = [await troupe.person('tovholder-roskilde'), await troupe.person('tovholder-holbaek')];
    await Promise.all([openArea(roskilde), openArea(holbaek)]);
    await roskilde.getByRole('listitem').filter({ hasText: 'Amira Haddad Sommer' }).waitFor();
    await holbaek.getByRole('listitem').filter({ hasText: 'Nikoline Damsgaard Rask' }).waitFor();

    await Promise.all([
      addItem(roskilde, 'mål', 'Alle får en plan inden 14 dage'),
      addItem(holbaek, 'handling', 'Kortlægge ventetider'),
    ]);
    await holds(titleOf(holbaek, 'Mål 1'), 'Alle får en plan inden 14 dage');
    await holds(titleOf(roskilde, 'Handling 1'), 'Kortlægge ventetider');

    await textOf(itemOf(holbaek, 'Mål 1'), 'Nået når').fill('Ni ud af ti har en plan i tide');
    await addItem(roskilde, 'tematik', 'Overgangen fra sygehus til kommune');
    await itemOf(roskilde, 'Mål 1').getByLabel('Ansvarlig').selectOption({ label: 'Roskilde Kommune' });
    await writeDay(itemOf(roskilde, 'Mål 1'), 'Senest', '2027-06-30');
    await writeProse(roskilde, 'Indledning', 'Hjerneskaden kommer uden varsel. ');
    await writeProse(holbaek, /^Mål 1: beskrivelse/, 'Planen er skrevet sammen med borgeren.');
    await roskilde.getByText('Planen er skrevet sammen med borgeren.').waitFor();
    await holbaek.getByText('Hjerneskaden kommer uden varsel.').waitFor();
    await saved(roskilde);
    await saved(holbaek);
  });

  step('the server is killed while they write; nothing that was said to be saved is lost', async () => {
    await titleOf(holbaek, 'Tematik 1').fill('Overgangen fra sygehus til hjem');
    await saved(holbaek);
    await on.server.kill();
    await textOf(itemOf(roskilde, 'Mål 1'), 'Nået når').fill('Ni ud af ti har en plan i tide, målt hvert år');
    await titleOf(holbaek, 'Handling 1').fill('Kortlægge ventetider i alle kommuner');
    await Promise.all([notSaved(roskilde), notSaved(holbaek)]);

    await on.server.restart();
    await saved(roskilde);
    await saved(holbaek);
    await holds(textOf(itemOf(holbaek, 'Mål 1'), 'Nået når'), 'Ni ud af ti har en plan i tide, målt hvert år');
    await holds(titleOf(roskilde, 'Handling 1'), 'Kortlægge ventetider i alle kommuner');
    await holds(titleOf(roskilde, 'Tematik 1'), 'Overgangen fra sygehus til hjem');
    expect([await isStillThatPage(roskilde), await isStillThatPage(holbaek)]).toEqual([true, true]);
  });

  step('both go on, and what they see is what a newcomer sees', async () => {
    await itemOf(holbaek, 'Handling 1').getByLabel('Ansvarlig part').selectOption({ label: 'Holbæk Kommune' });
    await writeDay(itemOf(holbaek, 'Handling 1'), 'Start', '2027-01-01');
    await writeDay(itemOf(holbaek, 'Handling 1'), 'Slut', '2027-12-31');
    await saved(holbaek);
    const newcomer = await troupe.person('tovholder-greve');
    await goToAgreement(newcomer);
    await newcomer.getByRole('link', { name: AREA }).click();
    for (const words of [
      'Hjerneskaden kommer uden varsel.',
      'Alle får en plan inden 14 dage',
      'Ni ud af ti har en plan i tide, målt hvert år',
      'Overgangen fra sygehus til hjem',
      'Kortlægge ventetider i alle kommuner',
    ]) {
      await newcomer.getByText(words).first().waitFor();
    }
  });

  step('the easy-read version is written, without which nothing is heard', async () => {
    await writeEasyRead(roskilde, 'Nogle får en skade i hjernen. De skal have hjælp.');
  });

  step('the secretariat freezes the text and opens a hearing of Greve about one focus area', async () => {
    await goToAgreement(secretariat);
    const councils = ['Handicaprådet i Greve Kommune'];
    round = await openHearing(secretariat, { councils, areas: [AREA], lastDay: dayFromNow(35) });
    await secretariat.getByText('0 af 1 har svaret').waitFor();
    for (const page of [roskilde, holbaek]) expect(await isStillThatPage(page)).toBe(true);
  });

  step('writing goes on meanwhile, and what is heard stays as it was', async () => {
    await titleOf(holbaek, 'Handling 1').fill('Kortlægge ventetider i alle kommuner og regionen');
    await saved(holbaek);
    await secretariat.reload();
    await secretariat.getByText('Kortlægge ventetider i alle kommuner').first().waitFor({ state: 'attached' });
    expect(await secretariat.getByText('Kortlægge ventetider i alle kommuner og regionen').count()).toBe(0);
  });

  step('the council writes its response together, looks it through, and the chair sends it', async () => {
    const member = await troupe.person('handicapraad-medlem-1-greve');
    chair = await troupe.person('handicapraad-formand-greve');
    await Promise.all([member, chair].map((page) => beginAnswer(page, { agreement, round })));
    await Promise.all([
      answerPart(chair, AREA, 'Planen skal kunne læses af borgeren selv.'),
      answerPart(member, 'Bemærkninger i øvrigt', 'Tak for en tekst, der er til at forstå.'),
    ]);
    const receipt = await sendAnswer(chair, [
      'Planen skal kunne læses af borgeren selv.',
      'Tak for en tekst, der er til at forstå.',
    ]);
    expect(receipt).toEqual({
      reference: expect.stringMatching(/\S{6,}/),
      sent: expect.stringMatching(/\d{4} kl\.\s\d\d\.\d\d/),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    // Whoever was writing along sees the receipt at once, and finds it again.
    await member.getByText(receipt.reference).first().waitFor();
    await member.reload();
    await member.getByText(receipt.reference).first().waitFor();
  });

  step('the collecting is ended and every point gets its answer', async () => {
    await secretariat.goto(`/aftaler/${agreement}/hoering/${round}`);
    await secretariat.getByText('1 af 1 har svaret').waitFor();
    await endCollecting(secretariat, { agreement, round });
    await roskilde.goto(`/aftaler/${agreement}/behandling/${round}`);
    await treatPoint(roskilde, 'Planen skal kunne læses af borgeren selv.', {
      outcome: 'Imødekommet',
      answer: 'Det har I ret i. Det skrives ind i målet.',
      reason: 'En plan, man ikke kan læse, er ikke ens egen.',
    });
    await secretariat.goto(`/aftaler/${agreement}/behandling/${round}`);
    await treatPoint(secretariat, 'Tak for en tekst, der er til at forstå.', {
      outcome: 'Taget til efterretning',
      answer: 'Tak for ordene.',
      reason: 'Der er ikke bedt om en ændring.',
    });
    await closeRound(secretariat, { agreement, round });
  });

  step('a tovholder writes what the council was promised, and the text is frozen for decision', async () => {
    await writeProse(holbaek, /^Mål 1: beskrivelse/, ' Borgeren kan selv læse den.');
    await saved(holbaek);
    expect(await isStillThatPage(holbaek)).toBe(true);
    await goToAgreement(secretariat);
    await secretariat.getByRole('button', { name: 'Frys og send til beslutning' }).click();
    await secretariat
      .getByRole('dialog', { name: 'Frys den endelige tekst og send den til beslutning' })
      .getByRole('button', { name: 'Frys og send til beslutning' })
      .click();
    await secretariat.getByRole('heading', { level: 1, name: 'Godkendelse' }).waitFor();
    await holbaek.getByRole('main').getByText('Teksten er sendt til beslutning og kan ikke ændres.').waitFor();
    await textOf(holbaek, 'Fokusområdets titel').waitFor({ state: 'detached' });
    await secretariat.getByText('Ingen af de 18 parter har godkendt endnu.').first().waitFor();
    await markPage(secretariat);
  });

  step('secretaries record their councils’ decisions on the page, and the board elsewhere follows', async () => {
    await decideOnPage('raadssekretaer-holbaek', 'Holbæk Kommune', 'Byrådet følger ventetiderne tæt.');
    await secretariat.getByText('1 af 18 har godkendt · ikke indgået').first().waitFor();
    await secretariat.getByText('Byrådet følger ventetiderne tæt.').waitFor();
    await decideOnPage('raadssekretaer-greve', 'Greve Kommune');
    await secretariat.getByText('2 af 18 har godkendt · ikke indgået').first().waitFor();
  });

  step('the server is killed among the decisions; those recorded stand, and the board goes on', async () => {
    const [before, after] = [BY_PROGRAM.slice(0, 7), BY_PROGRAM.slice(7)];
    for (const party of before) await decideOf(party);
    await on.server.kill();
    await on.server.restart();
    for (const party of after) await decideOf(party);
    await secretariat.getByText('17 af 18 har godkendt · ikke indgået').first().waitFor();
    await secretariat.getByText('Mangler: Region Sjælland.').first().waitFor();
    await goToAgreement(roskilde);
    await roskilde
      .getByText(/til beslutning/i)
      .first()
      .waitFor();
    expect(await roskilde.getByText(/indgået \d/).count()).toBe(0);
  });

  step('with the eighteenth the agreement is concluded, everywhere', async () => {
    await decideOnPage('raadssekretaer-region', 'Region Sjælland');
    await secretariat.getByText('Aftalen er indgået: alle har godkendt den samme tekst').waitFor();
    expect(await isStillThatPage(secretariat)).toBe(true);
    await roskilde
      .getByText(/indgået \d{1,2}\.\s\w+\s\d{4}/i)
      .first()
      .waitFor();
    await chair.goto('/aftaler');
    await chair
      .getByRole('row', { name: new RegExp(TITLE) })
      .getByText(/indgået|i kraft/i)
      .waitFor();
    await chair.goto(`/aftaler/${agreement}/historik`);
    await chair.getByText('Alle parter har godkendt samme tekst. Aftalen er indgået.').waitFor();
    expect(troupe.complaints).toEqual([]);
  });
});

async function decideOnPage(persona: string, party: string, remark?: string): Promise<void> {
  const page = await troupe.person(persona);
  const decision = { day: dayFromNow(0), item: '12', ...(remark === undefined ? {} : { remark }) };
  await recordDecision(page, `/aftaler/${agreement}/godkendelse`, party, decision);
}

async function decideOf(place: string): Promise<void> {
  const secretary = await signIn(on.server.url, `raadssekretaer-${place}`);
  await decideByProgram(secretary, agreement, { day: dayFromNow(0), item: '7' });
}
