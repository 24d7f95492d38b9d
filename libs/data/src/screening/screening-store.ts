import { randomUUID } from 'node:crypto';
import type { Abandoned } from '@enig/agreement';
import {
  publish,
  reasonIn,
  redact,
  release,
  unpublish,
  FINDER_VERSION,
  type FindingKey,
  type PublishRefused,
  type PutBackRefused,
  type RedactRefused,
  type ReleaseRefused,
  type StillClosed,
  type SubmissionId,
  type UnpublishRefused,
} from '@enig/hearing';
import { err, ok, type Result, type RoundId, type Sha256 } from '@enig/kernel';
import type { Actor } from '../act';
import { endPapers } from '../jobs/papers';
import { changeRound, type RoundChange, type StoreGround } from '../round-change';
import {
  FileInspectionSchema,
  FileWithholdingSchema,
  FindingReleaseSchema,
  PublicationEventSchema,
  RedactionLiftSchema,
  RedactionSchema,
  type FileInspectionRow,
} from './rows';
import { changeScreening, logScreening, mayStandFor, publishFacts, submissionIn } from './screening-change';
import { answersAsShown, type AnswerAsShown } from './as-shown';
import type { Covering } from './covering';
import { publicationStamp, publishedRound, shownStamp, type PublishedRound } from './published';
import { findingsIn, isPublished, publicationEvents, releasesIn, screeningOf, type Screening } from './screening-view';

type Done<Value, Refusal> = Promise<Result<Value, Refusal | Abandoned> | null>;

/** There is nothing of the name in what the council sent; it may have been replaced meanwhile (HE-50). */
export type NothingThere = { readonly code: 'HE-50-NOT-IN-THE-TEXT' };

/** What is to be left out of a typed answer. */
export interface NewRedaction {
  readonly submission: SubmissionId;
  readonly slot: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** A file that is not to be published, and the redacted copy that is published for it. */
export interface NewWithholding {
  readonly submission: SubmissionId;
  readonly sha256: Sha256;
  readonly reason: string;
  readonly replacement: { readonly sha256: Sha256; readonly name: string } | null;
}

/** What a file reader saw; `refused` where the file is none that is taken. */
export type NewInspection = Pick<FileInspectionRow, 'kind' | 'numbers' | 'unread'>;

/**
 * What is decided about publishing what councils sent: releases, redactions, withheld files, publication. Each is a fact
 * that is added; the answers themselves are never touched. The log of acts says what was done and where, never what was
 * found, and not the reasons, which people write in words of their own.
 */
export class ScreeningStore {
  constructor(private readonly ground: StoreGround) {}

  /** Everything of a round, looked through. */
  async of(round: Screening['round']): Promise<Screening> {
    return screeningOf(this.ground.source.manager, round);
  }

  /** The answers of a round that stand, as those read them who neither wrote nor treat them (HE-50). */
  async asShown(round: Screening['round'], covering: Covering): Promise<ReadonlyMap<SubmissionId, AnswerAsShown>> {
    return answersAsShown(this.ground.source.manager, round, covering);
  }

  /** What anybody reads of a round; null while it is not published. */
  async published(round: Screening['round'], covering: Covering): Promise<PublishedRound | null> {
    return publishedRound(this.ground.source.manager, round, covering);
  }

  /** Names the state of what is shown of a closed round. While it is the same, so is what others read. */
  async shownStamp(round: RoundId): Promise<string> {
    return shownStamp(this.ground.source.manager, round);
  }

  /** Names the state of what is published; null while it is not. While it is the same, so is what anybody reads. */
  async publicationStamp(round: RoundId): Promise<string | null> {
    return publicationStamp(this.ground.source.manager, round);
  }

  /** Whether a round's responses are published now. */
  async isPublished(round: RoundId): Promise<boolean> {
    const events = await publicationEvents(this.ground.source.manager, round);
    return isPublished({ events });
  }

  /** What the newest finder that has looked saw in a file; null while none has. */
  async lastInspection(sha256: Sha256): Promise<FileInspectionRow | null> {
    return this.ground.source.manager.findOne(FileInspectionSchema, { where: { sha256 }, order: { finder: 'DESC' } });
  }

  /** Keeps what a file reader saw in a file that is kept. Twice is once. */
  async keepInspection(sha256: Sha256, { kind, numbers, unread }: NewInspection): Promise<void> {
    const row = { sha256, finder: FINDER_VERSION, kind, numbers, unread };
    await this.ground.source.manager
      .createQueryBuilder()
      .insert()
      .into(FileInspectionSchema)
      .values(row)
      .orIgnore()
      .execute();
  }

  /** One person's word that a finding may be published; the second one releases it (HE-49). */
  async release(
    round: RoundId,
    { submission, finding, reason }: { readonly submission: SubmissionId; finding: FindingKey; reason: string },
    actor: Actor,
  ): Done<null, ReleaseRefused> {
    const only = { at: submission };
    return changeScreening<null, ReleaseRefused>(this.ground, round, only, async (change, screening) => {
      const found = findingsIn(screening).find((each) => each.key === finding);
      const said = { person: actor.person, reason, at: change.now };
      const released = release(found ?? null, said, releasesIn(screening));
      if (!released.ok) return released;
      const row = { submission, finding, reason: released.value.reason, at: change.now, ...actor };
      await change.manager.insert(FindingReleaseSchema, row);
      const council = submissionIn(screening, submission)?.council ?? null;
      await logScreening(change, actor, 'releaseFinding', council, { submission, finding });
      return ok(null);
    });
  }

