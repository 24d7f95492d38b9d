import { instantOf, localDateAt, type LocalDate } from '@enig/kernel';
import { command, type Told } from '../hearing/test-hearing';
import type { TestBrowser } from '../test-app';

/** For specs only: a decision as a browser sees it. */
export interface SeenDecision {
  readonly id: string;
  readonly outcome: string;
  readonly isOwn: boolean;
  readonly confirmedBy: string | null;
  readonly recordedBy: string;
  readonly capacity: string;
  readonly lapsed: boolean;
  readonly fellAway: boolean;
  readonly superseded: readonly { readonly id: string; readonly counted: boolean; readonly receiptUrl: string }[];
}

/** The board of an agreement. */
export interface SeenBoard {
  readonly sentence: string;
  readonly approvedCount: number;
  readonly partyCount: number;
  readonly isConcluded: boolean;
  readonly version: { readonly hash: string };
  readonly missing: readonly { readonly id: string; readonly name: string }[];
  readonly missingNames: readonly string[];
  readonly steps: readonly { readonly key: string; readonly role: string; readonly perParty: boolean }[];
  readonly shared: readonly {
    readonly step: string;
    readonly body: { readonly id: string; readonly name: string };
    readonly decision: SeenDecision | null;
    readonly isTold: boolean;
    readonly mayRecord: boolean;
  }[];
  readonly rows: readonly {
    readonly party: { readonly id: string };
    readonly standing: string;
    readonly decision: SeenDecision | null;
    readonly unconfirmed: SeenDecision | null;
    readonly cells: readonly {
      readonly step: string;
      readonly decision: SeenDecision | null;
      readonly unconfirmed: SeenDecision | null;
    }[];
    readonly mayRecord: boolean;
    readonly entersOnly: boolean;
    readonly mayConfirm: boolean;
    readonly toConfirm: SeenDecision | null;
    readonly recordPlaces: readonly { readonly step: string; readonly body: { readonly id: string } }[];
  }[];
}

/** Every field of a decision and of a board. */
export const DECISION =
  'id outcome isOwn confirmedBy confirmedAt recordedBy recordedAt capacity lapsed party { id } body { id } step version meetingDate item wording reason nextMeeting minutesLink supersedes fellAway superseded { id counted receiptUrl }';
export const BOARD = `agreement sentence approvedCount partyCount isConcluded version { hash number } missing { id name } missingNames steps { key name order role perParty ground }
  shared { step body { id name } decision { ${DECISION} } isTold mayRecord }
  rows { party { id name kind } standing decision { ${DECISION} } unconfirmed { ${DECISION} }
    cells { step decision { ${DECISION} } unconfirmed { ${DECISION} } } mayRecord entersOnly mayConfirm toConfirm { ${DECISION} } recordPlaces { step body { id name } } }`;

/** The board as the person sees it. */
export async function boardBy(browser: TestBrowser, agreement: string): Promise<SeenBoard> {
  const { data, errors } = await browser.gql<{ agreement: { board: SeenBoard } }>(
    `query ($id: ID!) { agreement(id: $id) { board { ${BOARD} } } }`,
    { id: agreement },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.agreement.board;
}

/** A plain yes of a party's council to the text that is put to it, as it is typed in. */
export async function yesOf(
  browser: TestBrowser,
  agreement: string,
  party: string,
  other: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const { version } = await boardBy(browser, agreement);
  return {
    ...{ agreement, party, body: councilOf(party), version: version.hash, outcome: 'approved' },
    ...{ meetingDate: today(), item: '14', wording: 'Godkendt.', ...other },
  };
}

/** Records a decision. */
export async function record(browser: TestBrowser, input: Record<string, unknown>): Promise<Told> {
  return command(browser, 'recordDecision', input, `decision { ${DECISION} } board { ${BOARD} }`);
}

/** The day in Copenhagen; a text that has just been frozen is decided on no sooner (AP-17). */
export function today(): LocalDate {
  return localDateAt(instantOf(new Date()));
}

function councilOf(party: string): string {
  return party.replace('municipality:', 'municipal-council:').replace('region:', 'regional-council:');
}
