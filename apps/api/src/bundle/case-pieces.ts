import { ApprovalReads, type ApprovalView, type BundledCase } from '@enig/data';
import { caseDocument, toHtml } from '@enig/documents';
import { caseData } from '../cases/case-papers';
import { HandedOnFiles, wordHeldBack } from './handed-on';
import { endingOf, folderOf, textBytes, type BundleAt, type BundlePiece } from './pieces';

/**
 * Every case that a party has sent on: its bytes as the log has their hash, to be read, and its open annexes. Closed ones
 * are not named (CA-5), drafts are not there (CA-6), and for who may not read cases there are none (LO-7).
 */
export async function* casePieces(at: BundleAt): AsyncIterable<BundlePiece> {
  if (!at.withCases || at.record.cases.length === 0) return;
  const approval = await new ApprovalReads(at.ground.source).view(at.record.view.row.id);
  if (!approval) throw new Error('Cases were sent on and nothing is decided');
  const files = new HandedOnFiles(at);
  try {
    for (const sent of at.record.cases) yield* piecesOf(at, sent, approval, files);
  } finally {
    await files.close();
  }
}

async function* piecesOf(
  at: BundleAt,
  { view, bytes }: BundledCase,
  approval: ApprovalView,
  files: HandedOnFiles,
): AsyncIterable<BundlePiece> {
  const { say, record, ground, locale, signal } = at;
  const { party, version: hash } = view.row;
  const version = record.versions.find(({ row }) => row.hash === hash);
  if (!version || !view.sending) throw new Error(`The case of ${party} is about no version`);
  const folder = `cases/${folderOf(party)}/${version.row.number}`;
  const name = approval.shortNames.get(party) ?? party;
  const under = say('bundle.group.cases', { number: version.row.number });
  const { publicUrl } = ground.installation;
  const { case: content, annexes } = view.sending.sent;
  const own = annexes.map((annex) => ({ name: annex.name, isOpen: true }));
  const { label } = record.view.row;
  const model = caseDocument(
    caseData({ party, name, label, version, content, state: 'sentOn', own, withClosed: false, publicUrl }),
    locale,
  );
  yield { path: `${folder}/case.json`, bytes, name: null, under };
  yield {
    path: `${folder}/case.html`,
    bytes: textBytes(toHtml(model)),
    name: say('bundle.file.partyCase', { party: name }),
    under,
  };
  for (const format of ['pdf', 'docx'] as const) {
    signal.throwIfAborted();
    const made = await ground.documents.make(format, model);
    yield {
      path: `${folder}/case.${format}`,
      bytes: made,
      name: say(`bundle.file.partyCase.${format}`, { party: name }),
      under,
    };
  }
  for (const annex of annexes) yield await annexPiece(at, { folder, under, party: name }, annex, files);
}

/** An open annex, or why it is not handed on; what stands in its place has its hash in its name. */
async function annexPiece(
  { say }: BundleAt,
  { folder, under, party }: { readonly folder: string; readonly under: string; readonly party: string },
  { name, sha256 }: { readonly name: string; readonly sha256: string },
  files: HandedOnFiles,
): Promise<BundlePiece> {
  const found = await files.of(sha256, name);
  const called = say('bundle.file.partyAnnex', { party, name });
  if ('file' in found)
    return { path: `${folder}/annexes/${sha256}${endingOf(name)}`, bytes: found.file.bytes, name: called, under };
  const why = say('bundle.file.heldBack', { file: called, why: wordHeldBack(say, found.heldBack) });
  return { path: `${folder}/held-back/${sha256}.txt`, bytes: textBytes(`${why}\n`), name: why, under };
}
