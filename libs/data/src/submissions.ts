import { randomInt, randomUUID } from 'node:crypto';
import type { NewSubmission, ProposedPoint, SubmissionId } from '@enig/hearing';
import { brandId, sha256, type BodyId, type PointId, type Sha256 } from '@enig/kernel';
import { textBytes, type HearingResponseJson } from '@enig/text';
import type { EntityManager } from 'typeorm';
import type { Actor } from './act';
import type { ResponseView } from './hearing-views';
import { SubmissionSchema } from './hearings';
import { addPointRows } from './points';
import { sendReceipts } from './receipt-letters';
import { sentFiles, SubmissionFileSchema, type ResponseFile } from './response-files';
import type { RoundChange } from './round-change';

/** Letters and digits that are not taken for one another when a reference is read aloud. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const SIGNS_IN_REFERENCE = 4;

/** What is sent, as the rules let it through. */
export interface Sending {
  readonly response: ResponseView;
  readonly seq: number;
  readonly content: HearingResponseJson;
  readonly files: readonly ResponseFile[];
  readonly points: readonly ProposedPoint[];
  readonly sent: NewSubmission;
}

/**
 * Writes what is sent, byte for byte, with its documents and its points, and that it was: in the log of acts, and in a
 * receipt to the council.
 */
export async function writeSubmission(change: RoundChange, actor: Actor, sending: Sending): Promise<SubmissionId> {
  const { response, seq, sent } = sending;
  const { at: submittedAt, late, supersedes } = sent;
  const content = bytesSent(sending);
  const hash = sha256(content);
  const reference = await newReference(change, response.row.body);
  const id = brandId<SubmissionId>(randomUUID());
  await change.manager.insert(SubmissionSchema, {
    ...{ id, response: response.row.id, reference, textSeq: seq, content, sha256: hash },
    ...{ submittedAt, late, ...actor, supersedes },
  });
  await sendFiles(change.manager, id, sending.files);
  await addPoints(change.manager, id, sending.points);
  await tell(change, actor, sending, { id, reference, hash });
  return id;
}

/** The bytes a submission is: the same for the same words with the same documents, however they came to stand there. */
export function bytesSent({ content, files }: Pick<Sending, 'content' | 'files'>): Buffer {
  return Buffer.from(textBytes({ ...content, ...{ files: sentFiles(files) } }));
}

/** Says in the log and in the receipts that it was sent, and what stood until now. */
async function tell(
  change: RoundChange,
  actor: Actor,
  { response, sent }: Sending,
  { id: submission, reference, hash }: { readonly id: SubmissionId; readonly reference: string; readonly hash: Sha256 },
): Promise<void> {
  const { row, round } = change.round;
  const { subject } = round;
  const council = response.row.body;
  const about = subject.kind === 'version' ? { version: subject.version } : { document: subject.document };
  const facts = { round: row.id, council, ...about, submission, reference, sha256: hash, late: sent.late };
  const replaced = response.standing?.row.reference ?? null;
  if (replaced === null) await change.log(actor, 'submitResponse', facts);
  else await change.log(actor, 'replaceResponse', { ...facts, replaced });
  const receipt = { submission, response: response.row.id, council, reference, at: sent.at, isLate: sent.late };
  await sendReceipts(change.manager, row, { ...receipt, sha256: hash, replaced });
}

async function addPoints(
  manager: EntityManager,
  submission: SubmissionId,
  points: readonly ProposedPoint[],
): Promise<void> {
  const found = { submission, madeBy: null, part: null };
  await addPointRows(
    manager,
    points.map((point) => ({ ...point, ...found, id: brandId<PointId>(randomUUID()) })),
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

/** Says that these documents went with a submission. */
async function sendFiles(
  manager: EntityManager,
  submission: SubmissionId,
  files: readonly ResponseFile[],
): Promise<void> {
  if (files.length === 0) return;
  await manager.insert(
    SubmissionFileSchema,
    files.map(({ id }, position) => ({ submission, position, file: id })),
  );
}
