import { deflateRawSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { FILE_LIMITS } from './inspected';
import {
  CONTENT_TYPES,
  lockedPdf,
  lyingZip,
  packedNothing,
  paragraphOf,
  pdfOf,
  wordOf,
  wordPart,
  zipOf,
} from './test-files';
import { TestReader } from './test-inspect';

let reader: TestReader;

beforeAll(() => {
  reader = new TestReader();
});

afterAll(() => reader.close());

async function refusalOf(bytes: Uint8Array, name: string): Promise<string | null> {
  const inspected = await reader.read(bytes, name);
  return inspected.ok ? null : inspected.error.code;
}

async function inspected(bytes: Uint8Array, name: string) {
  const done = await reader.read(bytes, name);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('HE-45 a file is what it says, or is refused with why', () => {
  it('is known by its content, not by its name', async () => {
    const word = await wordOf(paragraphOf('Tak for sidst.'));
    const pdf = await pdfOf({ pages: [['Tak for sidst.']] });
    expect((await inspected(word, 'svar')).kind).toBe('word');
    expect((await inspected(pdf, 'SVAR.PDF')).kind).toBe('pdf');
    expect(await refusalOf(word, 'svar.pdf')).toBe('HE-45-FILE-NOT-AS-NAMED');
    expect(await refusalOf(pdf, 'svar.docx')).toBe('HE-45-FILE-NOT-AS-NAMED');
    expect(await refusalOf(pdf, 'svar.exe')).toBe('HE-45-FILE-NOT-AS-NAMED');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'svar.pdf', 'HE-45-FILE-EMPTY'],
    ['too many bytes', Buffer.alloc(FILE_LIMITS.bytes + 1, 0x25), 'svar.pdf', 'HE-45-FILE-TOO-LARGE'],
    ['plain text', Buffer.from('Kære sekretariat'), 'svar.txt', 'HE-45-FILE-KIND-UNKNOWN'],
    ['plain text called a PDF', Buffer.from('Kære sekretariat'), 'svar.pdf', 'HE-45-FILE-NOT-AS-NAMED'],
    ['a program called Word', Buffer.from('MZ\u0090\u0000'), 'svar.docx', 'HE-45-FILE-NOT-AS-NAMED'],
    ['the old Word', Buffer.concat([compound, utf16('WordDocument')]), 'svar.doc', 'HE-45-FILE-OLD-WORD'],
    ['a locked Word', Buffer.concat([compound, utf16('EncryptedPackage')]), 'svar.docx', 'HE-45-FILE-ENCRYPTED'],
    ['a locked PDF', lockedPdf(), 'svar.pdf', 'HE-45-FILE-ENCRYPTED'],
    ['half a PDF', Buffer.from('%PDF-1.7\n1 0 obj <</Type'), 'svar.pdf', 'HE-45-FILE-DAMAGED'],
    ['half a container', Buffer.from('PK\u0003\u0004nothing more'), 'svar.docx', 'HE-45-FILE-DAMAGED'],
  ])('%s', async (_, bytes, name, code) => {
    expect(await refusalOf(bytes, name)).toBe(code);
  });

  it('a container that is no Word file, by what it is called', async () => {
    const sheet = await zipOf({ '[Content_Types].xml': '<Types>openxmlformats spreadsheetml</Types>' });
    expect(await refusalOf(sheet, 'svar.docx')).toBe('HE-45-FILE-NOT-AS-NAMED');
    expect(await refusalOf(await zipOf({ 'læsmig.txt': 'hej' }), 'svar.zip')).toBe('HE-45-FILE-KIND-UNKNOWN');
  });

  it('macros, by any name', async () => {
    const body = paragraphOf('Hej');
    const withMacro = await wordOf(body, { 'word/vbaProject.bin': 'x' });
    expect(await refusalOf(withMacro, 'svar.docx')).toBe('HE-45-FILE-MACROS');
    expect(await refusalOf(await wordOf(body), 'svar.docm')).toBe('HE-45-FILE-MACROS');
    const types = CONTENT_TYPES.replace('document.main', 'document.macroEnabled.main');
    expect(await refusalOf(await wordOf(body, { '[Content_Types].xml': types }), 'svar.docx')).toBe(
      'HE-45-FILE-MACROS',
    );
    const inside = await wordOf(body, { 'word/embeddings/a.docx': withMacro });
    expect(await refusalOf(inside, 'svar.docx')).toBe('HE-45-FILE-MACROS');
  });

  it('a Word file whose XML does not hold together', async () => {
    expect(await refusalOf(await wordOf('<w:p><w:r>'), 'svar.docx')).toBe('HE-45-FILE-DAMAGED');
  });
});

describe('HE-45 a file that would be too much is refused before it is', () => {
  const types = {
    name: '[Content_Types].xml',
    packed: deflateRawSync(CONTENT_TYPES),
    says: CONTENT_TYPES.length,
    holds: CONTENT_TYPES,
  };

  it('ten gigabytes by its own account', async () => {
    const packed = packedNothing(1_000);
    const entries = [1, 2, 3].map((at) => ({ name: `word/media/${at}.bmp`, packed, says: 0xfffffffe }));
    expect(await refusalOf(lyingZip([types, ...entries]), 'svar.docx')).toBe('HE-45-FILE-UNPACKS-TOO-LARGE');
  });

  it('a hundred megabytes packed into a hundred kilobytes', async () => {
    const size = 100 * 1024 * 1024;
    const bomb = { name: 'word/document.xml', packed: packedNothing(size), says: size };
    expect(await refusalOf(lyingZip([types, bomb]), 'svar.docx')).toBe('HE-45-FILE-UNPACKS-TOO-LARGE');
  });

  it('one that says it is small and is not', async () => {
    const lying = { name: 'word/document.xml', packed: packedNothing(3 * 1024 * 1024), says: 100 };
    expect(await refusalOf(lyingZip([types, lying]), 'svar.docx')).toBe('HE-45-FILE-DAMAGED');
  });

  it('thousands of parts', async () => {
    const parts = Array.from({ length: FILE_LIMITS.entries }, (_, at) => ({
      ...{ name: `word/media/${at}.txt`, packed: packedNothing(0), says: 0 },
    }));
    expect(await refusalOf(lyingZip([types, ...parts]), 'svar.docx')).toBe('HE-45-FILE-TOO-MANY-PARTS');
  });
});

describe('HE-46 what could not be read is noted, and the file is taken', () => {
  it('a PDF that is a picture, whole or in part', async () => {
    expect((await inspected(await pdfOf({ pictures: 2 }), 'scan.pdf')).unread).toEqual([
      { why: 'pageWithoutText', number: 1 },
      { why: 'pageWithoutText', number: 2 },
      { why: 'noText', number: null },
    ]);
    const some = await pdfOf({ pages: [['Her er svaret fra rådet i Greve.']], pictures: 1 });
    expect((await inspected(some, 'scan.pdf')).unread).toEqual([{ why: 'pageWithoutText', number: 2 }]);
  });

  it('a Word file that is a picture', async () => {
    const word = await wordOf('<w:p/>', { 'word/media/image1.png': 'x' });
    expect((await inspected(word, 'scan.docx')).unread).toEqual([{ why: 'noText', number: null }]);
    const withLogo = await wordOf(paragraphOf('Hej'), { 'word/media/image1.png': 'x' });
    expect((await inspected(withLogo, 'svar.docx')).unread).toEqual([]);
  });

  it('a part of a Word file that is of no kind a Word file has', async () => {
    const word = await wordOf(paragraphOf('Hej'), { 'word/more.dat': 'hvad som helst', 'word/fonts/font1.odttf': 'x' });
    expect((await inspected(word, 'svar.docx')).unread).toEqual([{ why: 'attachment', number: null }]);
  });

  it('a file inside the file that is of another kind', async () => {
    const word = await wordOf(paragraphOf('Hej'), { 'word/embeddings/oleObject1.bin': compound });
    expect((await inspected(word, 'svar.docx')).unread).toEqual([{ why: 'attachment', number: null }]);
    const attached = { name: 'billede.png', bytes: Buffer.from('89504e470d0a1a0a00', 'hex') };
    const pdf = await pdfOf({ pages: [['Her er svaret fra rådet.']], attached });
    expect((await inspected(pdf, 'svar.pdf')).unread).toEqual([{ why: 'attachment', number: null }]);
  });
});

describe('HE-48 a file that says who wrote it', () => {
  const whyOf = async (bytes: Uint8Array, name: string) => (await inspected(bytes, name)).unread.map(({ why }) => why);
  const core = (field: string): string =>
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${field}</cp:coreProperties>`;

  it.each([
    ['author', { 'docProps/core.xml': core('<dc:creator>Anna Holm</dc:creator>') }],
    ['who changed it last', { 'docProps/core.xml': core('<cp:lastModifiedBy>Anna Holm</cp:lastModifiedBy>') }],
    ['who commented it', { 'word/comments.xml': wordPart('comments', '<w:comment w:author="Anna Holm"/>') }],
  ])('Word: %s', async (_, parts) => {
    expect(await whyOf(await wordOf(paragraphOf('Hej'), parts), 'svar.docx')).toEqual(['author']);
  });

  it('PDF: its author, in both ways it can say so', async () => {
    const words = 'Her er svaret fra rådet.';
    const said = await PDFDocument.load(await pdfOf({ pages: [[words]] }));
    said.setAuthor('Anna Holm');
    expect(await whyOf(await said.save(), 'svar.pdf')).toEqual(['author']);
    const packet = await pdfOf({
      pages: [[words]],
      xmp: '</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>Anna Holm</rdf:li></rdf:Seq></dc:creator><dc:description><rdf:Alt><rdf:li>',
    });
    expect(await whyOf(packet, 'svar.pdf')).toEqual(['author']);
    expect(await whyOf(await pdfOf({ pages: [[words]], note: 'Husk dette' }), 'svar.pdf')).toEqual(['author']);
  });

  it('and one that does not', async () => {
    const nobody = { 'docProps/core.xml': core('<dc:creator></dc:creator><dc:title>Svar</dc:title>') };
    expect(await whyOf(await wordOf(paragraphOf('Hej'), nobody), 'svar.docx')).toEqual([]);
    expect(await whyOf(await pdfOf({ pages: [['Her er svaret fra rådet.']], field: 'Hej' }), 'svar.pdf')).toEqual([]);
  });
});

describe('HE-46 what one reads in a file', () => {
  it('Word: paragraphs on lines of their own, runs put together, what was deleted left out', async () => {
    const deleted = '<w:p><w:r><w:t>Ja</w:t></w:r><w:del><w:r><w:delText> nej</w:delText></w:r></w:del></w:p>';
    const word = await wordOf(paragraphOf('Før', 'ste') + paragraphOf('Anden') + deleted, {
      'word/header1.xml': wordPart('hdr', paragraphOf('Handicaprådet')),
    });
    const { paragraphs, isAll, parts } = await inspected(word, 'svar.docx');
    expect(paragraphs.map(({ words, page }) => [words, page])).toEqual([
      ['Første', null],
      ['Anden', null],
      ['Ja', null],
    ]);
    expect(isAll).toBe(true);
    expect(parts.map(({ place }) => place)).toEqual(['body', 'deleted', 'header']);
    expect(parts[1]?.text).toContain('Ja nej');
  });

  it('PDF: paragraphs with their page, one that goes on over the page once, without page numbers and letterheads', async () => {
    const head = 'Handicaprådet i Greve';
    const pages = [
      [
        head,
        'Vi mener, at overgangen fra barn til voksen skal planlægges i god tid og sammen',
        'med borgeren.',
        'Side 1',
      ],
      [head, 'Der skal være tolk til møderne, også når de holdes med kort varsel, og det', 'gælder'],
      [head, 'alle. Til sidst.', 'Side 3 af 3'],
    ];
    const { paragraphs, isAll } = await inspected(await pdfOf({ pages }), 'svar.pdf');
    expect(paragraphs).toEqual([
      {
        words: 'Vi mener, at overgangen fra barn til voksen skal planlægges i god tid og sammen med borgeren.',
        page: 1,
      },
      {
        words: 'Der skal være tolk til møderne, også når de holdes med kort varsel, og det gælder alle. Til sidst.',
        page: 2,
      },
    ]);
    expect(isAll).toBe(true);
  });

  it('and whether that is all of it: not where there is a picture, a field or a note beside', async () => {
    const page = ['Her er svaret fra rådet.'];
    const isAll = async (bytes: Uint8Array, name: string) => (await inspected(bytes, name)).isAll;
    expect(await isAll(await pdfOf({ pages: [page], pictures: 1 }), 'svar.pdf')).toBe(false);
    expect(await isAll(await pdfOf({ pages: [page], field: 'Også dette.' }), 'svar.pdf')).toBe(false);
    const notes = { 'word/footnotes.xml': wordPart('footnotes', paragraphOf('En note')) };
    expect(await isAll(await wordOf(paragraphOf('Svar'), notes), 'svar.docx')).toBe(false);
  });
});

describe('HE-46 a number that hides', () => {
  const found = async (bytes: Uint8Array, name: string) =>
    (await inspected(bytes, name)).numbers.map(({ place, number, count }) => [place, number, count]);
  const body = paragraphOf('Hej');

  it.each<[string, string, Readonly<Record<string, string | Uint8Array>>]>([
    [
      'split over two cells',
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>010190</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1234</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      {},
    ],
    [
      'with a soft hyphen of Word in it',
      '<w:p><w:r><w:t>0101</w:t><w:softHyphen/><w:t>90</w:t><w:noBreakHyphen/><w:t>1234</w:t></w:r></w:p>',
      {},
    ],
    ['in the alternative text of a picture', '<w:p><w:r><wps:docPr descr="CPR 0101901234"/></w:r></w:p>', {}],
    [
      'in a link',
      body,
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Target="https://x.example/?id=010190%2D1234"/></Relationships>',
      },
    ],
    [
      'in the settings',
      body,
      {
        'word/settings.xml': wordPart('settings', '<w:docVars><w:docVar w:name="a" w:val="010190-1234"/></w:docVars>'),
      },
    ],
    ['in hidden words', '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>010190-1234</w:t></w:r></w:p>', {}],
    [
      'in properties of its own',
      body,
      { 'docProps/custom.xml': '<Properties><property name="sag"><v>010190-1234</v></property></Properties>' },
    ],
    [
      'in a drawing of lines',
      body,
      { 'word/media/image1.svg': '<svg xmlns="http://www.w3.org/2000/svg"><text>010190-1234</text></svg>' },
    ],
    ['in a drawing of Windows', body, { 'word/media/image1.emf': Buffer.from('\u0001x010190-1234x', 'utf16le') }],
    ['with letters for digits', paragraphOf('cpr O1O19O-1234'), {}],
  ])('in Word: %s', async (_, said, parts) => {
    const places = await found(await wordOf(said, parts), 'svar.docx');
    expect(places.map(([, , count]) => count)).toEqual([1]);
  });

  it('in a PDF: split between two pages', async () => {
    const pdf = await pdfOf({ pages: [['Svar fra rådet: 010190-'], ['1234 er nummeret']] });
    expect(await found(pdf, 'svar.pdf')).toEqual([['page', 1, 1]]);
  });
});
