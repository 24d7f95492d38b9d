import { putToDecision } from '../acts/approving';
import { createAddendum } from '../acts/supplementing';
import { rewriteProse, saved } from '../acts/writing';
import { picture } from '../pages/judge';
import { partiesOf } from './cast';
import { AREA } from './first-text';
import { ADDED } from './second-text';
import { boardOf, type ApprovalPlay } from './play';

const TITLE = 'Allonge om transport';
/** What the focus area says from then on, in the place of what it said. */
const AMENDED = 'Transporten betales af bopælskommunen.';

/** A change of what is in force: all decide it too, and what holds then is one text. */
export function tellAddendum(play: ApprovalPlay): void {
  const { step, cast, troupe } = play;
  const all = partiesOf(cast).length;

  step('an addendum is begun on the agreement and changes one section of it', async () => {
    const secretariat = await troupe.person(cast.secretariat);
    play.addendum = await createAddendum(secretariat, play.agreement, {
      ...{ title: TITLE, from: troupe.day(), to: cast.to, deadline: troupe.day(30), changes: [AREA] },
    });
    await secretariat.getByRole('link', { name: `${AREA}: ændres` }).waitFor();
    const writer = await play.openArea(play.addendum, AREA);
    await rewriteProse(writer, 'Indledning', AMENDED);
    await saved(writer);
  });

  step('it is put to the same parties, who all say yes', async () => {
    const secretariat = await troupe.person(cast.secretariat);
    await putToDecision(secretariat, play.addendum);
    await secretariat.getByText(`Ingen af de ${all} parter har godkendt endnu.`).first().waitFor();
    const parties = partiesOf(cast);
    await play.approve(parties.slice(0, -1), play.addendum);
    await secretariat
      .getByText(`${all - 1} af ${all} har godkendt · ikke indgået`)
      .first()
      .waitFor();
    const stranger = await troupe.stranger();
    await stranger.goto(`/aftale/${play.agreement}/samlet`); // nothing has changed it yet
    expect(new URL(stranger.url()).pathname).toBe(`/aftale/${play.agreement}`);
    await play.approve(parties.slice(-1), play.addendum);
    await secretariat.getByText('Aftalen er indgået: alle har godkendt den samme tekst').waitFor();
    expect(secretariat.url()).toContain(boardOf(play.addendum));
  });

  step('anybody can read the text that holds now, and what changed it', async () => {
    const stranger = await troupe.stranger();
    await stranger.goto(`/aftale/${play.agreement}`);
    await stranger.getByText(ADDED).first().waitFor();
    await stranger.getByRole('link', { name: 'Teksten, som den gælder nu, med alle ændringer' }).click();
    await stranger.getByRole('heading', { level: 1, name: cast.title }).waitFor();
    await stranger.getByText(AMENDED).waitFor();
    await stranger.getByRole('link', { name: new RegExp(`^Ændret ved ${TITLE}`) }).waitFor();
    expect(await stranger.getByText(ADDED).count()).toBe(0);
    await picture(stranger, `samlet-${cast.key}`);
    expect(troupe.complaints).toEqual([]);
  });
}
