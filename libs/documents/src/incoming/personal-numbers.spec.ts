import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { toPdf } from '../pdf';
import type { FilePlace } from './inspected';
import { paragraphOf, pdfOf, wordOf, wordPart, zipOf } from './test-files';
import { TestReader } from './test-inspect';

let reader: TestReader;

beforeAll(() => {
  reader = new TestReader();
});

afterAll(() => reader.close());

/** Numbers of nobody: of days before 2007, when each had a check digit, with a wrong one. */
const numbers = Array.from({ length: 40 }, (_, at) => {
  const date = [1 + ((at * 7) % 28), 1 + ((at * 5) % 12), 10 + ((at * 3) % 60)];
  const first = date.map((each) => String(each).padStart(2, '0')).join('');
  const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
  const isOfNobody = (serial: number): boolean =>
    [...`${first}${serial}`].reduce((sum, digit, index) => sum + Number(digit) * (weights[index] ?? 0), 0) % 11 !== 0;
  return { date: first, serial: String(isOfNobody(1_234 + at) ? 1_234 + at : 1_235 + at) };
});

/** How people write it; each way is planted in each place. */
const WRITTEN: readonly ((date: string, serial: string) => string)[] = [
  (d, s) => `${d}-${s}`,
  (d, s) => `${d} ${s}`,
  (d, s) => `${d}${s}`,
  (d, s) => `CPR: ${d}–${s}.`,
  (d, s) => `født ${d.slice(0, 2)}.${d.slice(2, 4)}.${d.slice(4)}-${s}`,
  (d, s) => `(cpr-nr. ${d} - ${s})`,
];

/** What a file says in one place, with so many numbers in it. */
interface Planted {
  readonly what: string;
  readonly name: string;
  readonly place: FilePlace;
  readonly count: number;
  readonly make: () => Promise<Uint8Array>;
}

let used = 0;
const nextLines = (): string[] =>
  WRITTEN.map((write) => {
    const { date = '', serial = '' } = numbers[(used += 1) % numbers.length] ?? {};
    return `Svar ${write(date, serial)}`;
  });

/** The same numbers, torn apart where programs tear them: between any two runs. */
const torn = (lines: readonly string[]): string =>
  lines.map((line, at) => paragraphOf(line.slice(0, 7 + at), line.slice(7 + at, 9 + at), line.slice(9 + at))).join('');

const inWord = (what: string, place: FilePlace, make: (lines: readonly string[]) => Promise<Uint8Array>): Planted => {
  const lines = nextLines();
  return { what: `Word, ${what}`, name: 'svar.docx', place, count: lines.length, make: () => make(lines) };
};

const inPdf = (what: string, place: FilePlace, make: (lines: readonly string[]) => Promise<Uint8Array>): Planted => {
  const lines = nextLines();
  return { what: `PDF, ${what}`, name: 'svar.pdf', place, count: lines.length, make: () => make(lines) };
};

const hello = paragraphOf('Høringssvar fra Handicaprådet');
const paragraphs = (lines: readonly string[]): string => lines.map((line) => paragraphOf(line)).join('');
const part = (path: string, name: string) => (lines: readonly string[]) =>
  wordOf(hello, { [path]: wordPart(name, paragraphs(lines)) });
const properties = (lines: readonly string[]): string =>
  `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${lines
    .map((line) => `<property name="sag"><vt:lpwstr>${line}</vt:lpwstr></property>`)
    .join('')}</Properties>`;
const deleted = (lines: readonly string[]): string =>
  lines.map((line) => `<w:p><w:del><w:r><w:delText>${line}</w:delText></w:r></w:del></w:p>`).join('');
const boxes = (lines: readonly string[]): string =>
  lines
    .map(
      (line) =>
        `<w:p><w:r><w:t>0101</w:t></w:r><w:r><wps:txbx><w:txbxContent>${paragraphOf(line)}</w:txbxContent></wps:txbx></w:r><w:r><w:t>tekst</w:t></w:r></w:p>`,
    )
    .join('');
