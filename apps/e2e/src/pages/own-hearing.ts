import { dayFromNow } from '../acts/days';
import { signIn } from '../program';

/** A municipality's own hearing, before its council has written anything. */
export interface OwnHearing {
  readonly agreement: string;
  readonly round: string;
  /** Holbæk's answer in it. */
  readonly response: string;
}

const OPEN = `mutation Open($input: OpenRoundInput!) {
  openRound(input: $input) { refused { message } round { id } }
}`;
const MINE = 'query Mine($id: ID!) { round(id: $id) { myResponse { id } } }';

/** Holbæk hears its own council on a version. */
export async function openOwnHearing(
  url: string,
  { agreement, version }: { readonly agreement: string; readonly version: string },
): Promise<OwnHearing> {
  const municipality = await signIn(url, 'sagsbehandler-holbaek');
  const { openRound } = await municipality.ask<{
    openRound: { refused: { message: string } | null; round: { id: string } | null };
  }>(OPEN, {
    input: {
      ...{ agreement, version, owner: 'municipality:0316', invited: ['disability-council:0316'] },
      dueDate: dayFromNow(35),
    },
  });
  if (!openRound.round) throw new Error(`It was not opened: ${openRound.refused?.message}`);
  const round = openRound.round.id;
  const chair = await signIn(url, 'handicapraad-formand-holbaek');
  const mine = await chair.ask<{ round: { myResponse: { id: string } } }>(MINE, { id: round });
  return { agreement, round, response: mine.round.myResponse.id };
}
