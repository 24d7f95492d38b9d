import { Injectable } from '@nestjs/common';
import type { AgreementId } from '@enig/kernel';
import type { AppViewer } from '../core/viewer';
import type { TextEntryModel } from './section-models';

/** Where texts come from that are not the agreement's own, as responses: those of an agreement the viewer may open. */
export type TextSource = (viewer: AppViewer, agreement: AgreementId) => Promise<readonly TextEntryModel[]>;

/** Every slice that has texts adds a source when its module starts. */
@Injectable()
export class TextSources {
  private readonly sources: TextSource[] = [];

  add(source: TextSource): void {
    this.sources.push(source);
  }

  /** What all of them have of an agreement. */
  async of(viewer: AppViewer, agreement: AgreementId): Promise<TextEntryModel[]> {
    const found = await Promise.all(this.sources.map((source) => source(viewer, agreement)));
    return found.flat();
  }
}
