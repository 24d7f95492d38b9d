import { HearingReads, LogReads, PeopleStore, PlaceStore, type LetterDue, type Made } from '@enig/data';
import type { SubmissionId } from '@enig/hearing';
import { brandId, instantOf, localDateAt } from '@enig/kernel';
import type { Ground } from '../core/core.module';
import { fileName } from '../core/send-document';
import { LOCALE, say } from '../core/viewer';
import type { Work } from '../jobs/work';
import type { DocumentThreads } from '../threads/document-threads';
import { Receipts } from './receipts';

/** What making receipts needs. */
interface ReceiptGround extends Pick<Ground, 'source'> {
  readonly documents: Pick<DocumentThreads, 'make'>;
  readonly installation: Pick<Ground['installation'], 'publicUrl'>;
}

/** Encloses the receipt as PDF in the mail that a council's people get when its answer has come in (HE-39). */
export function enclosingReceipts(work: Pick<Work, 'enclosed'>, ground: ReceiptGround): void {
  const reads = new HearingReads(ground.source);
  const receipts = new Receipts(
    reads,
    new PlaceStore(ground.source),
    new PeopleStore(ground.source),
    new LogReads(ground.source),
  );
  const lately = new Lately();
  work.enclosed.handle('receipt', ({ facts }) =>
    lately.once(submissionIn(facts), () => receiptFor(facts, reads, receipts, ground)),
  );
}

/** How many receipts are kept: everybody in a council gets the same one, right after one another. */
const KEPT = 20;

/** The receipts that were made last, or are being made. What failed is made anew when it is asked for again. */
class Lately {
  private readonly made = new Map<SubmissionId, Promise<Made>>();

  once(id: SubmissionId, make: () => Promise<Made>): Promise<Made> {
    const known = this.made.get(id);
    if (known) return known;
    const making = make();
    this.made.set(id, making);
    making.catch(() => this.made.delete(id));
    for (const oldest of [...this.made.keys()].slice(0, -KEPT)) this.made.delete(oldest);
    return making;
  }
}

/** As it was sent: the letter goes to those whose answer it is. */
async function receiptFor(
  facts: LetterDue['facts'],
  reads: HearingReads,
  receipts: Receipts,
  { documents, installation }: ReceiptGround,
): Promise<Made> {
  const id = submissionIn(facts);
  const of = await reads.roundOf('submission', id);
  const round = of && (await reads.round(of));
  if (!round) throw new Error(`There is no submission ${id}`);
  const content: unknown = JSON.parse(Buffer.from(await reads.content(id)).toString('utf8'));
  const today = localDateAt(instantOf(new Date()));
  const model = await receipts.of(round, id, content, {
    say,
    locale: LOCALE,
    today,
    publicUrl: installation.publicUrl,
    isMailed: true,
  });
  const name = fileName(`${model.title} ${String(facts['reference'])}`, 'pdf');
  return { bytes: await documents.make('pdf', model), name, mediaType: 'application/pdf' };
}

/** @throws TypeError for the letter of no receipt. */
function submissionIn(facts: LetterDue['facts']): SubmissionId {
  const { submission } = facts;
  if (typeof submission !== 'string') throw new TypeError('The letter is of no receipt');
  return brandId<SubmissionId>(submission);
}
