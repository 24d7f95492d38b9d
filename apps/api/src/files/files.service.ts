import { Injectable } from '@nestjs/common';
import { AgreementReads, FileStore, RoundGround, VersionReads, type FileRow } from '@enig/data';
import { MAX_FILE_SIZE } from '@enig/hearing';
import { brandId, type AgreementId, type Sha256 } from '@enig/kernel';
import { NotAllowed, on } from '@enig/access';
import type { Readable } from 'node:stream';
import { subjectOf } from '../agreement/subjects';
import { readBytes } from '../core/bytes';
import { BadInput, NotFound } from '../core/errors';
import type { AppViewer } from '../core/viewer';

/** Annexes and other files. */
@Injectable()
export class FilesService {
  constructor(
    private readonly files: FileStore,
    private readonly agreements: AgreementReads,
    private readonly versions: VersionReads,
    private readonly offers: RoundGround,
  ) {}

  /** Keeps the bytes for somebody who may set up an agreement. */
  async add(viewer: AppViewer, name: string, body: Readable): Promise<{ sha256: Sha256; size: number }> {
    mustAddFiles(viewer);
    if (name.trim() === '' || name.length > 200)
      throw new BadInput(viewer.say('api.empty', { field: viewer.say('api.field.fileName') }));
    const bytes = await readBytes(body, MAX_FILE_SIZE);
    if (bytes.length === 0) throw new BadInput(viewer.say('api.fileEmpty'));
    const kept = await this.files.add(bytes, 'application/octet-stream', viewer.person.id);
    // The same bytes may have come in before by somebody else: that they have them too makes the file theirs as well.
    await this.offers.offer(kept.sha256, viewer.person.id);
    return kept;
  }

  /** A file for who may read it as an annex of an agreement's draft or of a version, or who put it there and still may. */
  async read(viewer: AppViewer, hash: Sha256): Promise<{ file: FileRow; name: string }> {
    const file = await this.files.read(hash);
    if (!file) throw new NotFound('file');
    const ids = (await this.files.agreementsOf(hash)).map((id) => brandId<AgreementId>(id));
    const heads = await this.agreements.headsById(ids);
    const readable = [...heads.values()].filter((head) => viewer.can('read', subjectOf(head)));
    const readsDraft = readable.some((head) => viewer.can('readDraft', subjectOf(head)));
    const isTheirs = file.addedBy === viewer.person.id && mayAddFiles(viewer);
    if (readsDraft || isTheirs) return { file, name: (await this.files.nameOf(hash)) ?? hash };
    const frozen = await Promise.all(readable.map(({ row }) => this.versions.ofAgreement(row.id)));
    const annex = frozen
      .flat()
      .flatMap(({ manifest }) => manifest.annexes)
      .findLast(({ sha256 }) => sha256 === hash);
    if (!annex) throw new NotFound('file');
    return { file, name: annex.fileName };
  }
}

function mayAddFiles(viewer: AppViewer): boolean {
  return viewer.seats.some(({ region }) => viewer.can('addFile', on.region({ region })));
}

function mustAddFiles(viewer: AppViewer): void {
  if (!mayAddFiles(viewer)) throw new NotAllowed('addFile', 'Region', 'noRight');
}
