import { randomUUID } from 'node:crypto';
import { eventsOf, type Abandoned, type AgreementRefused, type FreezeRefused } from '@enig/agreement';
import {
  closeRound,
  DEFAULT_MINIMUM_DAYS,
  endRound,
  extendRound,
  openRound,
  type CloseRefused,
  type EndRefused,
  type ExtendRefused,
  type OpenRefused,
} from '@enig/hearing';
import {
  brandId,
  ok,
  type AgreementId,
  type BodyId,
  type LocalDate,
  type ResponseId,
  type Result,
  type RoundId,
  type VersionHash,
} from '@enig/kernel';
import { emptyJson } from '@enig/text';
import type { Actor } from './act';
import { changeAgreement, closeTexts, recordEvent, type Change } from './agreement-change';
import { freezeVersion } from './freeze';
import { heardSections } from './hearing-reads';
import { hearingFacts } from './hearing-views';
import {
  HearingRoundSchema,
  ResponseSchema,
  RoundBodySchema,
  RoundEventSchema,
  RoundExtensionSchema,
} from './hearings';
import { changeRound, type RoundChange, type StoreGround } from './round-change';
import { createText } from './text-content';

/** What the secretariat asks for when it sends a version out. */
export interface NewRound {
  readonly councils: readonly BodyId[];
  readonly dueDate: LocalDate;
  /** Empty when the notice is not short. */
  readonly shortReason: string;
}

/** Why a version is not sent out. */
export type OpenRoundRefused = AgreementRefused | FreezeRefused | OpenRefused;

/** A version that has been frozen and sent out. */
export interface OpenedRound {
  readonly version: VersionHash;
  readonly round: RoundId;
}

/** Opens, moves, ends and closes hearing rounds. */
export class HearingStore {
  constructor(private readonly ground: StoreGround) {}

  /** Freezes the agreement's texts and opens a round on the version, both or neither. @returns null for no such agreement. */
  async open(
    agreement: AgreementId,
    input: NewRound,
    actor: Actor,
  ): Promise<Result<OpenedRound, OpenRoundRefused> | null> {
    const { source, announce, clock } = this.ground;
    const act = async (change: Change): Promise<Result<OpenedRound, OpenRoundRefused>> => {
      const facts = { ...(await hearingFacts(change)), everyoneApproved: false, reason: '' };
      const frozen = await freezeVersion(change, { event: 'freezeForHearing', actor, facts });
      if (!frozen.ok) return frozen;
      const version = frozen.value.hash;
      const opened = await addRound(change, version, input, actor);
      return opened.ok ? ok({ version, round: opened.value }) : opened;
    };
    return changeAgreement<OpenedRound, OpenRoundRefused>(source, announce, agreement, act, clock);
  }

  /** Gives the councils longer. */
  async extend(
    id: RoundId,
    dueDate: LocalDate,
    reason: string,
    actor: Actor,
  ): Promise<Result<null, ExtendRefused | Abandoned> | null> {
    return changeRound<null, ExtendRefused>(this.ground, id, 'UPDATE', async ({ manager, round, now, log }) => {
      const extended = extendRound(round.round, dueDate, reason, now);
      if (!extended.ok) return extended;
      await manager.insert(RoundExtensionSchema, { round: id, ...extended.value, ...actor });
      await log(actor, 'extendRound', { round: id, from: round.round.dueDate, dueDate, reason: extended.value.reason });
      return ok(null);
    });
  }

  /** Ends the collecting; when no other round of the agreement collects, its texts can be written on again. */
  async end(id: RoundId, actor: Actor): Promise<Result<null, EndRefused | Abandoned> | null> {
    return changeRound<null, EndRefused>(this.ground, id, 'UPDATE', async (change) => {
      const { round, now, log } = change;
      const ended = endRound(
        round.round,
        round.responses.map(({ facts }) => facts),
        now,
      );
      if (!ended.ok) return ended;
      await recordRoundEvent(change, 'end', actor);
      await log(actor, 'endRound', { round: id, number: round.row.number });
      await endHearing(change, actor);
      return ok(null);
    });
  }

  /** Closes an ended round whose every point is answered. What was never submitted stays unsubmitted. */
  async close(id: RoundId, actor: Actor): Promise<Result<null, CloseRefused | Abandoned> | null> {
    return changeRound<null, CloseRefused>(this.ground, id, 'UPDATE', async (change) => {
      const { round, log } = change;
      const points = round.points.map(({ row }) => row);
      const closed = closeRound(
        round.round,
        points,
        round.points.flatMap(({ treatments }) => treatments),
      );
      if (!closed.ok) return closed;
      await recordRoundEvent(change, 'close', actor);
      const unsent = round.responses.filter(({ text }) => text.phase === 'open').map(({ text }) => text.id);
      if (unsent.length > 0) await closeTexts(change, unsent, 'roundClosed');
      await log(actor, 'closeRound', { round: id, number: round.row.number, points: points.length });
      return ok(null);
    });
  }
}

async function recordRoundEvent(change: RoundChange, event: 'end' | 'close', actor: Actor): Promise<void> {
  const { manager, round, now } = change;
  await manager.insert(RoundEventSchema, { round: round.row.id, event, at: now, ...actor });
}

/** The round on a version that has just been frozen: the councils asked, and a response for each. */
async function addRound(
  { manager, view, now, log }: Change,
  version: VersionHash,
  { councils, dueDate, shortReason }: NewRound,
  actor: Actor,
): Promise<Result<RoundId, OpenRefused>> {
  const given = { version, invited: councils, openedAt: now, dueDate, minimumDays: DEFAULT_MINIMUM_DAYS, shortReason };
  const opened = openRound(given);
  if (!opened.ok) return opened;
  const { invited, openedAt, dueAt, shortReason: reason } = opened.value;
  const agreement = view.row.id;
  const id = brandId<RoundId>(randomUUID());
  const number = 1 + (await manager.count(HearingRoundSchema, { where: { agreement } }));
  await manager.insert(HearingRoundSchema, {
    ...{ id, agreement, version, number, openedAt, dueDate, dueAt, shortReason: reason, ...actor },
  });
  await manager.insert(
    RoundBodySchema,
    invited.map((council) => ({ round: id, body: council })),
  );
  const sections = (await heardSections(manager, version)).map(({ section }) => section);
  // Seeded with a place for each focus area: two members who each made one would overwrite one another.
  const content = emptyJson('hearing-response', sections);
  for (const council of invited) {
    const text = await createText(manager, { agreement, body: council, content }, actor);
    await manager.insert(ResponseSchema, { id: brandId<ResponseId>(randomUUID()), round: id, body: council, text });
  }
  await log(actor, 'openRound', { round: id, number, version, dueDate, councils: [...invited], shortReason: reason });
  return ok(id);
}

/** The agreement leaves the hearing with its last round that collects. */
async function endHearing(change: RoundChange, actor: Actor): Promise<void> {
  const { view } = change;
  const hearing = await hearingFacts(change);
  if (hearing.stillOpen > 0 || !eventsOf(view.state).includes('endHearing')) return;
  const sections = view.sections.filter(({ row }) => row.removedAt === null).length;
  const facts = { ...hearing, sections, parties: view.parties.length, everyoneApproved: false, reason: '' };
  const ended = await recordEvent(change, actor, { event: 'endHearing', facts, version: null, reason: null });
  // Every round has ended, so the rules have nothing left to say; if they do, all is taken back.
  if (!ended.ok) throw new Error(`The hearing cannot end: ${ended.error.code}`);
}