const cells = (lines: readonly string[]): string =>
  `<w:tbl>${lines
    .map(
      (line) =>
        `<w:tr>${line
          .split(/(?<=\b\d{6})-/u)
          .map((cell) => `<w:tc>${paragraphOf(cell)}</w:tc>`)
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

const made = (build: (lines: readonly string[]) => Document) => async (lines: readonly string[]) =>
  new Uint8Array(await Packer.toBuffer(build(lines)));
const runs = (lines: readonly string[]) => lines.map((line) => new Paragraph({ children: [new TextRun(line)] }));
const section = (children: Paragraph[]) => ({ children });

const PLACES: readonly Planted[] = [
  inWord('body by hand', 'body', (lines) => wordOf(paragraphs(lines))),
  inWord('body, torn into runs', 'body', (lines) => wordOf(torn(lines))),
  inWord('body, other namespace prefix', 'body', async (lines) => {
    const w = 'xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const body = torn(lines).replaceAll('w:', 'ns0:').replaceAll('xml:space="preserve"', '');
    return wordOf(hello, { 'word/document2.xml': `<ns0:document ${w}><ns0:body>${body}</ns0:body></ns0:document>` });
  }),
  inWord('body, UTF-16', 'body', async (lines) => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const xml = `<?xml version="1.0" encoding="UTF-16"?><w:document ${w}><w:body>${paragraphs(lines)}</w:body></w:document>`;
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    return wordOf(hello, { 'word/document2.xml': bytes });
  }),
  inWord('table cells', 'body', (lines) => wordOf(cells(lines))),
  inWord('text boxes', 'body', (lines) => wordOf(boxes(lines))),
  inWord('deleted text', 'deleted', (lines) => wordOf(hello + deleted(lines))),
  inWord('header', 'header', part('word/header1.xml', 'hdr')),
  inWord('footer', 'footer', part('word/footer2.xml', 'ftr')),
  inWord('footnotes', 'notes', part('word/footnotes.xml', 'footnotes')),
  inWord('endnotes', 'notes', part('word/endnotes.xml', 'endnotes')),
  inWord('comments', 'comments', part('word/comments.xml', 'comments')),
  inWord('glossary', 'other', part('word/glossary/document.xml', 'glossaryDocument')),
  inWord('custom properties', 'properties', (lines) => wordOf(hello, { 'docProps/custom.xml': properties(lines) })),
  inWord('custom XML', 'properties', (lines) =>
    wordOf(hello, { 'customXml/item1.xml': `<a>${lines.map((l) => `<b>${l}</b>`).join('')}</a>` }),
  ),
  inWord('alternative texts', 'properties', (lines) =>
    wordOf(hello + lines.map((line) => `<w:p><w:docPr w:descr="${line}"/></w:p>`).join('')),
  ),
  inWord('field codes', 'properties', (lines) =>
    wordOf(
      hello + lines.map((line) => `<w:p><w:r><w:instrText>HYPERLINK "${line}"</w:instrText></w:r></w:p>`).join(''),
    ),
  ),
  inWord('links', 'other', (lines) =>
    wordOf(hello, {
      'word/_rels/document.xml.rels': `<Relationships>${lines.map((l) => `<Relationship Target="${l}"/>`).join('')}</Relationships>`,
    }),
  ),
  inWord('text put in from elsewhere', 'other', (lines) =>
    wordOf(hello, { 'word/afchunk1.html': `<p>${lines.join('</p><p>')}</p>` }),
  ),
  inWord('a Word file inside', 'embedded', async (lines) =>
    wordOf(hello, { 'word/embeddings/brev.docx': await wordOf(paragraphs(lines)) }),
  ),
  inWord('a sheet inside', 'embedded', async (lines) =>
    wordOf(hello, {
      'word/embeddings/ark.xlsx': await zipOf({
        '[Content_Types].xml': '<Types>openxmlformats spreadsheetml</Types>',
        'xl/sharedStrings.xml': `<sst>${lines.map((l) => `<si><t>${l}</t></si>`).join('')}</sst>`,
      }),
    }),
  ),
  inWord(
    'made by a program',
    'body',
    made((lines) => new Document({ sections: [section(runs(lines))] })),
  ),
  inWord(
    'header made by a program',
    'header',
    made(
      (lines) =>
        new Document({ sections: [{ headers: { default: new Header({ children: runs(lines) }) }, ...section([]) }] }),
    ),
  ),
  inWord(
    'footer made by a program',
    'footer',
    made(
      (lines) =>
        new Document({ sections: [{ footers: { default: new Footer({ children: runs(lines) }) }, ...section([]) }] }),
    ),
  ),
  inWord(
    'footnote made by a program',
    'notes',
    made(
      (lines) =>
        new Document({
          footnotes: { 1: { children: runs(lines) } },
          sections: [section([new Paragraph({ children: [new TextRun('Se'), new FootnoteReferenceRun(1)] })])],
        }),
    ),
  ),
  inWord(
    'comments made by a program',
    'comments',
    made(
      (lines) =>
        new Document({
          comments: { children: lines.map((line, id) => ({ id, children: [new Paragraph(line)] })) },
          sections: [section([new Paragraph('Hej')])],
        }),
    ),
  ),
  inWord(
    'table made by a program',
    'body',
    made((lines) => {
      const rows = lines.map(
        (line) => new TableRow({ children: [new TableCell({ children: [new Paragraph(line)] })] }),
      );
      return new Document({ sections: [{ children: [new Table({ rows })] }] });
    }),
  ),
  inWord(
    'description in the properties',
    'properties',
    made((lines) => new Document({ description: lines.join(' | '), sections: [section([new Paragraph('Hej')])] })),
  ),
  inWord(
    'signature page at the end',
    'body',
    made(
      (lines) =>
        new Document({
          sections: [
            section([new Paragraph('Høringssvar')]),
            section(
              lines.map((line) => new Paragraph({ text: `Underskrevet: ${line}`, alignment: AlignmentType.RIGHT })),
            ),
          ],
        }),
    ),
  ),
  inPdf('page', 'page', (lines) => pdfOf({ pages: [lines] })),
  inPdf('signature page', 'page', (lines) =>
    pdfOf({ pages: [['Høringssvar fra rådet'], ['Underskrifter', ...lines]] }),
  ),
  inPdf('broken over two lines', 'page', (lines) =>
    pdfOf({ pages: [lines.flatMap((line) => line.split(/(?<=-|–)/u))] }),
  ),
  inPdf('Info', 'properties', (lines) => pdfOf({ pages: [['Høringssvar fra rådet']], info: lines.join(' | ') })),
  inPdf('XMP', 'properties', (lines) => pdfOf({ pages: [['Høringssvar fra rådet']], xmp: lines.join(' | ') })),
  inPdf('note on the page', 'form', (lines) => pdfOf({ pages: [['Høringssvar fra rådet']], note: lines.join(' | ') })),
  inPdf('a file inside', 'embedded', async (lines) => {
    const bytes = Buffer.from(lines.join('\n'));
    return pdfOf({ pages: [['Høringssvar fra rådet']], attached: { name: 'bilag.txt', bytes } });
  }),
  inPdf('a PDF inside', 'embedded', async (lines) => {
    const bytes = await pdfOf({ pages: [lines] });
    return pdfOf({ pages: [['Høringssvar fra rådet']], attached: { name: 'bilag.pdf', bytes } });
  }),
  inPdf('a Word file inside', 'embedded', async (lines) => {
    const bytes = await wordOf(paragraphs(lines));
    return pdfOf({ pages: [['Høringssvar fra rådet']], attached: { name: 'bilag.docx', bytes } });
  }),
  inPdf('an earlier version that the file still holds', 'earlier', async (lines) => {
    const before = Buffer.from(await pdfOf({ pages: [lines] }));
    const after = await pdfOf({ pages: [['Høringssvar fra rådet, nu uden numre']] });
    return Buffer.concat([before, Buffer.from(after)]);
  }),
  inPdf('typeset', 'page', async (lines) =>
    toPdf({
      ...{ title: 'Høringssvar', language: 'da', subtitle: '', foot: 'Handicaprådet', margin: 'normal' },
      blocks: lines.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
    }),
  ),
  inPdf('typeset as a table', 'page', async (lines) =>
    toPdf({
      ...{ title: 'Høringssvar', language: 'da', subtitle: '', foot: 'Handicaprådet', margin: 'normal' },
      blocks: [
        {
          kind: 'table',
          caption: 'Svar',
          head: ['Nr.', 'Hvem'],
          rows: lines.map((text, at) => [[{ text: `${at + 1}.` }], [{ text }]]),
        },
      ],
    }),
  ),
  inPdf('title of the document', 'properties', async (lines) =>
    toPdf({
      ...{ title: lines.join(' | '), language: 'da', subtitle: '', foot: 'Handicaprådet', margin: 'normal' },
      blocks: [{ kind: 'paragraph', runs: [{ text: 'Hej' }] }],
    }),
  ),
];

