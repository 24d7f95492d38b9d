import { putToDecision, reaffirm, reopenWriting } from '../acts/approving';
import { writeDay } from '../acts/days';
import { saved, writeProse } from '../acts/writing';
import { picture } from '../pages/judge';
import { firstOf, partiesOf } from './cast';
import { AREA } from './first-text';
import { rowOf, type ApprovalPlay } from './play';

/** What the second text says that the first did not. */
export const ADDED = 'Transporten er med i prisen.';

/** A new version, for which every approval so far has lapsed and is given again. */
export function tellSecondText(play: ApprovalPlay): void {
  const { step, cast, troupe } = play;

  step('the text is opened and changed, and the approvals so far lapse for all to see', async () => {
    const secretariat = await troupe.person(cast.secretariat);
    await reopenWriting(secretariat, play.agreement, `${cast.onCondition.name} siger kun ja, hvis transporten er med.`);
    const writer = await play.openArea(play.agreement, AREA);
    await writeProse(writer, 'Indledning', ` ${ADDED}`);
    await saved(writer);
    await putToDecision(secretariat, play.agreement);
    await secretariat
      .getByText(`Ingen af de ${partiesOf(cast).length} parter har godkendt endnu.`)
      .first()
      .waitFor();
    for (const { name } of firstOf(cast)) {
      await rowOf(secretariat, name).getByText('faldt bort med den tidligere tekst').first().waitFor();
    }
    await picture(secretariat, `godkendelse-faldt-bort-${cast.key}`);
  });

  step('who approved before sees what has changed since, and approves again in one step', async () => {
    const reader = await troupe.person(cast.rejects.secretary);
    await reader.goto(`${play.board}/${cast.rejects.id}/igen`);
    await reader.getByText(ADDED).first().waitFor();
    await picture(reader, `godkend-igen-${cast.key}`);
    for (const { name, secretary } of firstOf(cast)) {
      await reaffirm(await play.atDesk(secretary), play.board, name, { ...play.meeting('2'), changed: ADDED });
    }
  });
}

/** From the first of those who are left to the last, with whom it is agreed. */
export function tellUnanimity(play: ApprovalPlay): void {
  const { step, cast, troupe } = play;
  const all = partiesOf(cast).length;
  const [last] = cast.others.slice(-1);

  step('the others say yes, and until the last of them the board names who is missing', async () => {
    const secretariat = await troupe.person(cast.secretariat);
    await secretariat.goto(play.board);
    await play.approve([cast.onCondition, ...cast.others.slice(0, -1)]);
    await secretariat
      .getByText(`${all - 1} af ${all} har godkendt · ikke indgået`)
      .first()
      .waitFor();
    await secretariat.getByText(`Mangler: ${last?.name}.`).first().waitFor();
    const stranger = await troupe.stranger();
    expect((await stranger.goto(`/aftale/${play.agreement}`))?.status()).toBe(404);
    await picture(secretariat, `godkendelse-en-mangler-${cast.key}`);
  });

  step('with the last yes it is concluded', async () => {
    const secretariat = await troupe.person(cast.secretariat);
    await secretariat.goto(play.board);
    await play.approve(cast.others.slice(-1));
    await secretariat.getByText('Aftalen er indgået: alle har godkendt den samme tekst').waitFor();
    await secretariat.getByText(/frist \d/).waitFor({ state: 'detached' });
    await secretariat.getByText(`Alle ${all} har godkendt den samme tekst.`).first().waitFor();
    await picture(secretariat, `godkendelse-indgaaet-${cast.key}`);
  });
}

/** From the day it is concluded to the first day it is in force. */
export function tellInForce(play: ApprovalPlay): void {
  const { step, cast, troupe } = play;

  step('it is in force on its day, at an address that anybody can read', async () => {
    await play.untilInForce();
    const stranger = await troupe.stranger();
    await stranger.goto(`/aftale/${play.agreement}`);
    await stranger.getByRole('heading', { level: 1, name: cast.title }).waitFor();
    await stranger
      .getByText(/ · i kraft til /)
      .first()
      .waitFor();
    for (const { name } of partiesOf(cast)) await rowOf(stranger, name).getByText('godkendt').waitFor();
    await stranger.getByText(ADDED).first().waitFor();
    await picture(stranger, `aftale-${cast.key}`);
  });

  step('and the secretariat notes that the authority has got it', async () => {
    const secretariat = await troupe.person(cast.secretariat);
    await secretariat.goto(`/aftaler/${play.agreement}`);
    await secretariat
      .getByText(/· i kraft · /)
      .first()
      .waitFor();
    await secretariat.getByText('Registrér, at aftalen er sendt', { exact: true }).first().click();
    await writeDay(secretariat, /^Sendt den/, troupe.day());
    await secretariat.getByLabel('Modtager').fill('Social- og Boligstyrelsen');
    await secretariat.getByRole('button', { name: 'Registrér, at aftalen er sendt' }).click();
    await secretariat.getByText(/^Sendt til Social- og Boligstyrelsen/).waitFor();
  });
}
