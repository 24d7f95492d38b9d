import { FileStore, type AgreementView } from '@enig/data';
import { Injectable } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import type { AnnexModel } from './models';
import { subjectOf } from './subjects';

/** Annexes as they are shown. */
@Injectable()
export class AnnexesService {
  constructor(private readonly files: FileStore) {}

  /** The annexes of an agreement; for those who read no drafts they are found in its versions. */
  async of(viewer: AppViewer, view: AgreementView): Promise<AnnexModel[]> {
    if (!viewer.can('readDraft', subjectOf(view)) && view.state === 'drafting') return [];
    return this.present(view.annexes);
  }

  /** Annexes with the sizes of their files. An annex of a version has no row of its own: its file names it. */
  async present(
    annexes: readonly {
      id?: string;
      number: number;
      title: string;
      fileName: string;
      sha256: AgreementView['annexes'][number]['sha256'];
    }[],
  ): Promise<AnnexModel[]> {
    const sizes = await this.files.sizes(annexes.map(({ sha256 }) => sha256));
    return annexes.map(({ id, number, title, fileName, sha256 }) => {
      return {
        id: id ?? sha256,
        number,
        title,
        fileName,
        sha256,
        size: sizes.get(sha256) ?? 0,
        url: `/files/${sha256}`,
      };
    });
  }
}