const found = new Map<string, number>();

describe('HE-46 personal numbers in real Word and PDF files', () => {
  it.each(PLACES)('$what', async ({ what, name, place, count, make }) => {
    const inspected = await reader.read(await make(), name);
    if (!inspected.ok) throw new Error(inspected.error.code);
    const here = inspected.value.numbers.filter((each) => each.place === place);
    const seen = here.reduce((sum, each) => sum + each.count, 0);
    found.set(what, Math.min(seen, count));
    expect({ what, seen: Math.min(seen, count) }).toEqual({ what, seen: count });
  });

  it('recall over them all is at least 99.5 %, and nothing is given away', () => {
    const planted = PLACES.reduce((sum, { count }) => sum + count, 0);
    const seen = [...found.values()].reduce((sum, each) => sum + each, 0);
    expect(found.size).toBe(PLACES.length);
    expect(planted).toBeGreaterThanOrEqual(200);
    expect(seen / planted).toBeGreaterThanOrEqual(0.995);
  });

  it('a field of a form, filled in', async () => {
    const { date, serial } = numbers[3] ?? { date: '', serial: '' };
    const inspected = await reader.read(
      await pdfOf({ pages: [['Blanket']], field: `${date}${serial}` }),
      'blanket.pdf',
    );
    expect(inspected.ok && inspected.value.numbers.map(({ place }) => place)).toContain('form');
  });

  it('says where and how many, never which', async () => {
    const { date, serial } = numbers[5] ?? { date: '', serial: '' };
    const inspected = await reader.read(await wordOf(paragraphOf(`${date}-${serial}`)), 'svar.docx');
    expect(inspected.ok && inspected.value.numbers).toEqual([{ place: 'body', number: null, count: 1 }]);
    expect(JSON.stringify(inspected.ok && inspected.value.numbers)).not.toContain(serial);
  });
});

