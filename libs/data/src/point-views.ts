import {
  answersTakenBack,
  openPoints,
  pointsNow,
  standingPoints,
  standingTreatments,
  treatmentsInOrder,
  type ChangeLink,
  type PointChange,
  type PointNow,
} from '@enig/hearing';
import type { BodyId, PartyId, PointId, ResponseId, RoundId } from '@enig/kernel';
import { In, type EntityManager } from 'typeorm';
import type { ResponseView } from './hearing-views';
import {
  PointChangeSchema,
  PointSchema,
  TreatmentSchema,
  type PointChangeRow,
  type PointRow,
  type TreatmentRow,
} from './points';
import { SectionCoordinatorSchema } from './sections';

/** An answer to a point as the rules read it. */
export interface TreatmentView extends TreatmentRow {
  readonly link: ChangeLink | null;
  /** Kept, and counts no longer. */
  readonly takenBack: boolean;
}

/** A point of a submission that stands, as it is now, with what was answered. */
export interface PointView {
  readonly row: PointNow;
  readonly response: ResponseId;
  readonly council: BodyId;
  /** The parties that look after the focus area it hangs on; none for one in general. */
  readonly coordinators: readonly PartyId[];
  /** First to last, those taken back too. */
  readonly treatments: readonly TreatmentView[];
  /** The answer that counts; null while there is none. */
  readonly treatment: TreatmentView | null;
}

/** A change of points with what it made. */
export interface PointChangeView extends PointChange, Pick<PointChangeRow, 'at' | 'person' | 'capacity'> {}

/** What is owed an answer in a round, and how it came to be what it is. */
export interface RoundPoints {
  /** Council by council, in the order they are read. */
  readonly points: readonly PointView[];
  /** In the order they were recorded, those taken back and what took them back too. */
  readonly pointChanges: readonly PointChangeView[];
  readonly openPoints: number;
}

/**
 * Reads the points of rounds, of all of them at once: those of what stands. Those of what was replaced or withdrawn are
 * kept and answered by nobody.
 *
 * @param responses of these rounds, in the order their points are to be read.
 */
export async function roundPoints(
  manager: EntityManager,
  rounds: readonly RoundId[],
  responses: readonly ResponseView[],
): Promise<(round: RoundId) => RoundPoints> {
  const standing = new Map(responses.flatMap((each) => (each.standing ? [[each.standing.row.id, each]] : [])));
  const submission = In([...standing.keys()]);
  const rows =
    standing.size === 0
      ? []
      : await manager.find(PointSchema, { where: { submission }, order: { position: 'ASC', part: 'ASC' } });
  if (rows.length === 0) return () => ({ points: [], pointChanges: [], openPoints: 0 });
  const changes = await manager.find(PointChangeSchema, {
    where: { round: In([...rounds]) },
    order: { number: 'ASC' },
  });
  const answers = await manager.find(TreatmentSchema, { where: { point: In(rows.map(({ id }) => id)) } });
  const facts = changeViews(changes, rows);
  const treatments = treatmentViews(answers, facts);
  const facing = responses.map((each) => each.facts);
  const ordered = inOrder(rows, responses);
  const coordinators = await coordinatorsOf(manager, rows, changes);
  const history = treatmentsInOrder(treatments);
  const counting = standingTreatments(treatments);
  const roundOfChange = new Map(changes.map((change) => [change.id, change.round]));
  return (round) => {
    const own = facts.filter(({ id }) => roundOfChange.get(id) === round);
    const ofRound = ordered.filter((row) => standing.get(row.submission)?.row.round === round);
    const now = standingPoints(pointsNow(ofRound, own), facing);
    const points = now.flatMap((row): PointView[] => {
      const response = standing.get(row.submission);
      if (!response) return [];
      const of = { row, response: response.row.id, council: response.row.body };
      const answered = { treatments: history.get(row.id) ?? [], treatment: counting.get(row.id) ?? null };
      return [{ ...of, coordinators: (row.section && coordinators.get(row.section)) ?? [], ...answered }];
    });
    return { points, pointChanges: own, openPoints: openPoints(now, treatments).length };
  };
}

/** The rows of each response together, in the order of the responses. */
function inOrder(rows: readonly PointRow[], responses: readonly ResponseView[]): readonly PointRow[] {
  const rank = new Map(responses.map(({ standing }, index) => [standing?.row.id, index]));
  return rows.toSorted((one, other) => (rank.get(one.submission) ?? 0) - (rank.get(other.submission) ?? 0));
}

function changeViews(changes: readonly PointChangeRow[], rows: readonly PointRow[]): readonly PointChangeView[] {
  const made = new Map<string | null, PointId[]>();
  for (const { id, madeBy } of rows.toSorted((one, other) => (one.part ?? 0) - (other.part ?? 0))) {
    made.set(madeBy, [...(made.get(madeBy) ?? []), id]);
  }
  return changes.map(({ id, kind, points, section, party, undoes, answer, at, person, capacity }) => ({
    ...{ id, kind, points, section, party, undoes, answer, at, person, capacity },
    made: made.get(id) ?? [],
  }));
}

function treatmentViews(rows: readonly TreatmentRow[], changes: readonly PointChange[]): readonly TreatmentView[] {
  const takenBack = answersTakenBack(changes);
  return rows.map((row) => ({
    ...row,
    link: row.linkSection === null ? null : { section: row.linkSection, seq: row.linkSeq },
    takenBack: takenBack.has(row.given),
  }));
}

/** The parties that look after each focus area a point hangs on or is hung on. */
async function coordinatorsOf(
  manager: EntityManager,
  rows: readonly PointRow[],
  changes: readonly PointChangeRow[],
): Promise<ReadonlyMap<string, readonly PartyId[]>> {
  const sections = [...new Set([...rows, ...changes].flatMap(({ section }) => section ?? []))];
  const found = new Map<string, PartyId[]>();
  if (sections.length === 0) return found;
  for (const { section, party } of await manager.find(SectionCoordinatorSchema, { where: { section: In(sections) } })) {
    found.set(section, [...(found.get(section) ?? []), party]);
  }
  return found;
}
