import { crc32, deflateRawSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import { ZipFile } from 'yazl';

/** For specs only: a container with these entries. */
export async function zipOf(entries: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** For specs only: the declaration of what a Word file's parts are. */
export const CONTENT_TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`;

/** For specs only: a Word file with this body (inside `w:body`) and these other parts. */
export function wordOf(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Uint8Array> {
  const document = `${XML}<w:document ${W} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>${body}</w:body></w:document>`;
  return zipOf({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': document, ...parts });
}

/** For specs only: a part of a Word file around its content, as `hdr` or `comments`. */
export function wordPart(name: string, content: string): string {
  return `${XML}<w:${name} ${W}>${content}</w:${name}>`;
}

/** For specs only: a paragraph of runs. */
export function paragraphOf(...runs: readonly string[]): string {
  return `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`).join('')}</w:p>`;
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

/** For specs only: what a PDF says in each of the places it can. */
export interface PdfSays {
  readonly pages?: readonly (readonly string[])[];
  readonly info?: string;
  readonly xmp?: string;
  readonly field?: string;
  readonly note?: string;
  readonly attached?: { readonly name: string; readonly bytes: Uint8Array };
  /** Pages that are drawn on without a letter. */
  readonly pictures?: number;
}

/** For specs only: a PDF that says this. */
export async function pdfOf(says: PdfSays): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const lines of says.pages ?? []) {
    const page = document.addPage();
    for (const [index, line] of lines.entries()) page.drawText(line, { x: 40, y: 780 - index * 20, size: 11, font });
  }
  for (let count = 0; count < (says.pictures ?? 0); count += 1)
    document.addPage().drawRectangle({ x: 50, y: 50, width: 400, height: 600 });
  if (says.info !== undefined) document.setSubject(says.info);
  if (says.xmp !== undefined) addXmp(document, says.xmp);
  if (says.field !== undefined) addField(document, says.field);
  if (says.note !== undefined) addNote(document, says.note);
  if (says.attached) await document.attach(says.attached.bytes, says.attached.name);
  return document.save();
}

function addXmp(document: PDFDocument, words: string): void {
  const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li>${words}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
  const stream = document.context.stream(Buffer.from(xmp), { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
}

function addField(document: PDFDocument, words: string): void {
  const page = document.getPages()[0] ?? document.addPage();
  const field = document.getForm().createTextField('svar');
  field.setText(words);
  field.addToPage(page, { x: 40, y: 40, width: 300, height: 20 });
}

function addNote(document: PDFDocument, words: string): void {
  const page = document.getPages()[0] ?? document.addPage();
  const note = document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 30, 30] });
  note.set(PDFName.of('Contents'), PDFHexString.fromText(words));
  note.set(PDFName.of('T'), PDFString.of('Sekretær'));
  page.node.addAnnot(document.context.register(note));
}

/** For specs only: a PDF that asks for a password before it says anything. */
export function lockedPdf(): Uint8Array {
  const owner = 'a5'.repeat(32);
  const body = [
    '%PDF-1.4',
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
    '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
    '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>> endobj',
    `4 0 obj <</Filter/Standard/V 1/R 2/Length 40/P -4/O<${owner}>/U<${owner}>>> endobj`,
    'trailer <</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]>>',
    '%%EOF',
  ];
  return Buffer.from(body.join('\n'), 'latin1');
}

/** For specs only: an entry of a container as its header says it is, whatever it is. */
export interface SaidEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly says: number;
  /** What it holds, where its checksum is to be right. */
  readonly holds?: string;
}

/** For specs only: a container whose headers say what they are told to. */
export function lyingZip(entries: readonly SaidEntry[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { packed } = entry;
    const local = header(entry, null);
    directory.push(header(entry, at));
    pieces.push(local, Buffer.from(packed));
    at += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, central, end]);
}

function header({ name, packed, says, holds = '' }: SaidEntry, offset: number | null): Buffer {
  const isCentral = offset !== null;
  const fixed = Buffer.alloc(isCentral ? 46 : 30);
  const shift = isCentral ? 2 : 0;
  fixed.writeUInt32LE(isCentral ? 0x02014b50 : 0x04034b50, 0);
  fixed.writeUInt16LE(20, 4 + shift);
  fixed.writeUInt16LE(8, 8 + shift);
  fixed.writeUInt32LE(crc32(holds), 14 + shift);
  fixed.writeUInt32LE(packed.length, 18 + shift);
  fixed.writeUInt32LE(says, 22 + shift);
  fixed.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
  if (isCentral) fixed.writeUInt32LE(offset, 42);
  return Buffer.concat([fixed, Buffer.from(name)]);
}

/** For specs only: so many bytes of nothing, packed. */
export function packedNothing(bytes: number): Uint8Array {
  return deflateRawSync(Buffer.alloc(bytes));
}
