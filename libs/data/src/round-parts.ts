import { roundStateOf, type Round, type HeardSubject } from '@enig/hearing';
import type { BodyId, Instant, RoundId, SectionId } from '@enig/kernel';
import { In, type EntityManager } from 'typeorm';
import {
  RoundBodySchema,
  RoundEventSchema,
  RoundExtensionSchema,
  RoundSectionSchema,
  type HearingRoundRow,
  type RoundExtensionRow,
} from './hearings';
import {
  RoundVisitSchema,
  TimeAnswerSchema,
  TimeRequestSchema,
  type RoundVisitRow,
  type TimeAnswerRow,
  type TimeRequestRow,
} from './round-records';

/** A request for more time, with what was answered. */
export interface TimeRequestView {
  readonly row: TimeRequestRow;
  /** Null while nobody has answered. */
  readonly answer: TimeAnswerRow | null;
}

/** What there is of a round besides what came in. */
export interface RoundParts {
  /** The round as the rules read it: with its last deadline and its computed state. */
  readonly round: Round;
  readonly extensions: readonly RoundExtensionRow[];
  /** When the collecting was ended, which may be before the deadline; null while it goes on. */
  readonly endedAt: Instant | null;
  /** First to last. */
  readonly requests: readonly TimeRequestView[];
  /** Who of those asked has opened the material, first to last. */
  readonly visits: readonly RoundVisitRow[];
}

/** Reads the parts of rounds, of all of them at once. */
export async function roundParts(
  manager: EntityManager,
  rows: readonly HearingRoundRow[],
): Promise<(row: HearingRoundRow) => RoundParts> {
  const round = In(rows.map(({ id }) => id));
  const sections = await manager.find(RoundSectionSchema, { where: { round }, order: { position: 'ASC' } });
  const bodies = await manager.find(RoundBodySchema, { where: { round }, order: { body: 'ASC' } });
  const extensions = await manager.find(RoundExtensionSchema, { where: { round }, order: { id: 'ASC' } });
  const events = await manager.find(RoundEventSchema, { where: { round }, order: { id: 'ASC' } });
  const visits = await manager.find(RoundVisitSchema, { where: { round }, order: { at: 'ASC' } });
  const requests = await requestsOf(manager, rows);
  return (row) => {
    const of = <Part extends { readonly round: RoundId }>(all: readonly Part[]) =>
      all.filter((each) => each.round === row.id);
    const facts = factsOf(row, {
      sections: of(sections).map(({ section }) => section),
      invited: of(bodies).map(({ body }) => body),
      extensions: of(extensions),
      events: of(events).map(({ event }) => event),
    });
    const own = requests.filter((request) => request.row.round === row.id);
    const endedAt = of(events).find(({ event }) => event === 'end')?.at ?? null;
    return { round: facts, extensions: of(extensions), endedAt, requests: own, visits: of(visits) };
  };
}

async function requestsOf(manager: EntityManager, rounds: readonly HearingRoundRow[]): Promise<TimeRequestView[]> {
  const round = In(rounds.map(({ id }) => id));
  const rows = await manager.find(TimeRequestSchema, { where: { round }, order: { at: 'ASC', id: 'ASC' } });
  if (rows.length === 0) return [];
  const request = In(rows.map(({ id }) => id));
  const answers = await manager.find(TimeAnswerSchema, { where: { request } });
  return rows.map((row) => ({ row, answer: answers.find((answer) => answer.request === row.id) ?? null }));
}

interface Parts {
  readonly sections: readonly SectionId[];
  readonly invited: readonly BodyId[];
  readonly extensions: readonly RoundExtensionRow[];
  readonly events: readonly ('end' | 'close')[];
}

function factsOf(row: HearingRoundRow, { sections, invited, extensions, events }: Parts): Round {
  const { owner, version, openedAt, minimumDays, shortReason } = row;
  const { dueDate, dueAt } = extensions.at(-1) ?? row;
  return {
    ...{ owner, subject: subjectOf(row), version, sections, invited, openedAt, dueDate, dueAt },
    ...{ minimumDays, shortReason, state: roundStateOf(['open', ...events]) },
  };
}

function subjectOf({ id, version, document }: HearingRoundRow): HeardSubject {
  if (version !== null) return { kind: 'version', version };
  if (document !== null) return { kind: 'document', document };
  throw new Error(`The round ${id} is about nothing`);
}
