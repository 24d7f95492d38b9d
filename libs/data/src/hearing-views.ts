import type { AgreementFacts } from '@enig/agreement';
import {
  isStillCollecting,
  openPoints,
  responseState,
  roundStateOf,
  standingPoints,
  type HearingResponse,
  type ResponseState,
  type Round,
  type SubmissionId,
} from '@enig/hearing';
import type { BodyId, PartyId, PointId, ResponseId, RoundId, TextId } from '@enig/kernel';
import { In, type EntityManager } from 'typeorm';
import type { Change } from './agreement-change';
import { SectionCoordinatorSchema } from './sections';
import { TextSchema, type TextRow } from './texts';
import {
  HearingRoundSchema,
  PointSchema,
  ResponseSchema,
  RoundBodySchema,
  RoundEventSchema,
  RoundExtensionSchema,
  SubmissionSchema,
  TreatmentSchema,
  WithdrawalSchema,
  type HearingRoundRow,
  type PointRow,
  type ResponseRow,
  type RoundExtensionRow,
  type SubmissionRow,
  type TreatmentRow,
  type WithdrawalRow,
} from './hearings';

/** One sending of a response, without what it says. */
export interface SubmissionView {
  readonly row: Omit<SubmissionRow, 'content'>;
  readonly withdrawal: WithdrawalRow | null;
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
  /** The same as the rules of libs/hearing read it. */
  readonly facts: HearingResponse;
}

/** A point of a submission that stands, with what was answered. */
export interface PointView {
  readonly row: PointRow;
  readonly response: ResponseId;
  readonly council: BodyId;
  /** The parties that look after the focus area it hangs on; none for one in general. */
  readonly coordinators: readonly PartyId[];
  /** First to last. */
  readonly treatments: readonly TreatmentRow[];
  /** The answer that counts; null while there is none. */
  readonly treatment: TreatmentRow | null;
}

/** A hearing round with everything that came of it. */
export interface RoundView {
  readonly row: HearingRoundRow;
  /** The round as the rules read it: with its last deadline and its computed state. */
  readonly round: Round;
  readonly extensions: readonly RoundExtensionRow[];
  readonly responses: readonly ResponseView[];
  /** Council by council, in the order they are read. */
  readonly points: readonly PointView[];
  readonly openPoints: number;
}

/** Rounds with everything that came of them, in the order given. */
export async function roundViews(manager: EntityManager, rows: readonly HearingRoundRow[]): Promise<RoundView[]> {
  if (rows.length === 0) return [];
  const round = In(rows.map(({ id }) => id));
  const [bodies, extensions, events] = [
    await manager.find(RoundBodySchema, { where: { round }, order: { body: 'ASC' } }),
    await manager.find(RoundExtensionSchema, { where: { round }, order: { id: 'ASC' } }),
    await manager.find(RoundEventSchema, { where: { round }, order: { id: 'ASC' } }),
  ];
  const responses = await responseViews(manager, await manager.find(ResponseSchema, { where: { round } }));
  const points = await pointViews(manager, responses);
  return rows.map((row) => {
    const of = <Row extends { readonly round: RoundId }>(all: readonly Row[]) =>
      all.filter((each) => each.round === row.id);
    const own = responses.filter((response) => response.row.round === row.id);
    const invited = of(bodies).map(({ body }) => body);
    const ids = new Set(own.map((response) => response.row.id));
    const ofRound = points.filter(({ response }) => ids.has(response));
    return {
      row,
      round: roundFacts(
        row,
        invited,
        of(extensions),
        of(events).map(({ event }) => event),
      ),
      extensions: of(extensions),
      responses: own,
      points: ofRound,
      openPoints: openPoints(
        ofRound.map((point) => point.row),
        ofRound.flatMap((point) => point.treatments),
      ).length,
    };
  });
}

/** What the agreement's rules ask of its rounds, and how many have not ended. */
export async function hearingFacts({
  manager,
  view,
  now,
}: Pick<Change, 'manager' | 'view' | 'now'>): Promise<
  Pick<AgreementFacts, 'openRounds' | 'collecting'> & { stillOpen: number }
