import { convertToHtml } from 'mammoth';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from 'pdf-lib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { Block, DocumentModel } from './model';

/** For specs only: a document with every kind of block in it. */
export function everyBlock(changed: Partial<DocumentModel> = {}): DocumentModel {
  const words = (text: string) => [{ text }];
  const blocks: Block[] = [
    { kind: 'heading', level: 2, runs: words('Mål') },
    {
      kind: 'paragraph',
      runs: [{ text: 'Almindelig, ' }, { text: 'fed', bold: true }, { text: 'kursiv', italic: true }],
    },
    { kind: 'paragraph', tone: 'note', runs: words('En note') },
    { kind: 'paragraph', tone: 'quote', runs: words('Et citat') },
    { kind: 'heading', level: 3, runs: words('Et mål'), id: 'et-maal' },
    { kind: 'paragraph', runs: [{ text: 'En takst', explained: 'Prisen for en plads.' }, { text: '\nnæste linje' }] },
    { kind: 'paragraph', runs: [{ text: 'Læs mere', href: 'https://example.org/a?b=1&c=2' }] },
    {
      kind: 'paragraph',
      runs: [
        { text: 'før', change: 'removed' },
        { text: 'nu', change: 'added' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [
        [{ kind: 'paragraph', runs: words('Punkt') }],
        [
          { kind: 'paragraph', runs: words('Punkt med liste') },
          { kind: 'list', ordered: true, start: 3, items: [[{ kind: 'paragraph', runs: words('Tre') }]] },
        ],
      ],
    },
    { kind: 'facts', facts: [{ name: 'Ansvarlig', value: words('Greve') }] },
    {
      kind: 'table',
      caption: 'Pladser',
      head: ['Kommune', 'Antal'],
      rows: [[words('Greve'), words('12')]],
      numeric: [1],
    },
    { kind: 'pageBreak' },
    { kind: 'lines', count: 3, label: 'Plads til noter' },
  ];
  return {
    ...{
      title: 'Rammeaftale',
      language: 'da',
      subtitle: 'Høring · frist 3. maj',
      foot: 'Version 3 · 1. april 2027',
      blocks,
    },
    ...{ margin: 'wide', changed: { by: 'Sekretariatet', at: '2027-04-01T10:00:00Z' as never } },
    ...changed,
  };
}

/** What a PDF says of itself to those who listen to it. */
export interface PdfSpeech {
  readonly marked: boolean;
  readonly language: string;
  readonly title: string;
  readonly showsTitle: boolean;
  /** The XMP metadata. */
  readonly metadata: string;
  /** The roles of the structure tree, in reading order, after the role map. */
  readonly roles: readonly string[];
  readonly pages: number;
}

/** Reads it with another library than the one that wrote it. */
export async function speechOf(pdf: Uint8Array): Promise<PdfSpeech> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  const { catalog } = file;
  const at = (dict: PDFDict | undefined, name: string): PDFObject | undefined => dict?.lookup(PDFName.of(name));
  const dictAt = (name: string): PDFDict | undefined => catalog.lookupMaybe(PDFName.of(name), PDFDict);
  const tree = dictAt('StructTreeRoot');
  const metadata = at(catalog, 'Metadata');
  return {
    marked: String(at(dictAt('MarkInfo'), 'Marked')) === 'true',
    language: textOf(at(catalog, 'Lang')),
    title: file.getTitle() ?? '',
    showsTitle: String(at(dictAt('ViewerPreferences'), 'DisplayDocTitle')) === 'true',
    metadata: metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : '',
    roles: tree ? rolesUnder(file, tree) : [],
    pages: file.getPageCount(),
  };
}

function textOf(value: PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

function rolesUnder(file: PDFDocument, tree: PDFDict): string[] {
  const map = tree.lookupMaybe(PDFName.of('RoleMap'), PDFDict);
  const roles: string[] = [];
  const visit = (given: PDFObject | undefined): void => {
    const node = given instanceof PDFRef ? file.context.lookup(given) : given;
    if (node instanceof PDFArray) return node.asArray().forEach(visit);
    if (!(node instanceof PDFDict)) return;
    const role = node.get(PDFName.of('S'));
    if (role instanceof PDFName) {
      const mapped = map?.get(role);
      roles.push((mapped instanceof PDFName ? mapped : role).decodeText());
    }
    visit(node.get(PDFName.of('K')));
  };
  visit(tree.get(PDFName.of('K')));
  return roles;
}

/** What a Word file says of itself, and how it is divided. */
export interface WordSpeech {
  readonly title: string;
  /** As Word calls it: `da-DK`. */
  readonly language: string;
  /** As `1 Rammeaftale`: level and words, in reading order. */
  readonly headings: readonly string[];
  /** All words in it. */
  readonly words: string;
}

/** Reads it with another library than the one that wrote it. */
export async function wordSpeechOf(docx: Uint8Array): Promise<WordSpeech> {
  const parts = await unzipped(docx);
  const { value: html } = await convertToHtml({ buffer: Buffer.from(docx) });
  const plain = (inner: string): string => inner.replace(/<[^>]*>/gu, '').replaceAll('&amp;', '&');
  return {
    title: /<dc:title>(.*?)<\/dc:title>/u.exec(parts.get('docProps/core.xml') ?? '')?.[1] ?? '',
    language: /<w:lang w:val="([^"]*)"/u.exec(parts.get('word/styles.xml') ?? '')?.[1] ?? '',
    headings: [...html.matchAll(/<h(\d)[^>]*>(.*?)<\/h\1>/gu)].map(
      ([, level, inner = '']) => `${level} ${plain(inner)}`,
    ),
    words: plain(html.replaceAll('</', ' </')).replace(/\s+/gu, ' '),
  };
}

/** The files in a .docx, by name. */
export async function unzipped(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((done, failed) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, file) => (error ? failed(error) : done(file)));
  });
  const files = new Map<string, string>();
  return new Promise((done, failed) => {
    zip.on('error', failed);
    zip.on('end', () => done(files));
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return failed(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          files.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
}