describe('HE-46 false alarms in files', () => {
  it('an ordinary answer gives none, in Word and in PDF', async () => {
    const lines = [
      'Handicaprådet i Greve, Rådhusholmen 10, 2670 Greve, tlf. 43 97 97 97, EAN 5798007704012',
      'Vi svarer på høringen af 12.01.2026 kl. 14.30, sagsnr. 26/004512, KLE 27.69.48.',
      'Pladserne koster 1.012.345 kr. i 2026 og 1.112.345 kr. i 2027; CVR 44 02 39 11.',
      'Lov nr. 1089 af 16. august 2023, LBK nr. 170 af 24/01/2022.',
    ];
    for (const [bytes, name] of [
      [
        await wordOf(paragraphs(lines), {
          'docProps/custom.xml': properties(['{9E1F0101-9012-3412-8ABC-010190123456}']),
        }),
        'a.docx',
      ],
      [new Uint8Array(await Packer.toBuffer(new Document({ sections: [section(runs(lines))] }))), 'b.docx'],
      [await pdfOf({ pages: [lines] }), 'c.pdf'],
      [
        toPdf({
          title: 'Svar',
          language: 'da',
          subtitle: '',
          foot: '',
          margin: 'normal',
          blocks: lines.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
        }),
        'd.pdf',
      ],
    ] as const) {
      const inspected = await reader.read(bytes, name);
      expect([name, inspected.ok && inspected.value.numbers]).toEqual([name, []]);
    }
  });
});
