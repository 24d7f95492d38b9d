import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import { FILE_LIMITS, FileRefusal } from './inspected';
import type { DrawnLine } from './paragraphs';
import type { Reading } from './reading';
import { wordsIn } from './words-in';

type Pdfjs = typeof import('pdfjs-dist');

/** Fewest signs a page has when it is more than a picture with a page number under it. */
const FEW_SIGNS = 8;

/**
 * Reads everything a PDF says: pages, annotations and fields of forms, what it says of itself (both ways it can), names
 * in its outline, scripts, and the files inside it. A page that is only a picture is noted as unread.
 *
 * @param attached  reads a file that lies inside.
 */
export async function readPdf(
  bytes: Uint8Array,
  reading: Reading,
  attached: (bytes: Uint8Array, name: string) => Promise<void>,
): Promise<void> {
  const task = open(bytes);
  try {
    const document = await task.promise;
    if (document.numPages > FILE_LIMITS.pages) throw new FileRefusal('HE-45-FILE-TOO-MANY-PARTS');
    for (let number = 1; number <= document.numPages; number += 1) await readPage(document, number, reading, attached);
    if (!reading.parts.some(({ place }) => place === 'page')) reading.missed('noText');
    await readWhatItSaysOfItself(document, bytes, reading);
    for (const file of filesIn(await document.getAttachments())) await attached(file.content, file.name);
    await readEarlier(bytes, reading);
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await task.destroy();
  }
}

/**
 * A PDF that was changed and saved may hold what it was before: up to the end of each version it is a whole file. What
 * cannot be read as one never was one.
 */
async function readEarlier(bytes: Uint8Array, reading: Reading): Promise<void> {
  const now = new Set(reading.parts.map(({ text }) => text));
  for (const end of earlierEnds(bytes)) {
    const task = open(bytes.subarray(0, end));
    try {
      const document = await task.promise;
      if (document.numPages > FILE_LIMITS.pages) continue;
      for (let number = 1; number <= document.numPages; number += 1) {
        const text = textIn(await drawnOn(await document.getPage(number)));
        if (!now.has(text)) reading.add('earlier', number, text);
      }
    } catch (error) {
      if (error instanceof FileRefusal) throw error;
    } finally {
      await task.destroy();
    }
  }
}

/** Where the versions before the last one end; of many, the last ones. */
function earlierEnds(bytes: Uint8Array): number[] {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ends: number[] = [];
  for (let at = whole.indexOf(END); at !== -1; at = whole.indexOf(END, at + END.length)) ends.push(at + END.length);
  return ends.slice(0, -1).slice(-MOST_EARLIER);
}

const END = '%%EOF';
const MOST_EARLIER = 4;

/** Loaded by Node itself and once: the package is an ES module that must not be bundled or turned into another. */
function open(bytes: Uint8Array): ReturnType<Pdfjs['getDocument']> {
  const load = createRequire(__filename);
  const home = dirname(load.resolve('pdfjs-dist/package.json'));
  const { getDocument } = load('pdfjs-dist/legacy/build/pdf.mjs') as Pdfjs;
  return getDocument({
    // Handed over: the reader takes the memory with it.
    data: new Uint8Array(bytes),
    cMapUrl: join(home, 'cmaps') + sep,
    standardFontDataUrl: join(home, 'standard_fonts') + sep,
    wasmUrl: join(home, 'wasm') + sep,
    ...{ cMapPacked: true, isEvalSupported: false, useSystemFonts: false, enableXfa: true, verbosity: 0 },
    // Pictures are not looked at, so they are not unpacked either.
    maxImageSize: 1,
  });
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  reading: Reading,
  attached: (bytes: Uint8Array, name: string) => Promise<void>,
): Promise<void> {
  const page = await document.getPage(number);
  const drawn = await drawnOn(page);
  const text = textIn(drawn);
  reading.add('page', number, text);
  reading.pages.push({ number, width: page.view[2] ?? 0, lines: linesOf(drawn) });
  const annotations: unknown[] = await page.getAnnotations({ intent: 'any' });
  for (const annotation of annotations) {
    reading.add(isLink(annotation) ? 'other' : 'form', number, wordsIn(annotation));
    if (isSigned(annotation)) reading.missed('author');
    for (const file of filesIn(annotation)) await attached(file.content, file.name);
  }
  reading.add('other', number, wordsIn(await page.getStructTree()));
  if (text.replace(/\s/gu, '').length < FEW_SIGNS && (await drawsAnything(page)))
    reading.missed('pageWithoutText', number);
  page.cleanup();
}

/** The pieces of text on a page as they are drawn. */
async function drawnOn(page: PDFPageProxy): Promise<readonly TextItem[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  return items.flatMap((item) => ('str' in item ? [item] : []));
}

