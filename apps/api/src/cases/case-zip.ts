import { FileStore, type CaseAnnexRow, type VersionView } from '@enig/data';
import type { ZipEntry } from '@enig/documents';
import { sha256, type Json, type Sha256 } from '@enig/kernel';
import type { Ground } from '../core/core.module';

/** Where annexes lie in a zip file; those a party keeps closed stand apart (CA-5). */
export const FOLDERS = { agreement: 'aftalens-bilag', open: 'aabne-bilag', closed: 'lukkede-bilag' } as const;

/** A file of the zip file, with the line that tells of it in `manifest.json`. */
export interface ListedFile {
  readonly entry: ZipEntry;
  readonly line: { readonly [name: string]: Json };
}

/** A file that was made, with what its line says besides. */
export function listed(path: string, bytes: Uint8Array, said: ListedFile['line']): ListedFile {
  return { entry: { path, bytes }, line: { ...said, file: path, sha256: sha256(bytes) } };
}

/** Reads annexes into zip files. */
export class AnnexFiles {
  private readonly files: FileStore;

  constructor({ source }: Pick<Ground, 'source'>) {
    this.files = new FileStore(source);
  }

  /** The annexes of the version: open, and the same for all parties. */
  ofVersion({ manifest }: VersionView, folder: string): Promise<readonly ListedFile[]> {
    const annexes = manifest.annexes.map(({ number, fileName, sha256: file }) => ({ number, name: fileName, file }));
    return Promise.all(annexes.map(({ number, name, file }) => this.one(`${folder}/${number}`, name, file)));
  }

  /** A party's own annexes of one kind, numbered as they were put there. */
  own(annexes: readonly CaseAnnexRow[], isOpen: boolean, folder: string): Promise<readonly ListedFile[]> {
    const wanted = annexes.filter((annex) => annex.isOpen === isOpen);
    return Promise.all(wanted.map(({ name, sha256: file }, index) => this.one(`${folder}/${index + 1}`, name, file)));
  }

  private async one(path: string, name: string, hash: Sha256): Promise<ListedFile> {
    const file = await this.files.read(hash);
    if (!file) throw new Error(`The annex ${hash} is not kept`);
    return listed(`${path}-${asciiOf(name)}`, file.bytes, { name });
  }
}

const FOLDED: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', Æ: 'Ae', Ø: 'Oe', Å: 'Aa' };

/** A file's name as every program unpacks it; what it is called stands in the list. */
function asciiOf(name: string): string {
  const plain = name.replace(/[æøåÆØÅ]/gu, (letter) => FOLDED[letter] ?? letter).normalize('NFD');
  const safe = plain.replace(/\p{M}+/gu, '').replace(/[^A-Za-z0-9.-]+/gu, '-');
  return safe.length > 80 ? safe.slice(-80) : safe;
}
