import { findPersonalNumbers, type FileRefused } from '@enig/hearing';
import { err, ok, type Result } from '@enig/kernel';
import {
  FILE_LIMITS,
  FileRefusal,
  type FileKind,
  type FilePart,
  type FilePlace,
  type InspectedFile,
  type NumbersInPlace,
} from './inspected';
import { containerOf, kindNamed, mustBeAsNamed, refusalOfOther } from './kind';
import { paragraphsOfLines, paragraphsOfPages } from './paragraphs';
import { readPdf } from './pdf';
import { Reading } from './reading';
import { readContainer } from './word';

/**
 * What an uploaded file is and says (HE-45, HE-46): its kind by content, every word in it that somebody could get at,
 * what could not be read, and where personal numbers stand, without the numbers. Costs up to some seconds and hundreds
 * of MiB, so it is run in a thread with limits, never where requests are served.
 *
 * @param name  as it was sent; only its ending is looked at.
 */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<Result<InspectedFile, FileRefused>> {
  const reading = new Reading();
  try {
    const kind = await readFile(bytes, name, reading);
    const { parts, unread } = reading;
    return ok({ kind, ...readIn(reading), parts, unread, numbers: numbersIn(parts) });
  } catch (error) {
    if (error instanceof FileRefusal) return err({ code: error.code });
    throw error;
  }
}

async function readFile(bytes: Uint8Array, name: string, reading: Reading): Promise<FileKind> {
  if (bytes.length === 0) throw new FileRefusal('HE-45-FILE-EMPTY');
  if (bytes.length > FILE_LIMITS.bytes) throw new FileRefusal('HE-45-FILE-TOO-LARGE');
  const container = containerOf(bytes);
  if (container === 'pdf') {
    mustBeAsNamed('pdf', name);
    await readPdf(bytes, reading, (inner, innerName) => readEmbedded(inner, innerName, 1, reading));
    return 'pdf';
  }
  if (container !== 'zip') throw refusalOfOther(bytes, container, name);
  if (kindNamed(name) === 'macros') throw new FileRefusal('HE-45-FILE-MACROS');
  const embedded = (inner: Uint8Array, innerName: string, depth: number) =>
    readEmbedded(inner, innerName, depth, reading);
  const kind = await readContainer(bytes, reading, { depth: 0, readEmbedded: embedded });
  if (kind !== 'word') throw refusalOfOther(bytes, 'unknown', name);
  mustBeAsNamed('word', name);
  return 'word';
}

/**
 * A file inside the file. What is read of it counts as `embedded`; what is not read is noted, and somebody must look:
 * the file around it is taken all the same, unless what is inside would be too much or could run.
 */
async function readEmbedded(bytes: Uint8Array, name: string, depth: number, around: Reading): Promise<void> {
  if (bytes.length === 0) return;
  const container = containerOf(bytes);
  const inside = new Reading();
  if (depth > FILE_LIMITS.depth || container === 'compound') return around.missed('attachment');
  around.spend(bytes.length);
  try {
    if (container === 'pdf')
      await readPdf(bytes, inside, (inner, innerName) => readEmbedded(inner, innerName, depth + 1, inside));
    else if (container === 'zip') {
      const readInner = (inner: Uint8Array, innerName: string, deeper: number) =>
        readEmbedded(inner, innerName, deeper, inside);
      if ((await readContainer(bytes, inside, { depth, readEmbedded: readInner })) === 'other')
        around.missed('attachment');
    } else if (isText(bytes)) inside.add('embedded', null, Buffer.from(bytes).toString('utf8'));
    else around.missed('attachment');
  } catch (error) {
    if (!(error instanceof FileRefusal) || MUST_NOT_HIDE.has(error.code)) throw error;
    around.missed('attachment');
  }
  around.add('embedded', null, [name, ...inside.parts.map(({ text }) => text)].join('\n'));
  if (inside.unread.length > 0) around.missed('attachment');
}

/** What is not taken, however deep it lies. */
const MUST_NOT_HIDE = new Set(['HE-45-FILE-MACROS', 'HE-45-FILE-UNPACKS-TOO-LARGE', 'HE-45-FILE-TOO-MANY-PARTS']);

/** Text has no zeros and is UTF-8. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Places of words that a reader of the file sees, and that stand in none of its paragraphs. */
const BESIDES = new Set<FilePlace>(['notes', 'comments', 'form', 'embedded']);

function readIn({ pages, parts, unread }: Reading): Pick<InspectedFile, 'paragraphs' | 'isAll'> {
  const body = parts.filter(({ place }) => place === 'body').map(({ text }) => text);
  const paragraphs = pages.length > 0 ? paragraphsOfPages(pages) : paragraphsOfLines(body.join('\n'));
  const isRead = unread.every(({ why }) => why === 'author');
  return { paragraphs, isAll: isRead && !parts.some(({ place }) => BESIDES.has(place)) };
}

function numbersIn(parts: readonly FilePart[]): NumbersInPlace[] {
  const counts = new Map<string, NumbersInPlace>();
  for (const { place, number, text } of parts) {
    const found = findPersonalNumbers(text).length;
    if (found === 0) continue;
    const key = `${place} ${number ?? ''}`;
    counts.set(key, { place, number, count: found + (counts.get(key)?.count ?? 0) });
  }
  for (const number of acrossPages(parts)) {
    const key = `page ${number}`;
    counts.set(key, { place: 'page', number, count: 1 + (counts.get(key)?.count ?? 0) });
  }
  return [...counts.values()];
}

/** How much of two pages is read together for a number that is split between them. */
const ACROSS = 24;

/** The pages whose end and the next one's beginning together say a personal number. */
function acrossPages(parts: readonly FilePart[]): number[] {
  const pages = parts.filter(({ place }) => place === 'page');
  return pages.flatMap(({ number, text }, index) => {
    const end = text.trimEnd().slice(-ACROSS);
    const both = `${end}\n${(pages[index + 1]?.text ?? '').trimStart().slice(0, ACROSS)}`;
    const isAcross = findPersonalNumbers(both).some((found) => found.start < end.length && end.length < found.end);
    return number !== null && isAcross ? [number] : [];
  });
}
