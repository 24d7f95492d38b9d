import { ApprovalReads, referenceOf } from '@enig/data';
import type { DecisionId } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { Installation } from '../core/installation';
import type { AppViewer } from '../core/viewer';
import { MadeDocuments } from '../threads/made-documents';
import { DecisionReceipts } from './decision-receipts';

/** What proves that a decision is recorded, as a file for a party's own archive. */
@Injectable()
export class DecisionReceiptsService {
  constructor(
    private readonly reads: ApprovalReads,
    private readonly agreements: AgreementsService,
    private readonly receipts: DecisionReceipts,
    private readonly made: MadeDocuments,
    private readonly installation: Installation,
  ) {}

  /** The receipt of a decision, for whoever may read the agreement. @throws NotFound · NotAllowed · Busy */
  async pdf(viewer: AppViewer, given: string): Promise<{ bytes: Uint8Array; title: string }> {
    const id = idOf<DecisionId>(given, 'decision');
    const decision = await this.reads.placeOf(id);
    if (!decision) throw new NotFound('decision');
    await this.agreements.view(viewer, decision.agreement);
    const { say, locale, today } = viewer;
    const model = await this.receipts.of(id, { say, locale, today, publicUrl: this.installation.publicUrl });
    if (!model) throw new NotFound('decision');
    return { bytes: await this.made.file('pdf', model), title: `${model.title} ${referenceOf(id)}` };
  }
}
