import type { Abandoned } from '@enig/agreement';
import { correct, submit, withdraw, type SubmissionId, type SubmitRefused, type WithdrawRefused } from '@enig/hearing';
import { ok, sha256, type ResponseId, type Result } from '@enig/kernel';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import { TextSchema, type TextRow } from './texts';
import { closeTexts, openTexts, type Announce } from './agreement-change';
import { heardSections, roundOf, type HeardSection } from './hearing-reads';
import type { ResponseView } from './hearing-views';
import { HearingRoundSchema, ResponseSchema, WithdrawalSchema } from './hearings';
import { pointsOf, responseOf, saysOf } from './response-content';
import { notedAsLogged } from './noted-by';
import { tellOfWithdrawal } from './receipt-letters';
import { filesOf, readIn } from './response-files';
import { closeUnsent } from './unsent-corrections';
import { changeRound, type RoundChange, type RoundLock, type StoreGround } from './round-change';
import { bytesSent, writeSubmission } from './submissions';
import { TextsAhead } from './text-ahead';

type Done<Value, Refusal> = Promise<Result<Value, Refusal | Abandoned> | null>;

/** What whoever sends has checked; null where nobody says. */
export interface Checked {
  readonly checkedSeq: number | null;
  readonly checkedFiles: readonly string[] | null;
}

const UNCHECKED: Checked = { checkedSeq: null, checkedFiles: null };

/** What councils send in and take back. */
export class ResponseStore {
  constructor(private readonly ground: StoreGround) {}

  /**
   * Sends a council's response as it is written now, and closes its text. What stood is replaced by it, if it was opened
   * to be corrected (HE-54). Whether it is on time is judged by the clock read after the round's row was locked (HE-7).
   * Who presses a moment after another, or sends what is to the byte what stands, gets the submission that stands, and
   * nobody outside the council is told that anything happened.
   *
   * @param checked how far the text had come, and which documents there were, when it was checked (HE-20, HE-37).
   * @returns null for no such response.
   */
  async submit(id: ResponseId, actor: Actor, checked: Checked = UNCHECKED): Done<SubmissionId, SubmitRefused> {
    const read: { ahead: ReadAhead | null; isSent: boolean } = { ahead: null, isSent: false };
    const ahead = async (manager: EntityManager): Promise<void> => {
      read.ahead = await readAhead(manager, id);
    };
    const act = async (change: RoundChange): Promise<Result<SubmissionId, SubmitRefused>> => {
      if (!read.ahead) throw new Error(`The response ${id} was not read`);
      const done = await sendIn(change, { id, actor, checked, ahead: read.ahead });
      read.isSent = done.ok && done.value !== responseIn(change, id).standing?.row.id;
      return done;
    };
    try {
      const how = { lock: 'SHARE', alsoAbandoned: false, ahead } as const;
      const announce = this.toCouncilUnless(() => read.isSent);
      return await this.inRoundOf<SubmissionId, SubmitRefused>(id, act, how, announce);
    } finally {
      read.ahead?.texts.destroy();
    }
  }

  /**
   * Opens what a council sent to be corrected; it stands meanwhile (HE-54). Twice is once. Only the council is told, and
   * the log of acts says nothing: nobody else knows that something is written (HE-31).
   */
  async correct(id: ResponseId): Done<null, WithdrawRefused> {
    return this.inCouncilOf<WithdrawRefused>(id, async (change) => {
      const response = responseIn(change, id);
      const standing = correct(response.facts, change.round.round, change.now);
      if (!standing.ok) return standing;
      await openTexts(change, [response.text.id]);
      return ok(null);
    });
  }

  /**
   * Closes a correction again: what was sent stands as it was, and what was written since is kept unsent. Twice is once;
   * what is not being corrected is left as it is.
   */
  async keepSent(id: ResponseId): Done<null, never> {
    return this.inCouncilOf<never>(id, async (change) => {
      const response = responseIn(change, id);
      const { standing, text } = response;
      if (standing && text.phase === 'open') await closeUnsent(change, response);
      return ok(null);
    });
  }

  /** Takes back what a council sent, which is kept, and opens its text again. */
  async withdraw(id: ResponseId, actor: Actor): Done<null, WithdrawRefused> {
    return this.inRoundOf<null, WithdrawRefused>(id, async (change) => {
      const response = responseIn(change, id);
      const withdrawn = withdraw(response.facts, change.round.round, change.now);
      if (!withdrawn.ok) return withdrawn;
      await change.manager.insert(WithdrawalSchema, { ...withdrawn.value, ...actor });
      await openTexts(change, [response.text.id]);
      const { submission } = withdrawn.value;
      const reference = response.standing?.row.reference ?? null;
      await change.log(actor, 'withdrawResponse', {
        round: change.round.row.id,
        council: response.row.body,
        submission,
        reference,
      });
      await tellOfWithdrawal(change, response, actor);
      return ok(null);
    });
  }

