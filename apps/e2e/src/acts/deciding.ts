import type { Page } from 'playwright-core';
import type { Program } from '../program';
import { writeDay } from './days';

/** What a council or a committee came to, as it is called on the page. */
export type Outcome =
  | 'Godkendt'
  | 'Godkendt med bemærkning'
  | 'Godkendt på betingelse'
  | 'Afvist'
  | 'Udsat'
  | 'Sendt tilbage'
  | 'Anbefalet'
  | 'Taget til efterretning'
  | 'Ikke anbefalet';

/** What a council has decided, as its secretary types it. */
export interface Decision {
  readonly day: string;
  readonly item: string;
  /** The page's own choice, a plain yes, unless said otherwise; with a remark alone a yes with it. */
  readonly outcome?: Outcome;
  /** Anything but a plain yes has a reason. */
  readonly remark?: string;
  /** When the matter comes back, where it was postponed. */
  readonly next?: string;
  /** The committee, by its name, where it was not the council. */
  readonly committee?: string;
  /** The step, by its name, where a body that belongs to no party takes several. */
  readonly step?: string;
  /** The page's own words unless said otherwise. */
  readonly wording?: string;
  /** What a minority wanted noted. */
  readonly minority?: string;
}

/**
 * Records a party's decision through the page, beginning and ending at the board; as well that of a body that belongs to
 * no party, by its name.
 */
export async function recordDecision(page: Page, board: string, party: string, decision: Decision): Promise<void> {
  await page.goto(board);
  const which = decision.step === undefined ? party : `${party}: ${decision.step}`;
  await page.getByRole('link', { name: `Registrér ${which}`, exact: true }).click();
  await fillInDecision(page, party, decision);
}

/**
 * Records what a party came to after what stands already, through the page: a condition that is lifted, a later meeting
 * after a no, or a matter that comes back. What stood is superseded, and the page says so.
 */
export async function followUpDecision(page: Page, board: string, party: string, decision: Decision): Promise<void> {
  await page.goto(board);
  await page.getByRole('link', { name: `Ret ${party}` }).click();
  await page.getByText(/træder i stedet, og begge kan ses/).waitFor();
  await fillInDecision(page, party, decision);
}

/** Records a decision at the page where that is done, which is open already, as by the link in a mail. */
export async function fillInDecision(page: Page, party: string, decision: Decision): Promise<void> {
  const { day, item, remark, next, committee, step, wording, minority } = decision;
  const outcome = decision.outcome ?? (remark === undefined ? undefined : 'Godkendt med bemærkning');
  await page.getByRole('heading', { level: 1, name: `Registrér beslutning for ${party}` }).waitFor();
  if (committee !== undefined) {
    await page.getByText('Det var et udvalg', { exact: true }).click();
    await page.getByRole('radio', { name: committee }).check();
  }
  if (step !== undefined) await page.getByText(`Det gælder trinnet »${step}«.`).waitFor();
  await writeDay(page, /^Mødedato/, day);
  await page.getByLabel('Punkt på dagsordenen').fill(item);
  if (outcome !== undefined) await page.getByRole('radio', { name: outcome, exact: true }).check();
  if (remark !== undefined) await page.getByRole('textbox', { name: labelOfRemark(outcome), exact: true }).fill(remark);
  if (next !== undefined) await writeDay(page, /^Næste møde/, next);
  if (wording !== undefined) await page.getByLabel('Ordlyd').fill(wording);
  if (minority !== undefined) {
    await page.getByText('Referat og mindretalsudtalelse', { exact: true }).click();
    await page.getByLabel('Mindretalsudtalelse').fill(minority);
  }
  await page.getByRole('button', { name: 'Registrér', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Godkendelse' }).waitFor();
}

/** What the field is called in which an outcome says why. */
function labelOfRemark(outcome: string | undefined): string {
  if (outcome === 'Godkendt med bemærkning') return 'Bemærkning';
  return outcome === 'Godkendt på betingelse' ? 'Betingelse' : 'Begrundelse';
}

const RECORD = `mutation Record($input: RecordDecisionInput!) {
  recordDecision(input: $input) { refused { code message } board { approvedCount isConcluded } }
}`;
const BOARD = `query Board($id: ID!) {
  agreement(id: $id) { board { version { hash } rows { party { id name } mayRecord recordPlaces { step role body { id } } } } }
}`;

interface BoardAnswer {
  readonly agreement: {
    readonly board: {
      readonly version: { readonly hash: string };
      readonly rows: readonly {
        readonly party: { readonly id: string; readonly name: string };
        readonly mayRecord: boolean;
        readonly recordPlaces: readonly {
          readonly step: string;
          readonly role: string;
          readonly body: { readonly id: string };
        }[];
      }[];
    };
  };
}

interface RecordAnswer {
  readonly recordDecision: {
    readonly refused: { readonly code: string; readonly message: string } | null;
    readonly board: { readonly approvedCount: number; readonly isConcluded: boolean } | null;
  };
}

/** How far the parties are after a decision. */
export interface Progress {
  readonly approvedCount: number;
  readonly isConcluded: boolean;
}

/** What is recorded past the page. */
export interface Recorded {
  /** By its id, where the program may record for several. */
  readonly party?: string;
  readonly day: string;
  readonly item: string;
  /** As the API calls it; a plain yes unless said otherwise, and anything else has a reason. */
  readonly outcome?: 'approved' | 'approvedOnCondition' | 'rejected' | 'referredBack';
  readonly reason?: string;
}

/** Records what a council decided, as the page would do it: of the one party whose secretary this is, or of one named. */
export async function decideByProgram(program: Program, agreement: string, decision: Recorded): Promise<Progress> {
  const { agreement: found } = await program.ask<BoardAnswer>(BOARD, { id: agreement });
  const own = found.board.rows.filter(
    ({ party, mayRecord }) => mayRecord && (decision.party === undefined || party.id === decision.party),
  );
  const [row] = own;
  if (row === undefined || own.length !== 1) throw new Error(`Records for ${own.length} parties, not for one`);
  const council = row.recordPlaces.find(({ role }) => role === 'decides');
  const { recordDecision: payload } = await program.ask<RecordAnswer>(RECORD, {
    input: {
      ...{ agreement, party: row.party.id, body: council?.body.id, step: council?.step },
      ...{ version: found.board.version.hash, meetingDate: decision.day, item: decision.item },
      ...{ outcome: decision.outcome ?? 'approved', reason: decision.reason ?? null },
      wording: 'Indstillingen blev godkendt.',
    },
  });
  if (payload.refused !== null || payload.board === null) {
    throw new Error(`${row.party.name}: ${payload.refused?.code} ${payload.refused?.message}`);
  }
  return payload.board;
}
