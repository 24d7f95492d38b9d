import type { Page } from 'playwright-core';
import { dayFromNow, writeDay } from '../acts/days';
import { answerPart, beginAnswer, openPart, sendAnswer } from '../acts/hearing';
import { linkIn } from '../acts/post';
import { prepareAgreement } from '../acts/preparing';
import { publish, release, takeOut } from '../acts/screening';
import { closeRound, endCollecting, treatPoint } from '../acts/treating';
import { openVersionRound } from '../acts/versions';
import { saved, textOf, writeEasyRead, writeProse } from '../acts/writing';
import { signIn } from '../program';
import { stage } from '../stage';
import { story } from '../steps';
import { Troupe } from '../troupe';

/* What surrounds an answer: what is read, more time, meetings, and what is made public of it. */

const TITLE = 'Rammeaftale til læsning';
const AREA = 'Rådgivning tæt på';
const COUNCIL = 'Handicaprådet i Greve Kommune';
const GENERAL = 'Bemærkninger i øvrigt';
/** Shaped as a CPR number, of a day there was; nobody's. */
const NUMBER = '010190-1234';
const NO_NUMBER = '020290-1234';

const on = stage();
const troupe = new Troupe(on);
const step = story(() => troupe.pages);

let secretariat: Page;
let chair: Page;
let agreement: string;
let round: string;

const hearing = (): string => `/aftaler/${agreement}/hoering/${round}`;

afterAll(() => troupe.leave());

