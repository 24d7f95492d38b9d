import {
  checkNotAbandoned,
  eventsOf,
  type Abandoned,
  type AgreementRefused,
  type FreezeRefused,
} from '@enig/agreement';
import {
  answersByExtension,
  closeRound,
  endRound,
  extendRound,
  holdsUpTheAgreement,
  type AnsweredAlready,
  type CloseRefused,
  type EndRefused,
  type ExtendRefused,
  type Heard,
  type OpenRefused,
  type TimeRequestId,
} from '@enig/hearing';
import { ok, type AgreementId, type LocalDate, type Result, type RoundId, type VersionHash } from '@enig/kernel';
import type { Actor } from './act';
import { changeAgreement, closeTexts, recordEvent, type Change } from './agreement-change';
import { freezeVersion } from './freeze';
import { hearingFacts } from './hearing-views';
import { RoundEventSchema, RoundExtensionSchema } from './hearings';
import { endReminders, moveReminders } from './overview/reminders';
import { tellUsed, tellWaiting } from './point-letters';
import { changeRound, type RoundChange, type StoreGround } from './round-change';
import { tellOfExtension } from './round-letters';
import { addRound, heardVersion, type NewRound } from './round-opening';
import { addAnswers, pendingOf } from './time-requests';
import { closeCorrections } from './unsent-corrections';
import { VersionSchema } from './versions';

/** Why a round is not opened. */
export type OpenRoundRefused = AgreementRefused | FreezeRefused | OpenRefused | Abandoned;

/** A round that has been opened; `version` is what is heard, null where it is a document. */
export interface OpenedRound {
  readonly version: VersionHash | null;
  readonly round: RoundId;
}

/** A later deadline, and the request for more time it answers. */
export interface LongerTime {
  readonly dueDate: LocalDate;
  readonly reason: string;
  readonly to?: TimeRequestId | null;
}

/** Opens, moves, ends and closes hearing rounds. */
export class HearingStore {
  constructor(private readonly ground: StoreGround) {}

  /**
   * Opens a round. Where the texts as they stand are heard they are frozen with it, both or neither; people write on.
   *
   * @returns null for no such agreement.
   */
  async open(
    agreement: AgreementId,
    input: NewRound,
    actor: Actor,
  ): Promise<Result<OpenedRound, OpenRoundRefused> | null> {
    const { source, announce, clock } = this.ground;
    const act = async (change: Change): Promise<Result<OpenedRound, OpenRoundRefused>> => {
      const heard = await this.heardIn(change, input, actor);
      if (!heard.ok) return heard;
      const opened = await addRound(change, heard.value, input, actor);
      if (!opened.ok) return opened;
      change.announce({ topic: 'round', id: opened.value });
      return ok({ version: heard.value.kind === 'version' ? heard.value.version : null, round: opened.value });
    };
    return changeAgreement<OpenedRound, OpenRoundRefused>(source, announce, agreement, act, clock);
  }

  /** What is heard, as it is now or was; where the secretariat hears the agreement's text, that is the agreement's event. */
  private async heardIn(
    change: Change,
    { owner, heard }: NewRound,
    actor: Actor,
  ): Promise<Result<Heard, AgreementRefused | FreezeRefused | Abandoned>> {
    const { manager, view } = change;
    const goesOn = checkNotAbandoned(view.state);
    if (!goesOn.ok && (owner !== null || heard.kind === 'document')) return goesOn;
    if (heard.kind === 'document') return ok({ kind: 'document', document: heard.document });
    const sections = view.sections.filter(({ row }) => row.removedAt === null).length;
    const facts = {
      ...(await hearingFacts(change)),
      ...{ act: view.row.act, sections, parties: view.parties.length, everyoneApproved: false, reason: '' },
    };
    if (heard.kind === 'freeze') {
      if (owner !== null) throw new Error('A party hears what has been frozen');
      const frozen = await freezeVersion(change, { event: 'freezeForHearing', actor, facts });
      return frozen.ok ? ok(await heardVersion(manager, frozen.value.hash, heard.sections)) : frozen;
    }
    const { version } = heard;
    const isOwn = await manager.exists(VersionSchema, { where: { hash: version, agreement: view.row.id } });
    if (!isOwn) throw new Error(`The agreement ${view.row.id} has no version ${version}`);
    if (owner === null) {
      const recorded = await recordEvent(change, actor, { event: 'hearVersion', facts, version, reason: null });
      if (!recorded.ok) return recorded;
    }
    return ok(await heardVersion(manager, version, heard.sections));
  }

  /**
   * Gives those who are asked longer, and tells them.
   *
   * @param to the request for more time that this answers; null where nobody asked.
   */
  async extend(
    id: RoundId,
    { dueDate, reason, to = null }: LongerTime,
    actor: Actor,
  ): Promise<Result<null, ExtendRefused | AnsweredAlready | Abandoned> | null> {
    return changeRound<null, ExtendRefused | AnsweredAlready>(this.ground, id, 'UPDATE', async (change) => {
      const { manager, round, now, log } = change;
      const extended = extendRound(round.round, dueDate, reason, now);
      if (!extended.ok) return extended;
      const { value } = extended;
      const answers = answersByExtension(value, pendingOf(round.requests), to);
      if (!answers.ok) return answers;
      await manager.insert(RoundExtensionSchema, { round: id, ...value, ...actor });
      await log(actor, 'extendRound', { round: id, from: round.round.dueDate, dueDate, reason: value.reason });
      await addAnswers(change, answers.value, actor);
      await tellOfExtension(change, value);
      await moveReminders(manager, id, value);
      return ok(null);
    });
  }

  /** Ends the collecting; with the last round about its text that collects, the agreement leaves the hearing. */
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
      await closeCorrections(change);
      await endReminders(change.manager, id);
      await log(actor, 'endRound', { round: id, number: round.row.number });
      await tellWaiting(change, actor);
      if (holdsUpTheAgreement(round.round)) await endHearing(change, actor);
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
      await tellUsed(change);
      return ok(null);
    });
  }
}

async function recordRoundEvent(change: RoundChange, event: 'end' | 'close', actor: Actor): Promise<void> {
  const { manager, round, now } = change;
  await manager.insert(RoundEventSchema, { round: round.row.id, event, at: now, ...actor });
}

/** The agreement leaves the hearing with its last round that collects. */
async function endHearing(change: RoundChange, actor: Actor): Promise<void> {
  const { view } = change;
  const hearing = await hearingFacts(change);
  if (hearing.stillOpen > 0 || !eventsOf(view.state).includes('endHearing')) return;
  const sections = view.sections.filter(({ row }) => row.removedAt === null).length;
  const { act } = view.row;
  const facts = { ...hearing, act, sections, parties: view.parties.length, everyoneApproved: false, reason: '' };
  const ended = await recordEvent(change, actor, { event: 'endHearing', facts, version: null, reason: null });
  // Every round has ended, so the rules have nothing left to say; if they do, all is taken back.
  if (!ended.ok) throw new Error(`The hearing cannot end: ${ended.error.code}`);
}
