import { confirmDecision, putToDecision, standsStill } from '../acts/approving';
import { fillInDecision, followUpDecision, recordDecision, type Decision } from '../acts/deciding';
import { comeIn, linkIn } from '../acts/post';
import { addChapter, addFocusArea, createAgreement, partOf } from '../acts/setting-up';
import { addItem, saved, writeProse } from '../acts/writing';
import { picture } from '../pages/judge';
import { partiesOf, type PartyCast } from './cast';
import { DEADLINE, rowOf, type ApprovalPlay } from './play';

/** The focus area of the agreement. */
export const AREA = 'Borgere med erhvervet hjerneskade';
/** Longest a secretary may need from the mail's link to a recorded plain yes, in ms. */
const MINUTE = 60_000;

/** From nothing to a text that all parties have before them. */
export function tellFirstText(play: ApprovalPlay): void {
  const { step, cast, troupe } = play;

  step('the secretariat sets the agreement up on the chain of its region', async () => {
    const secretariat = await troupe.person(cast.secretariat);
    await secretariat.goto('/');
    const days = { from: cast.from, to: cast.to, deadline: DEADLINE, writingUntil: troupe.day(7) };
    play.agreement = await createAgreement(secretariat, { title: cast.title, chain: cast.chain, ...days });
    await addFocusArea(partOf(secretariat, 'Udviklingsstrategi'), AREA, cast.writer.party);
    await addChapter(partOf(secretariat, 'Styringsaftale'), 'Priser', 'Prisstruktur');
    await secretariat.getByRole('heading', { name: `Parter (${partiesOf(cast).length})` }).waitFor();
    await secretariat.goto(`/aftaler/${play.agreement}/forloeb`);
    await secretariat.getByText(cast.chain).first().waitFor();
    await picture(secretariat, `forloeb-${cast.key}`);
  });

  step('a tovholder writes, and the text is put to all parties', async () => {
    const writer = await play.openArea(play.agreement, AREA);
    await writeProse(writer, 'Indledning', 'Hjerneskaden kommer uden varsel.');
    await addItem(writer, 'mål', 'Alle får en plan inden 14 dage');
    await saved(writer);
    const secretariat = await troupe.person(cast.secretariat);
    await putToDecision(secretariat, play.agreement);
    await secretariat
      .getByText(`Ingen af de ${partiesOf(cast).length} parter har godkendt endnu.`)
      .first()
      .waitFor();
  });
}

/** Everybody who says something before the councils, and the first of these. */
export function tellAdvice(play: ApprovalPlay): void {
  const { step, cast, troupe } = play;

  step('those who are asked once for all say what they think', async () => {
    for (const { body, secretary, step: taken } of cast.shared) {
      const at = await play.atDesk(secretary);
      const said = taken === undefined ? play.meeting('2') : { ...play.meeting('2'), step: taken };
      await recordDecision(at, play.board, body, said);
      const row = rowOf(at, taken === undefined ? body : `${body}: ${taken}`);
      await row.getByText('anbefalet').first().waitFor();
    }
  });

  step('a committee advises, and from the mail to its council’s recorded yes it takes less than a minute', async () => {
    const { name, secretary, called, council, committee } = cast.advised;
    await recordDecision(await play.atDesk(secretary), play.board, name, { ...play.meeting('4'), committee });
    const subject = `${council} skal tage stilling til »${cast.title}«`;
    const link = await linkIn(await troupe.stranger(), { to: called, subject });
    const began = performance.now();
    const reader = await troupe.stranger();
    await comeIn(reader, link, `Registrér beslutning for ${name}`);
    await fillInDecision(reader, name, play.meeting('5'));
    expect(performance.now() - began).toBeLessThan(MINUTE);
    await reader
      .getByText(`1 af ${partiesOf(cast).length} har godkendt · ikke indgået`)
      .first()
      .waitFor();
  });

  step('the secretariat enters what minutes say, and the party confirms it with one press', async () => {
    const { name, secretary } = cast.entered;
    const secretariat = await troupe.person(cast.secretariat);
    await recordDecision(secretariat, play.board, name, play.meeting('11'));
    const waiting = rowOf(secretariat, name).getByText('venter på at blive bekræftet').first();
    await waiting.waitFor();
    await confirmDecision(await play.atDesk(secretary), play.board, name);
    await waiting.waitFor({ state: 'detached' });
    await secretariat
      .getByText(`2 af ${partiesOf(cast).length} har godkendt · ikke indgået`)
      .first()
      .waitFor();
  });
}

/** What councils say that is no plain yes, and what becomes of it at their next meetings. */
export function tellStandstill(play: ApprovalPlay): void {
  const { step, cast, troupe } = play;
  const { onCondition, rejects, refersBack, postpones, remarks } = cast;

  step('yes with a remark, yes on a condition, no, sent back, put off: the board says what now', async () => {
    const secretariat = await troupe.person(cast.secretariat);
    await secretariat.goto(play.board);
    for (const [party, said] of notPlain(play)) {
      await recordDecision(await play.atDesk(party.secretary), play.board, party.name, {
        ...play.meeting('9'),
        ...said,
      });
    }
    await standsStill(secretariat, onCondition.name, 'betingelsen løftes');
    await standsStill(secretariat, rejects.name, 'sagen tages op på et senere møde');
    await standsStill(secretariat, refersBack.name, 'teksten ændres og sendes ud som en ny version');
    await rowOf(secretariat, postpones.name).getByText('udsat').first().waitFor();
    await rowOf(secretariat, remarks.name).getByText('Byrådet følger ventetiderne.').waitFor();
    await picture(secretariat, `godkendelse-blokeret-${cast.key}`);
  });

  step('at a later meeting the no is lifted, and what was sent back or put off comes again', async () => {
    await troupe.letDaysPass(NEXT_MEETING);
    for (const { name, secretary } of [rejects, refersBack, postpones]) {
      const again = { ...play.meeting('15'), outcome: 'Godkendt' } as const;
      await followUpDecision(await play.atDesk(secretary), play.board, name, again);
    }
    const secretariat = await troupe.person(cast.secretariat);
    await secretariat.goto(play.board);
    await secretariat
      .getByText(`6 af ${partiesOf(cast).length} har godkendt · ikke indgået`)
      .first()
      .waitFor();
    await standsStill(secretariat, onCondition.name, 'betingelsen løftes');
  });
}

/** In how many days the councils meet again. */
const NEXT_MEETING = 14;

function notPlain({ cast, troupe }: ApprovalPlay): readonly (readonly [PartyCast, Partial<Decision>])[] {
  const onCondition = 'Kommunen siger ja, hvis transporten er med i prisen.';
  const ground = 'Byrådet vil se økonomien for sig, før det siger ja.';
  const minority = 'To medlemmer ville have sagt ja.';
  const taxes = 'Udvalget skal se på taksterne.';
  const next = troupe.day(NEXT_MEETING);
  return [
    [cast.remarks, { remark: 'Byrådet følger ventetiderne.' }],
    [cast.onCondition, { outcome: 'Godkendt på betingelse', remark: onCondition, wording: 'Godkendt på betingelse.' }],
    [cast.rejects, { outcome: 'Afvist', remark: ground, wording: 'Byrådet kan ikke godkende aftalen.', minority }],
    [cast.refersBack, { outcome: 'Sendt tilbage', remark: taxes, wording: 'Sagen sendes tilbage til udvalget.' }],
    [cast.postpones, { outcome: 'Udsat', remark: 'Sagen var ikke klar.', wording: 'Sagen udsættes.', next }],
  ];
}