> {
  const rows = await manager.find(HearingRoundSchema, { where: { agreement: view.row.id } });
  const rounds = await roundViews(manager, rows);
  const waits = ({ round, responses }: RoundView) =>
    isStillCollecting(
      round,
      responses.map(({ facts }) => facts),
      now,
    );
  return {
    openRounds: rounds.filter(({ round }) => round.state !== 'closed').length,
    collecting: rounds.filter(waits).length,
    stillOpen: rounds.filter(({ round }) => round.state === 'collecting').length,
  };
}

function roundFacts(
  row: HearingRoundRow,
  invited: readonly BodyId[],
  extensions: readonly RoundExtensionRow[],
  events: readonly ('end' | 'close')[],
): Round {
  const { version, openedAt, shortReason } = row;
  const { dueDate, dueAt } = extensions.at(-1) ?? row;
  return { version, invited, openedAt, dueDate, dueAt, shortReason, state: roundStateOf(['open', ...events]) };
}

async function responseViews(manager: EntityManager, rows: readonly ResponseRow[]): Promise<ResponseView[]> {
  if (rows.length === 0) return [];
  const texts = await manager.find(TextSchema, { where: { id: In(rows.map(({ text }) => text)) } });
  const response = In(rows.map(({ id }) => id));
  const submissions = await manager.find(SubmissionSchema, { where: { response } });
  const withdrawals = await withdrawalsOf(
    manager,
    submissions.map(({ id }) => id),
  );
  const textOf = byId(texts);
  return [...rows].sort(byBody).map((row) => {
    const own = inSuccession(submissions.filter((submission) => submission.response === row.id));
    const views = own.map((submission) => ({ row: submission, withdrawal: withdrawals.get(submission.id) ?? null }));
    return responseView(row, textOf(row.text), views);
  });
}

function responseView(row: ResponseRow, text: TextRow, submissions: readonly SubmissionView[]): ResponseView {
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

async function withdrawalsOf(
  manager: EntityManager,
  submissions: readonly SubmissionId[],
): Promise<Map<SubmissionId, WithdrawalRow>> {
  if (submissions.length === 0) return new Map();
  const rows = await manager.find(WithdrawalSchema, { where: { submission: In([...submissions]) } });
  return new Map(rows.map((row) => [row.submission, row]));
}

/** The points of what stands; those of what was replaced or withdrawn are kept and answered by nobody. */
async function pointViews(manager: EntityManager, responses: readonly ResponseView[]): Promise<PointView[]> {
  const submitted = responses.flatMap((response) => (response.standing ? [response.standing.row.id] : []));
  if (submitted.length === 0) return [];
  const rows = await manager.find(PointSchema, { where: { submission: In(submitted) }, order: { position: 'ASC' } });
  if (rows.length === 0) return [];
  const standing = new Set(
    standingPoints(
      rows,
      responses.map(({ facts }) => facts),
    ).map(({ id }) => id),
  );
  const treatments = await manager.find(TreatmentSchema, { where: { point: In(rows.map(({ id }) => id)) } });
  const sections = [...new Set(rows.flatMap(({ section }) => section ?? []))];
  const coordinators = await manager.find(SectionCoordinatorSchema, { where: { section: In(sections) } });
  return responses.flatMap(({ row: response, standing: submission }) =>
    rows
      .filter((row) => row.submission === submission?.row.id && standing.has(row.id))
      .map((row) => ({
        row,
        response: response.id,
        council: response.body,
        coordinators: coordinators.filter(({ section }) => section === row.section).map(({ party }) => party),
        ...answersTo(row.id, treatments),
      })),
  );
}

function answersTo(point: PointId, all: readonly TreatmentRow[]): Pick<PointView, 'treatments' | 'treatment'> {
  const treatments = inSuccession(all.filter((each) => each.point === point));
  return { treatments, treatment: treatments.at(-1) ?? null };
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
