import { randomUUID } from 'node:crypto';
import type { Abandoned } from '@enig/agreement';
import {
  assignPoints,
  mergePoints,
  movePoints,
  splitPoint,
  treatTogether,
  undoAnswer,
  undoChange,
  type AnsweredPoint,
  type AnswerId,
  type AnswerInput,
  type Arranged,
  type Arrangement,
  type ArrangeRefused,
  type Cut,
  type PointChangeId,
  type TreatmentId,
  type TreatRefused,
} from '@enig/hearing';
import {
  brandId,
  canonicalHash,
  err,
  ok,
  type Json,
  type PartyId,
  type PointId,
  type ResponseId,
  type Result,
  type RoundId,
  type SectionId,
} from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import type { RoundView } from './hearing-views';
import { tellAssigned } from './point-letters';
import { addPointRows, PointChangeSchema, TreatmentSchema } from './points';
import { changeRound, type RoundChange, type StoreGround } from './round-change';

type Done<Value, Refusal> = Promise<Result<Value, Refusal | Abandoned> | null>;

/** Points as they are changed. A change of several is one act: all of them or none. */
export class PointStore {
  constructor(private readonly ground: StoreGround) {}

  /** Cuts a point in parts. @returns the ids of the parts, in order; null for no such round. */
  async split(round: RoundId, point: PointId, cut: Cut, actor: Actor): Done<readonly PointId[], ArrangeRefused> {
    return this.arrange(round, { points: [point] }, { kind: 'splitPoint', actor }, (arrangement) =>
      splitPoint(arrangement, point, cut),
    );
  }

  /** Makes one point of several. @returns its id. */
  async merge(round: RoundId, points: readonly PointId[], actor: Actor): Done<readonly PointId[], ArrangeRefused> {
    return this.arrange(round, { points }, { kind: 'mergePoints', actor }, (arrangement) =>
      mergePoints(arrangement, points),
    );
  }

  /** Hangs points on a focus area of the agreement, or on none. */
  async move(
    round: RoundId,
    points: readonly PointId[],
    section: SectionId | null,
    actor: Actor,
  ): Done<readonly PointId[], ArrangeRefused> {
    return this.arrange(round, { points }, { kind: 'movePoints', actor }, (arrangement) =>
      movePoints(arrangement, points, section),
    );
  }

  /** Hands points to a party of the agreement, or back; its tovholdere are written to. */
  async assign(
    round: RoundId,
    points: readonly PointId[],
    party: PartyId | null,
    actor: Actor,
  ): Done<readonly PointId[], ArrangeRefused> {
    return this.arrange(round, { points }, { kind: 'assignPoints', actor }, (arrangement) =>
      assignPoints(arrangement, points, party),
    );
  }

  /** Takes back a change. */
  async undo(round: RoundId, change: PointChangeId, actor: Actor): Done<readonly PointId[], ArrangeRefused> {
    return this.arrange(round, { change }, { kind: 'undoPointChange', actor }, (arrangement) =>
      undoChange(arrangement, change),
    );
  }

  /** Takes an answer back from every point it was given to. */
  async undoAnswer(round: RoundId, answer: AnswerId, actor: Actor): Done<readonly PointId[], ArrangeRefused> {
    return this.arrange(round, { answer }, { kind: 'undoAnswer', actor }, (arrangement) =>
      undoAnswer(arrangement, answer),
    );
  }

  /** Answers points of a round with one answer, or answers them better. @returns the treatments, one for each point. */
  async treat(
    round: RoundId,
    points: readonly AnsweredPoint[],
    input: AnswerInput,
    actor: Actor,
  ): Done<readonly TreatmentId[], TreatRefused | ArrangeRefused> {
    const about = { points: points.map(({ id }) => id) };
    return this.change<readonly TreatmentId[], TreatRefused | ArrangeRefused>(round, about, async (change) => {
      const there = new Set(change.round.points.map(({ row }) => row.id));
      if (points.some(({ id }) => !there.has(id))) return err({ code: 'HE-40-POINT-GONE' });
      return recordAnswer(change, points, input, actor);
    });
  }

  private arrange(
    round: RoundId,
    about: About,
    act: { readonly kind: string; readonly actor: Actor },
    rule: (arrangement: Arrangement) => Result<Arranged, ArrangeRefused>,
  ): Done<readonly PointId[], ArrangeRefused> {
    return this.change<readonly PointId[], ArrangeRefused>(round, about, async (change) => {
      const arranged = rule(arrangementOf(change.round));
      return arranged.ok ? ok(await recordChange(change, arranged.value, act)) : arranged;
    });
  }

