import type { Page } from 'playwright-core';
import type { Program } from '../program';
import { writeDay } from './days';

/** What a council has decided, as its secretary types it. */
export interface Decision {
  readonly day: string;
  readonly item: string;
  /** Anything but a plain yes has a reason. */
  readonly remark?: string;
}

/** Records a party's decision through the page, beginning and ending at the board. */
export async function recordDecision(page: Page, board: string, party: string, decision: Decision): Promise<void> {
  await page.goto(board);
  await page.getByRole('link', { name: `Registrér ${party}` }).click();
  await page.getByRole('heading', { level: 1, name: `Registrér beslutning for ${party}` }).waitFor();
  await writeDay(page, /^Mødedato/, decision.day);
  await page.getByLabel('Punkt på dagsordenen').fill(decision.item);
  if (decision.remark === undefined) {
    await page.getByRole('radio', { name: /^godkendt$/i }).check();
  } else {
    await page.getByRole('radio', { name: 'godkendt med bemærkning' }).check();
    await page.getByLabel('Bemærkning eller begrundelse').fill(decision.remark);
  }
  await page.getByRole('button', { name: 'Registrér', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Godkendelse' }).waitFor();
}

const RECORD = `mutation Record($input: RecordDecisionInput!) {
  recordDecision(input: $input) { refused { code message } board { approvedCount isConcluded } }
}`;
const BOARD = `query Board($id: ID!) {
  agreement(id: $id) { board { version { hash } rows { party { id name } mayRecord recordBodies { id kind } } } }
}`;

interface BoardAnswer {
  readonly agreement: {
    readonly board: {
      readonly version: { readonly hash: string };
      readonly rows: readonly {
        readonly party: { readonly id: string; readonly name: string };
        readonly mayRecord: boolean;
        readonly recordBodies: readonly { readonly id: string; readonly kind: string }[];
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

/** Records a plain yes of the one party whose secretary this is, as the page would do it. */
export async function decideByProgram(secretary: Program, agreement: string, decision: Decision): Promise<Progress> {
  const { agreement: found } = await secretary.ask<BoardAnswer>(BOARD, { id: agreement });
  const own = found.board.rows.filter(({ mayRecord }) => mayRecord);
  const [row] = own;
  if (row === undefined || own.length !== 1) throw new Error(`Records for ${own.length} parties, not for one`);
  const council = row.recordBodies.find(({ kind }) => kind === 'municipalCouncil' || kind === 'regionalCouncil');
  const { recordDecision: payload } = await secretary.ask<RecordAnswer>(RECORD, {
    input: {
      ...{ agreement, party: row.party.id, body: council?.id, version: found.board.version.hash },
      ...{ outcome: 'approved', meetingDate: decision.day, item: decision.item },
      wording: 'Indstillingen blev godkendt.',
    },
  });
  if (payload.refused !== null || payload.board === null) {
    throw new Error(`${row.party.name}: ${payload.refused?.code} ${payload.refused?.message}`);
  }
  return payload.board;
}
