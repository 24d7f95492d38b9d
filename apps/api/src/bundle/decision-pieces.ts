import {
  ApprovalReads,
  PeopleStore,
  PlaceStore,
  VersionReads,
  referenceOf,
  saidOf,
  type CaseRecord,
  type DecisionRow,
} from '@enig/data';
import { localDateAt } from '@enig/kernel';
import { DecisionReceipts } from '../approval/decision-receipts';
import { HandedOnFiles, wordHeldBack, type HandedOn, type HeldBack } from './handed-on';
import { asOf, endingOf, folderOf, jsonBytes, type BundleAt, type BundlePiece } from './pieces';

/** Every decision ever recorded, as the log knows it and with its words, and the minutes where they are a file here. */
export async function* decisionPieces(at: BundleAt): AsyncIterable<BundlePiece> {
  const files = new HandedOnFiles(at);
  try {
    for (const decision of at.record.decisions) {
      at.signal.throwIfAborted();
      yield* piecesOf(at, decision, await minutesOf(files, decision));
    }
  } finally {
    await files.close();
  }
}

/** The receipt of every decision, as whoever recorded or confirmed it was mailed one (LO-4). */
export async function* decisionReceiptPieces(at: BundleAt): AsyncIterable<BundlePiece> {
  const { ground, record, say, locale, signal } = at;
  const { source, documents, installation } = ground;
  const approvals = new ApprovalReads(source);
  const receipts = new DecisionReceipts(
    approvals,
    new PlaceStore(source),
    new PeopleStore(source),
    new VersionReads(source),
  );
  const when = { say, locale, today: localDateAt(asOf(at)), publicUrl: installation.publicUrl };
  // Once for all of them: the longer a case takes, the less likely its log stands still.
  const approval = await approvals.view(record.view.row.id);
  for (const { id, body } of record.decisions) {
    signal.throwIfAborted();
    const model = await receipts.of(id, when, approval);
    if (!model) throw new Error(`The decision ${id} is gone`);
    const council = record.bodies.get(body) ?? body;
    const name = say('bundle.file.receipt', { council, reference: referenceOf(id) });
    const bytes = await documents.make('pdf', model);
    yield { path: `receipts/decisions/${id}.pdf`, bytes, name, under: say('bundle.group.receipts') };
  }
}

function* piecesOf({ record, say }: BundleAt, decision: DecisionRow, minutes: HandedOn | null): Iterable<BundlePiece> {
  const under = say('bundle.group.decisions');
  const folder = `decisions/${folderOf(decision.party ?? decision.body)}/${decision.id}`;
  const body = record.bodies.get(decision.body) ?? decision.body;
  const party = partyName(record, decision) ?? body;
  const said = say('bundle.file.decision', { party, body, outcome: say(`outcome.${decision.outcome}`) });
  const heldBack = minutes && 'heldBack' in minutes ? minutes.heldBack : null;
  const why = heldBack && wordHeldBack(say, heldBack);
  const name = why === null ? said : say('bundle.file.withoutMinutes', { decision: said, why });
  yield { path: `${folder}/decision.json`, bytes: jsonBytes(exported(record, decision, heldBack)), name, under };
  if (!minutes || 'heldBack' in minutes) return;
  const path = `${folder}/minutes${endingOf(decision.minutesName ?? '')}`;
  yield { path, bytes: minutes.file.bytes, name: say('bundle.file.minutes', { party }), under };
}

function partyName({ view }: CaseRecord, { party }: DecisionRow): string | null {
  return view.parties.find((each) => each.party === party)?.name ?? null;
}

/** The minutes of a decision; null where they are no file here. */
function minutesOf(files: HandedOnFiles, { minutesFile, minutesName }: DecisionRow): Promise<HandedOn> | null {
  return minutesFile === null ? null : files.of(minutesFile, minutesName ?? '');
}

/** @see docs/bundle-format.md */
function exported({ confirmations }: CaseRecord, decision: DecisionRow, minutesHeldBack: HeldBack | null): object {
  const { id, party, body, step, version, outcome, meetingDate, supersedes, reaffirms } = decision;
  const { recordedAt, person, recordedFor, capacity, isOwn, needsSecond } = decision;
  const confirmation = confirmations.get(id);
  return {
    ...{ format: 'enig-decision/1', id, party, body, step, version, outcome, meetingDate, supersedes, reaffirms },
    ...{ isOwn, needsSecond, recordedAt, person, recordedFor, capacity },
    said: saidOf(decision),
    confirmation: confirmation ? doneBy(confirmation) : null,
    minutesHeldBack,
  };
}

function doneBy({ at, person, body, capacity }: Pick<DecisionRow, 'person' | 'body' | 'capacity'> & { at: string }) {
  return { at, person, body, capacity };
}