describe('around a council’s answer', () => {
  step('a hearing is opened', async () => {
    const program = await signIn(on.server.url, 'sekretariat');
    const areas = [{ title: AREA, coordinators: ['municipality:0265'] }];
    const prepared = await prepareAgreement(program, { title: TITLE, areas });
    agreement = prepared.agreement;
    const tovholder = await troupe.person('tovholder-roskilde');
    await tovholder.goto(`/aftaler/${agreement}/afsnit/${prepared.areas[0]?.section}`);
    await writeProse(tovholder, 'Indledning', 'Der skal være rådgivning tæt på, hvor man bor.');
    await saved(tovholder);
    await writeEasyRead(tovholder, 'Man skal kunne få gode råd tæt på.');
    round = (await openVersionRound(program, agreement, dayFromNow(35))).round;
  });

  step('its pages are read without JavaScript, and fetched as PDF and Word', async () => {
    chair = await troupe.person('handicapraad-formand-greve');
    const reader = await troupe.withoutScripts(chair);
    await reader.goto(`/laes/${round}`);
    await reader
      .getByRole('link', { name: new RegExp(AREA) })
      .first()
      .click();
    await reader.getByText('Der skal være rådgivning tæt på, hvor man bor.').waitFor();
    await reader.getByText('Man skal kunne få gode råd tæt på.').waitFor();
    for (const [ending, begins] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK'],
    ] as const) {
      const fetched = await chair.request.get(`/laes/${round}/samlet.${ending}`);
      expect((await fetched.body()).subarray(0, begins.length).toString()).toBe(begins);
    }
  });

  step('the council says when it meets, and the overview warns where that is too late', async () => {
    await chair.goto(hearing());
    const meetings = chair.getByRole('region', { name: 'Jeres møder' });
    await meetings.getByRole('list').waitFor();
    const known = meetings.getByRole('button', { name: /^Fjern mødet / });
    for (const name of await known.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))) {
      await meetings.getByRole('button', { name }).click();
      await meetings.getByRole('button', { name }).waitFor({ state: 'detached' });
    }
    await writeDay(meetings, /^Mødedato/, dayFromNow(45));
    await meetings.getByRole('button', { name: 'Tilføj mødet' }).click();
    await chair.getByText(`${COUNCIL} mødes ikke, før fristen er gået.`).waitFor();
    secretariat = await troupe.person('sekretariat');
    await secretariat.goto(hearing());
    await secretariat.getByRole('link', { name: 'Overblik: hvem mangler at svare' }).click();
    await secretariat.getByText('Én mødes ikke, før fristen er gået').waitFor();
    const csv = secretariat.getByRole('link', { name: 'Hent tabellen som CSV' });
    const table = await secretariat.request.get((await csv.getAttribute('href')) ?? '');
    expect(await table.text()).toContain(COUNCIL);
  });

  step('it asks for more time, gets it, and is told so by mail', async () => {
    await chair.getByRole('button', { name: 'Bed om mere tid' }).click();
    const ask = chair.getByRole('dialog', { name: 'Bed om mere tid til at svare' });
    await writeDay(ask, /^Ny sidste dag/, dayFromNow(50));
    await ask.getByLabel('Hvorfor har I brug for mere tid?').fill('Rådet mødes først derefter.');
    await ask.getByRole('button', { name: 'Bed om mere tid' }).click();
    await chair.getByRole('main').getByText('Venter på svar').waitFor();
    await secretariat.goto(hearing());
    await secretariat.getByRole('button', { name: `Giv mere tid til ${COUNCIL}` }).click();
    const give = secretariat.getByRole('dialog', { name: 'Giv mere tid' });
    await give.getByLabel('Begrundelse').fill('Så kan rådet nå det.');
    await give.getByRole('button', { name: 'Giv mere tid' }).click();
    await secretariat.getByText(/^Forlænget til .+: Så kan rådet nå det\.$/).waitFor();
    const reader = await troupe.stranger();
    const subject = `Mere tid til at svare på »${TITLE}«`;
    expect(await linkIn(reader, { to: 'Inger-Lise Friis Dahlgaard', subject })).toContain('/log-ind/link/');
  });

  step('those who write a number that can be somebody’s are warned, and can send it', async () => {
    await beginAnswer(chair, { agreement, round });
    await answerPart(chair, AREA, `Sagen ${NO_NUMBER} viser, at der er langt til råd.`);
    await openPart(chair, GENERAL);
    await textOf(chair, GENERAL).fill(`Borgeren med nummer ${NUMBER} har ventet.`);
    await saved(chair);
    await chair.getByText('Her ser ud til at stå et CPR-nummer').waitFor();
    await chair.getByRole('link', { name: 'Gå til oversigten uden at gøre delen klar' }).click();
    await sendAnswer(chair, [NUMBER]);
  });

  step('nothing is published before two have seen what was found', async () => {
    await endCollecting(secretariat, { agreement, round });
    for (const excerpt of ['viser, at der er langt til råd', 'har ventet']) {
      await treatPoint(secretariat, excerpt, { outcome: 'Imødekommet', answer: 'Ja.', reason: 'Det er rigtigt.' });
    }
    await closeRound(secretariat, { agreement, round });
    await secretariat.goto(hearing());
    await secretariat.getByRole('link', { name: 'Gennemse og offentliggør' }).click();
    await secretariat.getByText('2 fund mangler at blive frigivet').waitFor();
    await secretariat.getByText(/^Svarene kan offentliggøres, når de 2 fund er frigivet/).waitFor();
    expect(await secretariat.getByRole('button', { name: 'Offentliggør svarene' }).count()).toBe(0);
  });

  step('one is taken out, the other released by two, and what is public holds no number', async () => {
    const slotOf = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`${name}, ${COUNCIL}$`) });
    await takeOut(slotOf(secretariat, GENERAL), 'CPR-nummer', 'det er en borgers');
    const second = await troupe.person('sekretariat-2');
    for (const page of [secretariat, second]) {
      await page.goto(`${hearing()}/offentliggoer`);
      await release(slotOf(page, AREA), 'CPR-nummer', 'det er en sags nummer');
    }
    await second.getByText('Frigivet af to personer', { exact: true }).waitFor();
    await publish(second);
    await second.getByRole('link', { name: 'Se den offentlige side' }).click();
    await second.getByText('det er en borgers').waitFor();
    const address = second.url();
    const anyone = await troupe.stranger();
    await anyone.goto(address);
    await anyone.getByText(NO_NUMBER).waitFor();
    expect(await anyone.content()).not.toContain(NUMBER);
    expect(troupe.complaints).toEqual([]);
  });
});
