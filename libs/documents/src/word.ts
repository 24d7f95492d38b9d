import { readable } from './check';
import type { DocumentModel } from './model';

/**
 * The document as a Word file: real headings, lists and tables with header rows, changes as Word tracks them, and its
 * title and language said.
 *
 * @param set is called when all that stands in it is set, and is only to be packed.
 * @throws DocumentRefused
 */
export async function toWord(model: DocumentModel, set: () => void = () => undefined): Promise<Uint8Array> {
  // The library is large, so it is loaded where a Word file is made.
  const { writeWord } = await import('./word-file');
  return writeWord(readable(model), set);
}