  private async inRoundOf<Value, Refusal>(
    id: ResponseId,
    act: (change: RoundChange) => Promise<Result<Value, Refusal>>,
    how: 'SHARE' | RoundLock = 'SHARE',
    announce = this.ground.announce,
  ): Done<Value, Refusal> {
    const round = await roundOf(this.ground.source.manager, 'response', id);
    return round && changeRound({ ...this.ground, announce }, round, how, act);
  }

  /** What is between a council and its text: who has the text open is told, and nobody else. */
  private async inCouncilOf<Refusal>(
    id: ResponseId,
    act: (change: RoundChange) => Promise<Result<null, Refusal>>,
  ): Done<null, Refusal> {
    const announce = this.toCouncilUnless(() => false);
    return this.inRoundOf<null, Refusal>(id, act, 'SHARE', announce);
  }

  /** Tells who has the text open alone, unless something happened that is everybody's: asked once it is done. */
  private toCouncilUnless(isEverybodys: () => boolean): Announce {
    return async (each) => (each.topic === 'text' || isEverybodys() ? this.ground.announce(each) : undefined);
  }
}

/** What is read before the agreement is locked, so that nobody waits for it. */
interface ReadAhead {
  readonly texts: TextsAhead;
  /** Of the version that is heard; none of a document. */
  readonly sections: readonly HeardSection[];
}

async function readAhead(manager: EntityManager, id: ResponseId): Promise<ReadAhead> {
  const { text, round } = await manager.findOneByOrFail(ResponseSchema, { id });
  const { version } = await manager.findOneByOrFail(HearingRoundSchema, { id: round });
  const sections = version === null ? [] : await heardSections(manager, version);
  return { sections, texts: await TextsAhead.read(manager, [text]) };
}

/** Under the locks: what is written is read to its end, judged, and written down as sent. */
async function sendIn(
  change: RoundChange,
  given: { readonly id: ResponseId; readonly actor: Actor; readonly checked: Checked; readonly ahead: ReadAhead },
): Promise<Result<SubmissionId, SubmitRefused>> {
  const { id, actor, checked } = given;
  const { texts, sections: heard } = given.ahead;
  const { manager, round, now } = change;
  const response = responseIn(change, id);
  const { standing } = response;
  const { seq, phase } = await lockText(manager, response);
  const files = (await filesOf(manager, [id])).get(id) ?? [];
  await texts.catchUp();
  const sections = heard.filter(({ section }) => round.round.sections.includes(section));
  const text = texts.text(response.text.id);
  const said = responseOf(text, sections);
  const content = said && (await notedAsLogged(manager, text, response.row.body, said));
  if (standing && content && sha256(bytesSent({ content, files })) === standing.row.sha256) {
    if (phase === 'open') await closeTexts(change, [response.text.id], 'submitted');
    return ok(standing.row.id);
  }
  const isCorrection = standing !== null && phase === 'open';
  const says = saysOf(content, files.length);
  const written = { says, seq, files: files.map((file) => file.id), isCorrection, ...checked };
  const submitted = submit(response.facts, round.round, now, actor.capacity, written);
  if (!submitted.ok) return submitted;
  if (!content) throw new Error(`The response ${id} was let through and cannot be read`);
  const points = pointsOf(content, sections, await readIn(manager, files));
  const sending = { response, seq, content, files, points, sent: submitted.value };
  const submission = await writeSubmission(change, actor, sending);
  await texts.fold(response.text.id);
  await closeTexts(change, [response.text.id], 'submitted');
  return ok(submission);
}

function responseIn({ round }: RoundChange, id: ResponseId): ResponseView {
  const response = round.responses.find(({ row }) => row.id === id);
  if (!response) throw new Error(`The round ${round.row.id} has no response ${id}`);
  return response;
}

/** From here on nobody adds to the text: an acknowledged word is in the response, any other is refused. */
async function lockText(manager: EntityManager, { text }: ResponseView): Promise<TextRow> {
  return manager.findOneOrFail(TextSchema, { where: { id: text.id }, lock: { mode: 'pessimistic_write' } });
}
