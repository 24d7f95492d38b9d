import { VersionReads, type AgreementView, type VersionView } from '@enig/data';
import { brandId, isSha256, type SectionId, type Sha256, type VersionHash } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { AnnexesService } from '../agreement/annexes.service';
import { SectionsService } from '../agreement/sections.service';
import { NotFound } from '../core/errors';
import type { AppViewer } from '../core/viewer';
import { toParty } from '../people/places.service';
import { presentDiff, type Side } from './diff';
import type { VersionDiffModel, VersionModel, VersionSectionModel } from './models';

/** Frozen versions: read by everyone who may read the agreement. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly reads: VersionReads,
    private readonly agreements: AgreementsService,
    private readonly sections: SectionsService,
    private readonly annexes: AnnexesService,
  ) {}

  /** One version. @throws NotFound · NotAllowed */
  async version(viewer: AppViewer, given: string): Promise<VersionView> {
    const hash = isSha256(given) ? brandId<VersionHash>(given) : null;
    const version = hash && (await viewer.remember(`version ${hash}`, () => this.reads.version(hash)));
    if (!version) throw new NotFound('version');
    await this.agreements.view(viewer, version.row.agreement);
    return version;
  }

  /** The versions of an agreement, oldest first. */
  async ofAgreement(viewer: AppViewer, view: AgreementView): Promise<VersionModel[]> {
    return (await this.sections.versionsOf(viewer, view)).map(presentVersion);
  }

  /** Whether it is the newest of its agreement. */
  async isCurrent(viewer: AppViewer, version: VersionView): Promise<boolean> {
    const view = await this.agreements.view(viewer, version.row.agreement);
    return (await this.sections.versionsOf(viewer, view)).at(-1)?.row.hash === version.row.hash;
  }

  /** The texts of a version, in order, with the easy-read ones beside them. */
  async texts(viewer: AppViewer, { row: { hash }, manifest }: VersionView): Promise<VersionSectionModel[]> {
    const texts = await viewer.remember(`texts ${hash}`, () => this.reads.texts(hash));
    const companions = await viewer.remember(`companions ${hash}`, () => this.reads.companions(hash));
    const inSection = (all: typeof texts, section: SectionId) => all.find((each) => each.section === section)?.content;
    return manifest.parts.flatMap((part) =>
      part.texts.map(({ section, kind, number, title, sha256 }) => {
        const content = inSection(texts, section);
        if (!content) throw new Error(`Section ${section} is in the manifest and its text is not`);
        const easyRead = inSection(companions, section) ?? null;
        const url = `/text-versions/${sha256}.json`;
        return { section, kind, number, title, part: part.kind, sha256, content, easyRead, url };
      }),
    );
  }

  /** What changed from one version to another of the same agreement. @throws NotFound where they are of two. */
  async diff(viewer: AppViewer, before: string, after: string): Promise<VersionDiffModel> {
    const [old, present] = [await this.version(viewer, before), await this.version(viewer, after)];
    if (old.row.agreement !== present.row.agreement) throw new NotFound('version');
    return presentDiff(await this.side(viewer, old), await this.side(viewer, present), viewer.say);
  }

  private async side(viewer: AppViewer, version: VersionView): Promise<Side> {
    const { manifest } = version;
    return {
      manifest,
      sections: await this.texts(viewer, version),
      annexes: await this.annexes.present(manifest.annexes),
    };
  }

  /** The exact bytes of a frozen text. @throws NotFound · NotAllowed */
  async textBytes(viewer: AppViewer, hash: Sha256): Promise<Buffer> {
    const found = await this.reads.textBytes(hash);
    if (!found) throw new NotFound('text');
    await this.agreements.view(viewer, found.agreement);
    return found.bytes;
  }
}

/** A version as GraphQL shows it. */
export function presentVersion(version: VersionView): VersionModel {
  const { row, manifest } = version;
  const { hash, number, act, createdAt } = row;
  return {
    ...{ version, hash, number, act, createdAt, manifestUrl: `/versions/${hash}/manifest.json` },
    periodFrom: manifest.period.from,
    periodTo: manifest.period.to,
    parties: manifest.parties.map(({ id, name }) =>
      toParty({ id, name, region: id.startsWith('region:') ? id : null }),
    ),
  };
}