  private change<Value, Refusal>(
    round: RoundId,
    about: About,
    act: (change: RoundChange) => Promise<Result<Value, Refusal>>,
  ): Done<Value, Refusal> {
    const only = (manager: EntityManager) => responsesOf(manager, about);
    return changeRound(this.ground, round, { lock: 'SHARE', alsoAbandoned: false, only }, act);
  }
}

/** What of a round an act is about. */
type About =
  { readonly points: readonly PointId[] } | { readonly change: PointChangeId } | { readonly answer: AnswerId };

/** The responses whose points it is about: which point is of which response never changes. */
async function responsesOf(manager: EntityManager, about: About): Promise<readonly ResponseId[]> {
  const [points, given]: [string, unknown] =
    'points' in about
      ? ['SELECT unnest($1::uuid[])', [...about.points]]
      : 'change' in about
        ? ['SELECT unnest(points) FROM point_change WHERE id = $1', about.change]
        : ['SELECT point FROM treatment WHERE given = $1', about.answer];
  const rows = await manager.query<{ response: ResponseId }[]>(
    `SELECT DISTINCT s.response FROM point p JOIN submission s ON s.id = p.submission WHERE p.id IN (${points})`,
    [given],
  );
  return rows.map(({ response }) => response);
}

/** How the points of a round stand, as the rules ask. */
export function arrangementOf({ round, points, pointChanges }: RoundView): Arrangement {
  return {
    round,
    points: points.map(({ row }) => row),
    changes: pointChanges,
    treatments: points.flatMap(({ treatments }) => treatments),
  };
}

async function recordChange(
  change: RoundChange,
  { change: given, makes }: Arranged,
  { kind, actor }: { readonly kind: string; readonly actor: Actor },
): Promise<readonly PointId[]> {
  const { manager, now, round } = change;
  const id = brandId<PointChangeId>(randomUUID());
  await manager.insert(PointChangeSchema, { ...given, id, round: round.row.id, at: now, ...actor });
  const made = makes.map((point, index) => ({
    ...{ ...point, id: brandId<PointId>(randomUUID()), madeBy: id, part: index + 1 },
  }));
  await addPointRows(manager, made);
  const { points, section, party, undoes, answer } = given;
  await change.log(actor, kind, {
    ...{ round: round.row.id, change: id, points: [...points], count: points.length },
    ...factOf({ section, party, undoes, answer }),
    ...(made.length > 0 ? { made: made.map((point) => point.id) } : {}),
  });
  if (given.kind === 'assign' && party !== null) await tellAssigned(change, { id, party, points });
  return made.map((point) => point.id);
}

function factOf(facts: Readonly<Record<string, string | null>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== null));
}

/**
 * Answers points with one answer: one act, and a treatment for each. The points are known to stand.
 *
 * @returns the ids of the treatments, in the order of the points.
 */
async function recordAnswer(
  change: RoundChange,
  points: readonly AnsweredPoint[],
  input: AnswerInput,
  actor: Actor,
): Promise<Result<readonly TreatmentId[], TreatRefused>> {
  const { manager, now, round } = change;
  const all = round.points.flatMap(({ treatments }) => treatments);
  const treated = treatTogether(points, round.round, input, all);
  if (!treated.ok) return treated;
  const given = brandId<AnswerId>(randomUUID());
  const rows = treated.value.map(({ link, ...treatment }) => ({
    ...{ ...treatment, given, linkSection: link?.section ?? null, linkSeq: link?.seq ?? null },
    ...{ id: brandId<TreatmentId>(randomUUID()), at: now, ...actor },
  }));
  await manager.insert(TreatmentSchema, rows);
  const [first] = rows;
  if (!first) throw new Error('An answer was given to no point');
  const { outcome, answer, reason, supersedes, linkSection: section, linkSeq: seq } = first;
  const said = { outcome, ...linkFacts(section, seq), sha256: canonicalHash({ outcome, answer, reason }) };
  const council = round.points.find(({ row }) => row.id === first.point)?.council ?? '';
  const facts = { round: round.row.id, given, ...said };
  if (rows.length === 1) {
    await change.log(actor, 'treatPoint', { ...facts, council, point: first.point, treatment: first.id, supersedes });
  } else {
    const treatments = rows.map(({ id, point, supersedes: before }) => ({ point, treatment: id, supersedes: before }));
    await change.log(actor, 'treatPoints', { count: rows.length, ...facts, treatments });
  }
  return ok(rows.map(({ id }) => id));
}

function linkFacts(section: SectionId | null, seq: number | null): Readonly<Record<string, Json>> {
  if (section === null) return {};
  return seq === null ? { section } : { section, seq };
}
