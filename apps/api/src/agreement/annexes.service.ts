import { FileStore, type AgreementView } from '@enig/data';
import { Injectable } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import type { AnnexModel } from './models';
import { SectionsService } from './sections.service';
import { subjectOf } from './subjects';

/** Annexes as they are shown. */
@Injectable()
export class AnnexesService {
  constructor(
    private readonly files: FileStore,
    private readonly sections: SectionsService,
  ) {}

  /** The annexes of an agreement; for those who read no drafts as they were frozen last. */
  async of(viewer: AppViewer, view: AgreementView): Promise<AnnexModel[]> {
    if (viewer.can('readDraft', subjectOf(view))) return this.present(view.annexes);
    const version = (await this.sections.versionsOf(viewer, view)).at(-1);
    return this.present(version?.manifest.annexes ?? []);
  }

  /** Annexes with the sizes of their files. An annex of a version has no row of its own: its file names it. */
  async present(
    annexes: readonly {
      readonly id?: string;
      readonly number: number;
      readonly title: string;
      readonly fileName: string;
      readonly sha256: AgreementView['annexes'][number]['sha256'];
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
