import { ApprovalReads, PeopleStore, PlaceStore, VersionReads, type LetterDue } from '@enig/data';
import { brandId, instantOf, localDateAt, type DecisionId } from '@enig/kernel';
import type { Ground } from '../core/core.module';
import { fileName } from '../core/send-document';
import { LOCALE, say } from '../core/viewer';
import type { Work } from '../jobs/work';
import type { DocumentThreads } from '../threads/document-threads';
import { DecisionReceipts } from './decision-receipts';

/** What making receipts of decisions needs. */
interface ReceiptGround extends Pick<Ground, 'source'> {
  readonly documents: Pick<DocumentThreads, 'make'>;
  readonly installation: Pick<Ground['installation'], 'publicUrl'>;
}

/** Encloses the receipt as PDF in the mail to whoever recorded or confirmed a decision. */
export function enclosingDecisionReceipts(work: Pick<Work, 'enclosed'>, ground: ReceiptGround): void {
  const { source, documents, installation } = ground;
  const receipts = new DecisionReceipts(
    new ApprovalReads(source),
    new PlaceStore(source),
    new PeopleStore(source),
    new VersionReads(source),
  );
  work.enclosed.handle('decisionReceipt', async ({ facts }) => {
    const today = localDateAt(instantOf(new Date()));
    const at = { say, locale: LOCALE, today, publicUrl: installation.publicUrl };
    const model = await receipts.of(decisionIn(facts), at);
    if (!model) throw new Error(`There is no decision ${String(facts['decision'])}`);
    const name = fileName(`${model.title} ${String(facts['reference'])}`, 'pdf');
    return { bytes: await documents.make('pdf', model), name, mediaType: 'application/pdf' };
  });
}

/** @throws TypeError for the letter of no decision. */
function decisionIn(facts: LetterDue['facts']): DecisionId {
  const { decision } = facts;
  if (typeof decision !== 'string') throw new TypeError('The letter is of no decision');
  return brandId<DecisionId>(decision);
}
