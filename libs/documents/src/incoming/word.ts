import { extname } from 'node:path';
import type { Entry } from 'yauzl';
import { FileRefusal, type FilePlace } from './inspected';
import type { Reading } from './reading';
import { XmlReader } from './xml-words';
import { openZip, readWhole, type Zip } from './zip';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Where the parts of a Word file belong, by their path; the first that fits. */
const PLACES: readonly (readonly [RegExp, FilePlace])[] = [
  [/^word\/document\d*\.xml$/iu, 'body'],
  [/^word\/header\d*\.xml$/iu, 'header'],
  [/^word\/footer\d*\.xml$/iu, 'footer'],
  [/^word\/(foot|end)notes\d*\.xml$/iu, 'notes'],
  [/^word\/comments\w*\.xml$/iu, 'comments'],
  [/^(docProps|customXml)\//iu, 'properties'],
];

/** Files inside the file that are read as if they had been sent by themselves. */
export type ReadEmbedded = (bytes: Uint8Array, name: string, depth: number) => Promise<void>;

/** What a container turned out to hold: a Word file, or another of the same family (a sheet, slides) or none. */
export type ContainerKind = 'word' | 'office' | 'other';

/**
 * Reads every part of a Word file that can hold words: body, headers, notes, comments, properties, what tracked changes
 * took out, and the files inside it. Refuses one with macros. Pictures are not looked at; a file that is nothing else
 * is noted as unread.
 */
export async function readContainer(
  bytes: Uint8Array,
  reading: Reading,
  { depth, readEmbedded }: { readonly depth: number; readonly readEmbedded: ReadEmbedded },
): Promise<ContainerKind> {
  const zip = await openZip(bytes, reading);
  const kind = await kindOf(zip);
  if (kind === 'other') return kind;
  if (zip.entries.some(({ fileName }) => /vbaProject\.bin$|vbaData\.xml$/iu.test(fileName)))
    throw new FileRefusal('HE-45-FILE-MACROS');
  const counts = new Map<FilePlace, number>();
  for (const entry of [...zip.entries].sort(byPlace)) {
    const name = entry.fileName;
    if (isXml(name)) await readXml(zip, entry, reading, counts);
    else if (isPlain(name)) reading.add('other', null, wordsOf(await readWhole(zip, entry)));
    else if (isEmbedded(name)) await readEmbedded(await readWhole(zip, entry), name, depth + 1);
    else if (isDrawing(name)) reading.add('other', null, signsIn(await readWhole(zip, entry)));
    // A part of a kind no Word file has can hold anything.
    else if (!isPicture(name)) reading.missed('attachment');
  }
  const says = reading.parts.some(({ place }) => place === 'body' || place === 'notes');
  if (!says && zip.entries.some(({ fileName }) => /\/media\//iu.test(fileName))) reading.missed('noText');
  return kind;
}

async function kindOf(zip: Zip): Promise<ContainerKind> {
  const types = zip.entries.find(({ fileName }) => fileName.toLowerCase() === '[content_types].xml');
  if (!types) return 'other';
  const said = Buffer.from(await readWhole(zip, types)).toString('utf8');
  if (/macroEnabled/u.test(said)) throw new FileRefusal('HE-45-FILE-MACROS');
  if (said.includes(MAIN)) return 'word';
  return said.includes('openxmlformats') ? 'office' : 'other';
}

async function readXml(zip: Zip, entry: Entry, reading: Reading, counts: Map<FilePlace, number>): Promise<void> {
  const place = placeOf(entry.fileName);
  const number = (counts.get(place) ?? 0) + 1;
  counts.set(place, number);
  let reader: XmlReader | null = null;
  for await (const piece of zip.read(entry)) (reader ??= new XmlReader(piece)).write(piece);
  const words = reader?.end();
  if (!words) return;
  const which = place === 'header' || place === 'footer' ? number : null;
  if (words.isSigned) reading.missed('author');
  reading.add(place, which, words.now);
  if (words.before !== null) reading.add('deleted', null, words.before);
  reading.add(place === 'body' ? 'properties' : place, which, words.aside);
}

function placeOf(name: string): FilePlace {
  return PLACES.find(([path]) => path.test(name))?.[1] ?? 'other';
}

/** The body first, so that what is read first is what one reads. */
function byPlace(one: Entry, other: Entry): number {
  const rank = ({ fileName }: Entry): number => (placeOf(fileName) === 'body' ? 0 : 1);
  return rank(one) - rank(other);
}

function isXml(name: string): boolean {
  return ['.xml', '.rels', '.vml', '.svg'].includes(extname(name).toLowerCase());
}

/** Text of other kinds that a Word file may carry along and show. */
function isPlain(name: string): boolean {
  return ['.htm', '.html', '.mht', '.txt', '.rtf', '.csv', '.json'].includes(extname(name).toLowerCase());
}

function isEmbedded(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return /\/embeddings\//iu.test(name) || ['.docx', '.docm', '.xlsx', '.pptx', '.pdf'].includes(ending);
}

/** Drawings of Windows hold words as they were written. */
function isDrawing(name: string): boolean {
  return ['.emf', '.wmf'].includes(extname(name).toLowerCase());
}

/** What is looked at and not read, and what holds no words: pictures, fonts, sounds, and folders. */
function isPicture(name: string): boolean {
  const known = ['.png', '.jpg', '.jpeg', '.jfif', '.gif', '.bmp', '.tif', '.tiff', '.wdp', '.webp', '.ico'];
  const fonts = ['.odttf', '.fntdata', '.ttf', '.otf'];
  return name.endsWith('/') || [...known, ...fonts].includes(extname(name).toLowerCase());
}

/** The signs of a drawing as both kinds write them, without what is none. */
function signsIn(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const said = [whole.toString('latin1'), whole.toString('utf16le'), whole.subarray(1).toString('utf16le')];
  return said.map((each) => (each.match(/[\p{L}\p{N}\p{P}\p{Zs}]{4,}/gu) ?? []).join('\n')).join('\n');
}

function wordsOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/<[^<>]{0,2000}>/gu, ' ');
}
