import { extractRawText } from 'mammoth';
import type { Page } from 'playwright-core';
import { dayFromNow } from '../acts/days';
import { passDeadline } from '../acts/deadline';
import {
  answerByFile,
  answerPart,
  beginAnswer,
  commentOn,
  doIt,
  lookThrough,
  noRemarksOn,
  openHearing,
  rewritePart,
  send,
  sendAnswer,
} from '../acts/hearing';
import { fetchPaper, printedPdf } from '../acts/papers';
import { comeIn, enclosedIn, linkIn, scanMail } from '../acts/post';
import { prepareAgreement } from '../acts/preparing';
import { idIn } from '../acts/setting-up';
import { closeRound, endCollecting, treatPoint, treatTogether, type Answered } from '../acts/treating';
import { openVersionRound } from '../acts/versions';
import { addItem, rewriteProse, saved, writeEasyRead, writeProse } from '../acts/writing';
import { pagesSeen } from '../browser';
import { KeyboardOnly } from '../keyboard';
import { signIn, type Program } from '../program';
import { stage } from '../stage';
import { story } from '../steps';
import { Troupe } from '../troupe';

/* A handicapråd is heard, each in its own way, and can see that it was. */

const TITLE = 'Rammeaftale til høring';
const AREA = 'Hjælp i hverdagen';
const GENERAL = 'Bemærkninger i øvrigt';
const SENTENCE = 'Ingen skal vente på hjælp.';
const PARTIES = ['0253', '0259', '0265', '0269', '0316'].map((code) => `municipality:${code}`);
const COUNCILS = ['Greve', 'Roskilde', 'Solrød', 'Køge'].map((place) => `Handicaprådet i ${place} Kommune`);
/** In the order of the councils, and Holbæk's, which its own municipality hears. */
const CHAIRS = [
  'Inger-Lise Friis Dahlgaard',
  'Villy Ravnsborg Kold',
  'Aase Krogsgaard Niebuhr',
  'Kirsten Bjerrum Lund',
  'Bodil Hjortshøj',
] as const;
const CHANGE = 'Det gælder også dem, der bor alene.';
const HEARD = new RegExp(`^Handicaprådet i .+ høres om »${TITLE}«$`);
const RECEIVED = new RegExp(`^Kvittering .+: svaret på »${TITLE}« er modtaget$`);
const USED = 'Sådan blev jeres svar brugt';
const COORDINATOR = 'Nikoline Damsgaard Rask';
const THANKS: Answered = { outcome: 'Taget til efterretning', answer: 'Tak for ordene.', reason: 'Intet skal ændres.' };

const on = stage();
const troupe = new Troupe(on);
const step = story(() => troupe.pages);

let program: Program;
let secretariat: Page;
let tovholder: Page;
let caseOfficer: Page;
let agreement: string;
let section: string;
let round: string;
let ownRound: string;

const areaAt = (): string => `/aftaler/${agreement}/afsnit/${section}`;

async function council(place: string, role = 'formand'): Promise<Page> {
  return troupe.person(`handicapraad-${role}-${place}`);
}

afterAll(() => troupe.leave());