  /** Leaves a stretch of a typed answer out of what is published (HE-50); papers that may say it are not given out any more. */
  async redact(round: RoundId, wanted: NewRedaction, actor: Actor): Done<string, RedactRefused> {
    const { submission, slot: key } = wanted;
    const only = { at: submission, alsoAbandoned: true };
    return changeScreening<string, RedactRefused>(this.ground, round, only, async (change, screening) => {
      const sent = submissionIn(screening, submission);
      const slot = sent?.slots.find((each) => each.key === key);
      if (!sent || !slot) return err({ code: 'HE-50-NOT-IN-THE-TEXT' });
      const redacted = redact(slot.text, wanted, slot.redactions);
      if (!redacted.ok) return redacted;
      const id = randomUUID();
      const row = { id, submission, slot: key, ...redacted.value, at: change.now, ...actor };
      await change.manager.insert(RedactionSchema, row);
      await endPapers(change);
      await logScreening(change, actor, 'redactResponse', sent.council, { submission, redaction: id });
      return ok(id);
    });
  }

  /** Takes a redaction back, before it is published. */
  async liftRedaction(round: RoundId, redaction: string, actor: Actor): Done<null, NothingThere | PutBackRefused> {
    const row = await this.ground.source.manager.findOneBy(RedactionSchema, { id: redaction });
    if (!row) return err({ code: 'HE-50-NOT-IN-THE-TEXT' });
    const only = { at: row.submission };
    return changeScreening<null, NothingThere | PutBackRefused>(this.ground, round, only, async (change, screening) => {
      const found = screening.submissions.find(({ slots }) =>
        slots.some(({ redactions }) => redactions.some(({ id }) => id === redaction)),
      );
      if (!found) return err({ code: 'HE-50-NOT-IN-THE-TEXT' });
      if (isPublished(screening)) return err({ code: 'HE-50-PUBLISHED-NOW' });
      await change.manager.insert(RedactionLiftSchema, { redaction, at: change.now, ...actor });
      await logScreening(change, actor, 'liftRedaction', found.council, { redaction });
      return ok(null);
    });
  }

  /** Keeps a file from being published, or publishes a redacted copy for it (HE-50). The file itself is kept. */
  async withhold(round: RoundId, wanted: NewWithholding, actor: Actor): Done<null, RedactRefused | StillClosed> {
    const { submission, sha256, replacement } = wanted;
    const only = { at: submission, alsoAbandoned: true };
    return changeScreening<null, RedactRefused | StillClosed>(this.ground, round, only, async (change, screening) => {
      const sent = submissionIn(screening, submission);
      if (!sent?.files.some((each) => each.sha256 === sha256)) return err({ code: 'HE-50-NOT-IN-THE-TEXT' });
      const reason = reasonIn(wanted.reason);
      if (!reason.ok) return reason;
      const copy = { replacement: replacement?.sha256 ?? null, replacementName: replacement?.name ?? null };
      const row = { submission, sha256, isWithheld: true, reason: reason.value, ...copy, at: change.now, ...actor };
      const allowed = await mayStandFor(change, screening, row);
      if (!allowed.ok) return allowed;
      await change.manager.insert(FileWithholdingSchema, row);
      await endPapers(change);
      const facts = { submission, sha256, replacement: copy.replacement };
      await logScreening(change, actor, 'withholdFile', sent.council, facts);
      return ok(null);
    });
  }

  /** Lets a withheld file be published as it was sent, before it is published. */
  async putBackFile(
    round: RoundId,
    { submission, sha256, reason }: Omit<NewWithholding, 'replacement'>,
    actor: Actor,
  ): Done<null, RedactRefused | PutBackRefused> {
    const only = { at: submission };
    return changeScreening<null, RedactRefused | PutBackRefused>(
      this.ground,
      round,
      only,
      async (change, screening) => {
        const sent = submissionIn(screening, submission);
        const file = sent?.files.find((each) => each.sha256 === sha256);
        if (!sent || !file?.withholding) return err({ code: 'HE-50-NOT-IN-THE-TEXT' });
        if (isPublished(screening)) return err({ code: 'HE-50-PUBLISHED-NOW' });
        const given = reasonIn(reason);
        if (!given.ok) return given;
        const row = { submission, sha256, isWithheld: false, reason: given.value, at: change.now, ...actor };
        await change.manager.insert(FileWithholdingSchema, { ...row, replacement: null, replacementName: null });
        await logScreening(change, actor, 'putBackFile', sent.council, { submission, sha256 });
        return ok(null);
      },
    );
  }

  /** Publishes what a closed round's councils answered (HE-47), when two people have released what was found (HE-48). */
  async publish(round: RoundId, actor: Actor): Done<null, PublishRefused> {
    return changeScreening<null, PublishRefused>(this.ground, round, { at: null }, async (change, screening) => {
      const allowed = publish(publishFacts(screening));
      if (!allowed.ok) return allowed;
      await change.manager.insert(PublicationEventSchema, {
        ...{ round, event: 'publish' as const, reason: null, at: change.now, ...actor },
      });
      const { number } = change.round.row;
      await change.log(actor, 'publishResponses', { round, number, answers: screening.submissions.length });
      return ok(null);
    });
  }

  /** Takes what is published back at once (HE-47): nothing is looked through for it. */
  async unpublish(round: RoundId, given: string, actor: Actor): Done<null, UnpublishRefused> {
    const act = async (change: RoundChange): Promise<Result<null, UnpublishRefused>> => {
      const events = await publicationEvents(change.manager, round);
      const allowed = unpublish(isPublished({ events }), given);
      if (!allowed.ok) return allowed;
      await change.manager.insert(PublicationEventSchema, {
        ...{ round, event: 'unpublish' as const, reason: allowed.value, at: change.now, ...actor },
      });
      await change.log(actor, 'unpublishResponses', { round, number: change.round.row.number });
      return ok(null);
    };
    return changeRound(this.ground, round, { lock: 'UPDATE', alsoAbandoned: true }, act);
  }
}
