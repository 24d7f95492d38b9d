import { Injectable } from '@nestjs/common';
import { AgreementReads, FileStore, VersionReads, type FileRow } from '@enig/data';
import { brandId, type AgreementId, type Sha256 } from '@enig/kernel';
import { NotAllowed, on } from '@enig/access';
import type { Readable } from 'node:stream';
import { subjectOf } from '../agreement/subjects';
import { BadInput, NotFound, TooLarge } from '../core/errors';
import type { AppViewer } from '../core/viewer';

/** Largest file in bytes. */
const MAX_FILE = 10 * 1024 * 1024;

/** Annexes and other files. */
@Injectable()
export class FilesService {
  constructor(
    private readonly files: FileStore,
    private readonly agreements: AgreementReads,
    private readonly versions: VersionReads,
  ) {}

  /** Keeps the bytes for somebody who may set up an agreement. */
  async add(viewer: AppViewer, name: string, body: Readable): Promise<{ sha256: Sha256; size: number }> {
    mustAddFiles(viewer);
    if (name.trim() === '' || name.length > 200)
      throw new BadInput(viewer.say('api.empty', { field: viewer.say('api.field.fileName') }));
    const bytes = await bytesOf(body);
    if (bytes.length === 0) throw new BadInput(viewer.say('api.fileEmpty'));
    return this.files.add(bytes, 'application/octet-stream', viewer.person.id);
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

/** @throws TooLarge as soon as there is too much, whatever the length was said to be. */
async function bytesOf(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_FILE) throw new TooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
