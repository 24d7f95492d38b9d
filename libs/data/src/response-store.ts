import { randomInt, randomUUID } from 'node:crypto';
import type { Abandoned } from '@enig/agreement';
import {
  submit,
  treat,
  withdraw,
  type NewSubmission,
  type ProposedPoint,
  type SubmissionId,
  type SubmitRefused,
  type TreatmentId,
  type TreatmentInput,
  type TreatRefused,
  type WithdrawRefused,
} from '@enig/hearing';
import {
  brandId,
  canonicalHash,
  ok,
  sha256,
  type BodyId,
  type PointId,
  type ResponseId,
  type Result,
} from '@enig/kernel';
import { textBytes, type HearingResponseJson } from '@enig/text';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import { TextSchema, type TextRow } from './texts';
import { closeTexts, openTexts } from './agreement-change';
import { heardSections, roundOf } from './hearing-reads';
import type { ResponseView } from './hearing-views';
import { PointSchema, SubmissionSchema, TreatmentSchema, WithdrawalSchema } from './hearings';
import { pointsOf, responseOf, saysOf } from './response-content';
import { changeRound, type RoundChange, type StoreGround } from './round-change';
import { TextsAhead } from './text-ahead';

type Done<Value, Refusal> = Promise<Result<Value, Refusal | Abandoned> | null>;

/** Letters and digits that are not taken for one another when a reference is read aloud. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const SIGNS_IN_REFERENCE = 4;

/** What councils send in and take back, and what is answered to each point. */
export class ResponseStore {
  constructor(private readonly ground: StoreGround) {}

  /**
   * Sends a council's response as it is written now, and closes its text. Whether it is on time is judged by the clock
   * read after the round's row was locked (HE-7). Who presses a moment after another gets the submission that stands.
   *
   * @param checkedSeq how far the text had come when it was checked (HE-20); null: nobody says.
   * @returns null for no such response.
   */
  async submit(id: ResponseId, actor: Actor, checkedSeq: number | null = null): Done<SubmissionId, SubmitRefused> {
    return this.inRoundOf<SubmissionId, SubmitRefused>('response', id, async (change) => {
      const response = responseIn(change, id);
      const sections = await heardSections(change.manager, change.round.row.version);
      const texts = await TextsAhead.read(change.manager, [response.text.id]);
      const { seq } = await lockText(change.manager, response);
      if (response.standing?.row.textSeq === seq) return ok(response.standing.row.id);
      await texts.catchUp();
      const content = responseOf(texts.text(response.text.id), sections);
      const written = { says: saysOf(content), seq, checkedSeq };
      const submitted = submit(response.facts, change.round.round, change.now, actor.capacity, written);
      if (!submitted.ok) return submitted;
      if (!content) throw new Error(`The response ${id} was let through and cannot be read`);
      const submission = await writeSubmission(change, actor, { response, seq, content, sent: submitted.value });
      await addPoints(change.manager, submission, pointsOf(content, sections));
      await texts.fold(response.text.id);
      texts.destroy();
      await closeTexts(change, [response.text.id], 'submitted');
      return ok(submission);
    });
  }

  /** Takes back what a council sent, which is kept, and opens its text again. */
  async withdraw(id: ResponseId, actor: Actor): Done<null, WithdrawRefused> {
    return this.inRoundOf<null, WithdrawRefused>('response', id, async (change) => {
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
      return ok(null);
    });
  }

  /** Answers a point, or answers it better. @returns null for no such point, or one of a response that no longer stands. */
  async treat(id: PointId, input: TreatmentInput, actor: Actor): Done<TreatmentId, TreatRefused> {
    const found = await this.inRoundOf<TreatmentId | null, TreatRefused>('point', id, async (change) => {
      const point = change.round.points.find(({ row }) => row.id === id);
      if (!point) return ok(null);
      const treated = treat(point.row, change.round.round, input, point.treatments);
      if (!treated.ok) return treated;
      const treatment = brandId<TreatmentId>(randomUUID());
      await change.manager.insert(TreatmentSchema, { ...treated.value, id: treatment, at: change.now, ...actor });
      const { outcome, answer, reason, supersedes } = treated.value;
      const facts = { round: change.round.row.id, council: point.council, point: id, treatment, outcome, supersedes };
      await change.log(actor, 'treatPoint', { ...facts, sha256: canonicalHash({ outcome, answer, reason }) });
      return ok(treatment);
    });
    if (!found?.ok) return found;
    return found.value === null ? null : ok(found.value);
  }

  private async inRoundOf<Value, Refusal>(
    thing: 'response' | 'point',
    id: ResponseId | PointId,
    act: (change: RoundChange) => Promise<Result<Value, Refusal>>,
  ): Done<Value, Refusal> {
    const round = await roundOf(this.ground.source.manager, thing, id);
    return round && changeRound(this.ground, round, 'SHARE', act);
  }
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

interface Sending {
  readonly response: ResponseView;
  readonly seq: number;
  readonly content: HearingResponseJson;
  readonly sent: NewSubmission;
}

/** Writes what is sent, and that it was. */
async function writeSubmission(change: RoundChange, actor: Actor, sending: Sending): Promise<SubmissionId> {
  const { response, seq, sent } = sending;
  const { at: submittedAt, late, supersedes } = sent;
  const content = Buffer.from(textBytes(sending.content));
  const hash = sha256(content);
  const council = response.row.body;
  const reference = await newReference(change, council);
  const id = brandId<SubmissionId>(randomUUID());
  await change.manager.insert(SubmissionSchema, {
    ...{ id, response: response.row.id, reference, textSeq: seq, content, sha256: hash },
    ...{ submittedAt, late, ...actor, supersedes },
  });
  const { row, round } = change.round;
  const facts = { round: row.id, council, version: round.version, submission: id, reference, sha256: hash, late };
  await change.log(actor, 'submitResponse', facts);
  return id;
}

async function addPoints(
  manager: EntityManager,
  submission: SubmissionId,
  points: readonly ProposedPoint[],
): Promise<void> {
  if (points.length === 0) return;
  await manager.insert(
    PointSchema,
    points.map((point) => ({ ...point, id: brandId<PointId>(randomUUID()), submission })),
  );
}

/** What a council keeps and can read out on the telephone, as `H1-GREVE-7F3K`. */
async function newReference({ manager, round }: RoundChange, council: BodyId): Promise<string> {
  const [place] = await manager.query<{ name: string }[]>(
    `SELECT coalesce(m.name, b.name) AS name
     FROM body b LEFT JOIN party p ON p.id = b.party LEFT JOIN municipality m ON m.code = p.municipality WHERE b.id = $1`,
    [council],
  );
  const name = asciiCapitals(place?.name ?? '');
  for (;;) {
    const signs = Array.from({ length: SIGNS_IN_REFERENCE }, () => SIGNS[randomInt(SIGNS.length)]).join('');
    const reference = `H${round.row.number}-${name}-${signs}`;
    const taken = await manager.exists(SubmissionSchema, { where: { reference } });
    if (!taken) return reference;
  }
}

function asciiCapitals(name: string): string {
  const spelt = name.toUpperCase().replaceAll('Æ', 'AE').replaceAll('Ø', 'OE').replaceAll('Å', 'AA');
  return spelt.normalize('NFD').replace(/[^A-Z]/g, '');
}