/** What stands on one line stays on one line. */
function textIn(items: readonly TextItem[]): string {
  return items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('');
}

function linesOf(items: readonly TextItem[]): readonly DrawnLine[] {
  const lines: TextItem[][] = [[]];
  for (const item of items) {
    lines.at(-1)?.push(item);
    if (item.hasEOL) lines.push([]);
  }
  return lines.flatMap((line) => {
    const drawn = line.filter(({ str }) => str.trim() !== '');
    const [first] = drawn;
    if (!first) return [];
    const [, , , , , y] = first.transform as readonly number[];
    const right = Math.max(...drawn.map(({ transform, width }) => Number(transform[4]) + width));
    const height = Math.max(...drawn.map((item) => item.height));
    return [{ text: line.map(({ str }) => str).join(''), y: y ?? 0, right, height }];
  });
}

/** A blank page is no picture. */
async function drawsAnything(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.length > 0;
}

async function readWhatItSaysOfItself(document: PDFDocumentProxy, bytes: Uint8Array, reading: Reading): Promise<void> {
  const { info, metadata } = await document.getMetadata();
  reading.add('properties', null, wordsIn(info));
  if (hasAuthor(info)) reading.missed('author');
  const raw: unknown = metadata?.getRaw();
  const packets = xmpPackets(bytes).filter((packet) => packet !== raw);
  for (const packet of typeof raw === 'string' ? [raw, ...packets] : packets) noteXmp(packet, reading);
  reading.add('form', null, wordsIn(await document.getFieldObjects()));
  reading.add('form', null, wordsIn(document.allXfaHtml));
  reading.add('other', null, wordsIn(await document.getOutline()));
  reading.add('other', null, wordsIn(await document.getJSActions()));
}

/** What a packet says, and whether it says who wrote the file. */
function noteXmp(packet: string, reading: Reading): void {
  reading.add('properties', null, packet.replace(/<\/?[^\s<>]+|>/gu, '\n'));
  const creators = /<dc:creator\b[^<>]*>(.{0,4000}?)<\/dc:creator>/su.exec(packet)?.[1] ?? '';
  if (creators.replace(/<[^<>]{0,400}>/gu, '').trim() !== '') reading.missed('author');
}

function hasAuthor(info: unknown): boolean {
  const author = typeof info === 'object' && info !== null && 'Author' in info ? info.Author : '';
  return typeof author === 'string' && author.trim() !== '';
}

/** Whether a note says whose it is. Of a field that is what the field is called. */
/** What a link leads to is not read; the words it stands on are. */
function isLink(annotation: unknown): boolean {
  return (
    typeof annotation === 'object' && annotation !== null && 'subtype' in annotation && annotation.subtype === 'Link'
  );
}

function isSigned(annotation: unknown): boolean {
  if (typeof annotation !== 'object' || annotation === null || !('titleObj' in annotation)) return false;
  if ('subtype' in annotation && annotation.subtype === 'Widget') return false;
  const { titleObj } = annotation;
  const title = typeof titleObj === 'object' && titleObj !== null && 'str' in titleObj ? titleObj.str : '';
  return typeof title === 'string' && title.trim() !== '';
}

/**
 * What is said of the file and of its pictures in packets that any program can find without reading the PDF; also where
 * the reader makes nothing of them.
 */
function xmpPackets(bytes: Uint8Array): string[] {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const packets: string[] = [];
  for (let at = whole.indexOf('<?xpacket begin'); at !== -1 && packets.length < MOST_PACKETS;) {
    const end = whole.indexOf('<?xpacket end', at);
    packets.push(whole.subarray(at, end === -1 ? undefined : end).toString('utf8'));
    at = end === -1 ? -1 : whole.indexOf('<?xpacket begin', end);
  }
  return packets;
}

const MOST_PACKETS = 200;

interface Attached {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Files in what the reader says of attachments, or of an annotation that carries one. */
function filesIn(said: unknown): Attached[] {
  if (typeof said !== 'object' || said === null) return [];
  const candidates: unknown[] = 'file' in said ? [said.file] : Object.values(said);
  return candidates.flatMap((each) => {
    if (typeof each !== 'object' || each === null || !('content' in each)) return [];
    const { content } = each;
    const name = 'filename' in each && typeof each.filename === 'string' ? each.filename : '';
    return content instanceof Uint8Array ? [{ name, content }] : [];
  });
}

/** Whatever the reader stumbles over in a hostile file, it is the file that is wrong. */
function refusalOf(error: unknown): unknown {
  if (error instanceof FileRefusal || !(error instanceof Error)) return error;
  if (error.name === 'PasswordException') return new FileRefusal('HE-45-FILE-ENCRYPTED');
  return new FileRefusal('HE-45-FILE-DAMAGED');
}
