import type { AgreementFacts } from '@enig/agreement';
import {
  holdsUpTheAgreement,
  isStillCollecting,
  responseState,
  type HearingResponse,
  type ResponseState,
  type SubmissionId,
} from '@enig/hearing';
import type { ResponseId, TextId } from '@enig/kernel';
import { In, type EntityManager } from 'typeorm';
import type { Change } from './agreement-change';
import { roundPoints, type RoundPoints } from './point-views';
import { roundParts, type RoundParts } from './round-parts';
import { TextSchema, type TextRow } from './texts';
import {
  HearingRoundSchema,
  ResponseSchema,
  SubmissionSchema,
  WithdrawalSchema,
  type HearingRoundRow,
  type ResponseRow,
  type SubmissionRow,
  type WithdrawalRow,
} from './hearings';

/** One sending of a response, without what it says. */
export interface SubmissionView {
  readonly row: Omit<SubmissionRow, 'content'>;
  readonly withdrawal: WithdrawalRow | null;
  /** The reference of what stood until this replaced it; null where nothing did. */
  readonly replaces: string | null;
}

/** A council's answer as far as it has come. */
export interface ResponseView {
  readonly row: ResponseRow;
  readonly text: TextRow;
  /** Oldest first. */
  readonly submissions: readonly SubmissionView[];
  /** The one that counts; null while none does. */
  readonly standing: SubmissionView | null;
  readonly state: ResponseState;
  /** Whether a document was put with it, also one that was taken out again; not which, nor how many (HE-31). */
  readonly hasDocument: boolean;
  /** The same as the rules of libs/hearing read it. */
  readonly facts: HearingResponse;
}

/** A hearing round with everything that came of it. */
export interface RoundView extends RoundParts, RoundPoints {
  readonly row: HearingRoundRow;
  readonly responses: readonly ResponseView[];
}

/**
 * Rounds with everything that came of them, in the order given.
 *
 * @param only the responses that are read, with their points; left out: all of them.
 */
export async function roundViews(
  manager: EntityManager,
  rows: readonly HearingRoundRow[],
  only?: readonly ResponseId[],
): Promise<RoundView[]> {
  if (rows.length === 0) return [];
  const partsOf = await roundParts(manager, rows);
  const responses = await responseViews(manager, rows, only);
  const pointsOf = await roundPoints(
    manager,
    rows.map(({ id }) => id),
    responses,
  );
  return rows.map((row) => {
    const own = responses.filter((response) => response.row.round === row.id);
    return { row, ...partsOf(row), responses: own, ...pointsOf(row.id) };
  });
}

/** What the agreement's rules ask of the rounds about its text (HE-22), and how many of these have not ended. */
export async function hearingFacts({
  manager,
  view,
  now,
}: Pick<Change, 'manager' | 'view' | 'now'>): Promise<
  Pick<AgreementFacts, 'openRounds' | 'collecting'> & { stillOpen: number }
> {
  const rows = await manager.find(HearingRoundSchema, { where: { agreement: view.row.id } });
  const partsOf = await roundParts(manager, rows);
  const open = rows
    .map((row) => ({ row, round: partsOf(row).round }))
    .filter(({ round }) => holdsUpTheAgreement(round) && round.state !== 'closed');
  const collecting = open.filter(({ round }) => round.state === 'collecting');
  // Who has answered is asked of those alone that somebody may still answer.
  const responses = await responseViews(
    manager,
    collecting.map(({ row }) => row),
  );
  const waits = collecting.filter(({ row, round }) => {
    const own = responses.filter((response) => response.row.round === row.id);
    return isStillCollecting(
      round,
      own.map(({ facts }) => facts),
      now,
    );
  });
  return { openRounds: open.length, collecting: waits.length, stillOpen: collecting.length };
}

async function responseViews(
  manager: EntityManager,
  rounds: readonly HearingRoundRow[],
  only?: readonly ResponseId[],
): Promise<ResponseView[]> {
  const round = In(rounds.map(({ id }) => id));
  const rows = await manager.find(ResponseSchema, { where: only ? { round, id: In([...only]) } : { round } });
  if (rows.length === 0) return [];
  const texts = await manager.find(TextSchema, { where: { id: In(rows.map(({ text }) => text)) } });
  const response = In(rows.map(({ id }) => id));
  const submissions = await manager.find(SubmissionSchema, { where: { response } });
  const withdrawals = await withdrawalsOf(
    manager,
    submissions.map(({ id }) => id),
  );
  const documented = await withDocuments(manager, rows);
  const textOf = byId(texts);
  return [...rows].sort(byBody).map((row) => {
    const own = inSuccession(submissions.filter((submission) => submission.response === row.id));
    const views = own.map((submission, index) => {
      const before = own[index - 1];
      const replaces = before && !withdrawals.has(before.id) ? before.reference : null;
      return { row: submission, withdrawal: withdrawals.get(submission.id) ?? null, replaces };
    });
    return { ...responseView(row, textOf(row.text), views), hasDocument: documented.has(row.id) };
  });
}

function responseView(
  row: ResponseRow,
  text: TextRow,
  submissions: readonly SubmissionView[],
): Omit<ResponseView, 'hasDocument'> {
  const facts: HearingResponse = {
    body: row.body,
    submissions: submissions.map(({ row: { id, submittedAt, late, supersedes } }) => ({
      id,
      at: submittedAt,
      late,
      supersedes,
    })),
    withdrawals: submissions.flatMap(({ withdrawal }) => withdrawal ?? []),
  };
  const state = responseState(facts.submissions, facts.withdrawals);
  const standing = state === 'submitted' ? (submissions.at(-1) ?? null) : null;
  return { row, text, submissions, standing, state, facts };
}

async function withDocuments(manager: EntityManager, rows: readonly ResponseRow[]): Promise<ReadonlySet<ResponseId>> {
  const found = await manager.query<{ response: ResponseId }[]>(
    'SELECT DISTINCT response FROM response_file WHERE response = ANY ($1)',
    [rows.map(({ id }) => id)],
  );
  return new Set(found.map(({ response }) => response));
}

async function withdrawalsOf(
  manager: EntityManager,
  submissions: readonly SubmissionId[],
): Promise<Map<SubmissionId, WithdrawalRow>> {
  if (submissions.length === 0) return new Map();
  const rows = await manager.find(WithdrawalSchema, { where: { submission: In([...submissions]) } });
  return new Map(rows.map((row) => [row.submission, row]));
}

function byBody(one: ResponseRow, other: ResponseRow): number {
  return one.body < other.body ? -1 : Number(one.body > other.body);
}

function byId(texts: readonly TextRow[]): (id: TextId) => TextRow {
  const known = new Map(texts.map((row) => [row.id, row]));
  return (id) => {
    const row = known.get(id);
    if (!row) throw new Error(`No text ${id}`);
    return row;
  };
}

/** Rows of which each supersedes the one before it, first to last. */
function inSuccession<Id, Row extends { readonly id: Id; readonly supersedes: Id | null }>(
  rows: readonly Row[],
): Row[] {
  const after = new Map(rows.map((row) => [row.supersedes, row]));
  const ordered: Row[] = [];
  for (let next = after.get(null); next && ordered.length < rows.length; next = after.get(next.id)) ordered.push(next);
  return ordered;
}