describe('a hearing, from what is written to what became of the answers', () => {
  step('a tovholder writes, also in easy words', async () => {
    program = await signIn(on.server.url, 'sekretariat');
    const areas = [{ title: AREA, coordinators: ['municipality:0265'] }];
    const prepared = await prepareAgreement(program, { title: TITLE, areas, parties: PARTIES });
    agreement = prepared.agreement;
    section = prepared.areas[0]?.section ?? '';
    tovholder = await troupe.person('tovholder-roskilde');
    await tovholder.goto(areaAt());
    await writeProse(tovholder, 'Indledning', `Aftalen har fem fokusområder. ${SENTENCE}`);
    await addItem(tovholder, 'mål', 'Hjælpen er der samme dag');
    await saved(tovholder);
    await writeEasyRead(tovholder, 'Man skal have hjælp med det samme.');
  });

  step('the secretariat is told what does not fit, and where, and opens the hearing', async () => {
    secretariat = await troupe.person('sekretariat');
    await secretariat.goto(`/aftaler/${agreement}/ny-hoering`);
    const findings = secretariat.getByRole('region', { name: 'Det, der ikke passer sammen i teksten' });
    await findings.getByText('Der står »fem fokusområder«').waitFor();
    await findings.getByRole('link', { name: 'Gå til stedet: fem fokusområder' }).click();
    await secretariat.getByRole('heading', { level: 1, name: AREA }).waitFor();
    await secretariat.goto(`/aftaler/${agreement}`);
    round = await openHearing(secretariat, { councils: COUNCILS, areas: [AREA], lastDay: dayFromNow(35) });
  });

  step('a chair goes from the mail’s link to the receipt by keyboard: seven pages and sixty keys', async () => {
    const reader = await troupe.stranger();
    const link = await linkIn(reader, { to: CHAIRS[0], subject: HEARD });
    await scanMail(link);
    const chair = await KeyboardOnly.of(await troupe.stranger());
    const pages = pagesSeen(chair.page);
    await chair.page.goto(link);
    await chair.act('button', `Log ind som ${CHAIRS[0]}`);
    await arrived(chair, new RegExp(TITLE));
    await chair.act('link', 'Skriv jeres svar');
    await arrived(chair, /^Svar fra Handicaprådet i Greve/);
    await chair.act('link', `Svar 1 ${AREA}`);
    await arrived(chair, `1 ${AREA}`);
    await chair.reach('textbox', `Jeres svar til 1 ${AREA}`);
    await chair.type('Husk dem, der bor alene.');
    await saved(chair.page);
    await chair.act('button', `Klar, gå videre til ${GENERAL}`);
    await arrived(chair, GENERAL);
    await chair.reach('textbox', GENERAL);
    await chair.type('Tak for de letlæste ord.');
    await saved(chair.page);
    await chair.act('button', 'Klar, se svaret igennem');
    await chair.page.getByText('Husk dem, der bor alene.').waitFor();
    await chair.act('button', 'Send svaret');
    await arrived(chair, 'Svaret er modtaget');
    expect(pages.length).toBeLessThanOrEqual(7);
    expect(chair.presses).toBeLessThanOrEqual(60);
    expect(await chair.pointer()).toBeNull();
    await linkIn(reader, { to: CHAIRS[0], subject: RECEIVED });
    const receipt = await enclosedIn(reader);
    expect(receipt.name).toMatch(/^Kvittering .+\.pdf$/);
    expect(receipt.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  step('what was sent stands while it is corrected, and what is sent then takes its place', async () => {
    const chair = await council('greve');
    await chair.goto(`/aftaler/${agreement}/hoering/${round}`);
    await chair.getByRole('link', { name: 'Se jeres svar' }).click();
    const sent = await chair.getByText(/^Kvitteringsnummer: /).innerText();
    await chair.getByRole('button', { name: 'Ret svaret' }).click();
    await doIt(chair, 'Ret det, I har sendt', 'Ret svaret');
    await chair.getByText('I retter et svar, der er sendt').waitFor();
    await rewritePart(chair, GENERAL, 'Tak for de letlæste ord og for mødet.');
    await lookThrough(chair, ['Tak for de letlæste ord og for mødet.']);
    await chair.getByRole('button', { name: 'Send det rettede svar' }).click();
    await chair.getByRole('heading', { level: 1, name: 'Svaret er modtaget' }).waitFor();
    const replaced = sent.replace('Kvitteringsnummer: ', '');
    await chair.getByText(`i stedet for svaret med kvitteringsnummer ${replaced}`).waitFor();
  });

  step('another council comments on a sentence and answers with a document', async () => {
    const chair = await council('roskilde');
    await beginAnswer(chair, { agreement, round });
    await commentOn(chair, AREA, { sentence: SENTENCE, words: 'Heller ikke i ferien.' });
    const bytes = await printedPdf(on.browser, 'Vi beder om flere aftentimer.');
    await answerByFile(chair, GENERAL, { name: 'svar-fra-roskilde.pdf', bytes });
    await sendAnswer(chair, ['Heller ikke i ferien.', 'svar-fra-roskilde.pdf']);
  });

  step('a third has no remarks', async () => {
    const chair = await council('solroed');
    await beginAnswer(chair, { agreement, round });
    for (const part of [AREA, GENERAL]) await noRemarksOn(chair, part);
    await sendAnswer(chair, []);
  });

  step('a fourth is late: the deadline passes while the answer is looked through', async () => {
    const chair = await council('koege');
    await beginAnswer(chair, { agreement, round });
    await answerPart(chair, AREA, 'Husk dem, der bor langt væk.');
    await lookThrough(chair, ['Husk dem, der bor langt væk.']);
    passDeadline(on.server.dataDir, round);
    await chair.getByRole('button', { name: 'Send svaret' }).click();
    await chair.getByText('Svaret kom efter fristen. Det er gemt og mærket som for sent').waitFor();
  });

  step('a fifth is heard by its own municipality, and two members who send at once get one receipt', async () => {
    caseOfficer = await troupe.person('sagsbehandler-holbaek');
    await caseOfficer.goto(`/aftaler/${agreement}/ny-hoering`);
    await caseOfficer.getByRole('button', { name: 'Åbn høringen' }).click();
    await caseOfficer.getByRole('heading', { level: 1, name: `Høring: ${TITLE}` }).waitFor();
    ownRound = idIn(caseOfficer.url(), 'hoering');
    const members = [await council('holbaek'), await council('holbaek', 'naestformand')];
    for (const member of members) await beginAnswer(member, { agreement, round: ownRound });
    for (const chair of members.slice(0, 1)) await answerPart(chair, AREA, 'Her går bussen sjældent.');
    for (const member of members) await lookThrough(member, ['Her går bussen sjældent.']);
    const receipts = await Promise.all(members.map(send));
    expect(receipts[1]).toEqual(receipts[0]);
    const history = await (
      await signIn(on.server.url, 'handicapraad-formand-holbaek')
    ).ask<{
      round: { myResponse: { history: readonly { reference: string }[] } };
    }>('query Sent($id: ID!) { round(id: $id) { myResponse { history { reference } } } }', { id: ownRound });
    expect(history.round.myResponse.history.map(({ reference }) => reference)).toEqual([receipts[0]?.reference]);
  });

  step(
    'the collecting ends and every point is answered, two of them with the same words and the same change',
    async () => {
      await tovholder.goto(areaAt());
      await writeProse(tovholder, /^Mål 1: beskrivelse/, CHANGE);
      await saved(tovholder);
      await endCollecting(secretariat, { agreement, round });
      await treatTogether(secretariat, ['Husk dem, der bor alene.', 'Husk dem, der bor langt væk.'], {
        outcome: 'Imødekommet',
        answer: 'Det har I begge ret i.',
        reason: 'Hjælpen er for alle.',
        changedIn: `1 ${AREA}`,
      });
      for (const excerpt of ['Vi beder om flere aftentimer.', 'Tak for de letlæste ord og for mødet.']) {
        await treatPoint(secretariat, excerpt, THANKS);
      }
    },
  );

  step('a tovholder comes from the mail that says what waits, and answers it', async () => {
    const mine = await troupe.stranger();
    const link = await linkIn(mine, { to: COORDINATOR, subject: `Høringssvar til »${TITLE}« venter på dig` });
    await comeIn(mine, link, 'Behandling af høringssvar');
    await treatPoint(mine, 'Heller ikke i ferien.', THANKS);
  });

  step('the memo is made and fetched as PDF and as Word', async () => {
    await secretariat.goto(`/aftaler/${agreement}/behandling/${round}`);
    await secretariat.getByRole('link', { name: 'Se høringsnotatet' }).click();
    await secretariat.getByText('Det har I begge ret i.').first().waitFor();
    const pdf = await fetchPaper(secretariat, 'PDF');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const word = await fetchPaper(secretariat, 'Word');
    expect(pdf.bytes.length).toBeGreaterThan(5_000);
    const { value: said } = await extractRawText({ buffer: word.bytes });
    const facts = ['35 dage', ...COUNCILS, 'for sent', AREA, 'Det har I begge ret i.', 'Hjælpen er for alle.', CHANGE];
    expect(facts.filter((fact) => !said.includes(fact))).toEqual([]);
  });

  step('the municipality treats its own answers, and both rounds are closed', async () => {
    await endCollecting(caseOfficer, { agreement, round: ownRound });
    await treatPoint(caseOfficer, 'Her går bussen sjældent.', THANKS);
    await closeRound(caseOfficer, { agreement, round: ownRound });
    await closeRound(secretariat, { agreement, round });
  });

  step('each council comes from its mail to its own page, and sees what became of its answer', async () => {
    const told = [
      ['Det har I begge ret i.', CHANGE],
      ['Heller ikke i ferien.', 'Tak for ordene.'],
      ['I havde ingen bemærkninger'],
      ['Det har I begge ret i.', CHANGE],
      ['Her går bussen sjældent.', 'Tak for ordene.'],
    ];
    for (const [index, to] of CHAIRS.entries()) {
      const member = await troupe.stranger();
      await comeIn(member, await linkIn(member, { to, subject: `Sådan blev jeres svar på »${TITLE}« brugt` }), USED);
      // A browser draws the parts of a paper as one comes to them.
      for (const words of told[index] ?? []) await member.getByText(words).first().waitFor({ state: 'attached' });
      // What was not changed is not among the changes.
      expect(await member.getByText('Indledning').count()).toBe(0);
    }
  });

  step('two versions later the comment still stands, at the sentence as it is now', async () => {
    await rewriteProse(tovholder, 'Indledning', 'Aftalen har ét fokusområde. Ingen skal vente længe på hjælp.');
    await saved(tovholder);
    await openVersionRound(program, agreement, dayFromNow(40));
    await rewriteProse(tovholder, /^Mål 1: beskrivelse/, 'Også i ferien.');
    await saved(tovholder);
    const { hash, number } = await openVersionRound(program, agreement, dayFromNow(40));
    expect(number).toBe(3);
    await secretariat.goto(`/versioner/${hash}`);
    const comments = secretariat.getByRole('region', { name: 'Kommentarer fra høringer' });
    const comment = comments.getByRole('article').filter({ hasText: 'Heller ikke i ferien.' });
    await comment.getByText('Handicaprådet i Roskilde Kommune, på version 1').waitFor();
    await comment.getByText('Ændret').waitFor();
    await comment.getByText('Ingen skal vente længe på hjælp.').waitFor();
    expect(troupe.complaints).toEqual([]);
  });
});

describe('an answer to a whole agreement', () => {
  step('takes no more pages and keys where there are five focus areas, and one of them is answered', async () => {
    const reader = await troupe.stranger();
    const link = await linkIn(reader, { to: 'Elsebeth Ramskov', subject: /\(i høring\)«$/ });
    const chair = await KeyboardOnly.of(await troupe.stranger());
    const pages = pagesSeen(chair.page);
    await chair.page.goto(link);
    await chair.act('button', /^Log ind som /);
    await arrived(chair, /\(i høring\)/);
    await chair.act('link', 'Skriv jeres svar');
    await arrived(chair, /^Svar fra Handicaprådet i Næstved/);
    await chair.act('link', /^Svar 2 /);
    await arrived(chair, /^2 /);
    await chair.reach('textbox', /^Jeres svar til 2 /);
    await chair.type('Husk dem, der bor langt væk.');
    await saved(chair.page);
    await chair.act('link', 'Gå til oversigten uden at gøre delen klar');
    await arrived(chair, /^Svar fra Handicaprådet i Næstved/);
    await chair.act('link', 'Se svaret igennem');
    await chair.page.getByText('Husk dem, der bor langt væk.').waitFor();
    await chair.act('button', 'Send svaret');
    await arrived(chair, 'Svaret er modtaget');
    expect(pages.length).toBeLessThanOrEqual(7);
    expect(chair.presses).toBeLessThanOrEqual(60);
  });
});

async function arrived(keyboard: KeyboardOnly, heading: string | RegExp): Promise<void> {
  await keyboard.page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
