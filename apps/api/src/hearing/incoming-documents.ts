import type { InspectedFile } from '@enig/documents';
import { wordRefusal } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { BadInput } from '../core/errors';
import type { AppViewer } from '../core/viewer';
import { FileThreads } from '../threads/file-threads';
import { PerMinute } from './per-minute';

/** An answer has at most 20 documents (HE-36), and nobody needs all of them within a minute. */
const MOST_IN_A_MINUTE = 20;

/** Whether what comes in is a document of the kinds that can be read. */
@Injectable()
export class IncomingDocuments {
  private readonly often = new PerMinute(MOST_IN_A_MINUTE);

  constructor(private readonly files: FileThreads) {}

  /** @returns what it is and says. @throws BadInput with why the bytes are not taken (HE-45): not what the name says, locked, damaged, macros … · TooMany */
  async mustBeDocument(viewer: AppViewer, bytes: Uint8Array, name: string): Promise<InspectedFile> {
    this.often.count(viewer.person.id);
    const inspected = await this.files.inspect(bytes, name, viewer.person.id);
    if (!inspected.ok) throw new BadInput(wordRefusal(viewer.locale, inspected.error));
    return inspected.value;
  }
}
