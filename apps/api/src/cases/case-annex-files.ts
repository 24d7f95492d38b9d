import { FileStore, RoundGround, ScreeningStore } from '@enig/data';
import type { Sha256 } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { mustHaveNoNumber } from '../approval/minutes.service';
import type { AppViewer } from '../core/viewer';
import { IncomingDocuments } from '../hearing/incoming-documents';
import { inspected } from '../screening/file-warnings';
import { FileThreads } from '../threads/file-threads';

/** What must be what it is called; other kinds of files cannot be read through, and whoever puts them there is told so. */
const DOCUMENT = /\.(pdf|docx)$/i;

/** Annexes of cases are looked through for personal numbers when they are put there, as everything that comes in. */
@Injectable()
export class CaseAnnexFiles {
  constructor(
    private readonly files: FileStore,
    private readonly offers: RoundGround,
    private readonly incoming: IncomingDocuments,
    private readonly screenings: ScreeningStore,
    private readonly threads: FileThreads,
  ) {}

  /**
   * Looks through a file that the viewer has sent in; of another's nothing is said, and the store refuses it.
   *
   * @throws BadInput for a document that is not what it is called, and for a name with a personal number in it
   */
  async lookThrough(
    viewer: AppViewer,
    { sha256, name }: { readonly sha256: Sha256; readonly name: string },
  ): Promise<void> {
    mustHaveNoNumber(viewer, name);
    if ((await this.offers.offered(sha256, viewer.person.id)) === null) return;
    const file = await this.files.read(sha256);
    if (!file) return;
    const isDocument = DOCUMENT.test(name);
    const seen = isDocument
      ? await this.incoming.mustBeDocument(viewer, file.bytes, name)
      : await inspected(this.threads, file.bytes);
    if (seen) await this.screenings.keepInspection(sha256, seen);
  }
}
