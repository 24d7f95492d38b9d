import { Injectable } from '@nestjs/common';
import { Installation } from '../core/installation';
import type { AppViewer } from '../core/viewer';
import { MadeDocuments } from '../threads/made-documents';
import { HearingService } from './hearing.service';
import { Receipts } from './receipts';

/** What proves that a council has answered, as a file for its own archive. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly hearing: HearingService,
    private readonly receipts: Receipts,
    private readonly made: MadeDocuments,
    private readonly installation: Installation,
  ) {}

  /** The receipt of a submission. @throws NotFound · NotAllowed for who may not see what was sent · Busy */
  async pdf(viewer: AppViewer, given: string): Promise<{ bytes: Uint8Array; title: string }> {
    const { place, submission } = await this.hearing.sent(viewer, given);
    const { id, reference } = submission.row;
    const { say, locale, today } = viewer;
    const content = await this.hearing.content(viewer, place, id);
    const at = { say, locale, today, publicUrl: this.installation.publicUrl, isMailed: false };
    const model = await this.receipts.of(place.view, id, content, at);
    return { bytes: await this.made.file('pdf', model), title: `${model.title} ${reference}` };
  }
}
