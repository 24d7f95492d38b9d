import { deflateSync } from 'node:zlib';
import { FileThreads } from './file-threads';
import { testWord, W } from './test-word';

let threads: FileThreads;

beforeEach(() => {
  threads = new FileThreads();
});

afterEach(() => threads.onModuleDestroy());

const MIB = 1024 * 1024;

/** A PDF of these objects, the first its catalogue; found again by whoever reads it, since it has no table. */
function pdfOf(...objects: readonly (string | Uint8Array)[]): Uint8Array {
  const pieces = objects.map((object, index) =>
    Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]),
  );
  const trailer = Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF\n`);
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...pieces, trailer]);
}

function streamOf(dictionary: string, bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`);
  return Buffer.concat([head, bytes, Buffer.from('\nendstream')]);
}

const onePage = (content: Uint8Array, catalogue = ''): Uint8Array =>
  pdfOf(
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    content,
  );

/** Looks through a file, and at how the serving thread fares and how far the process grows meanwhile. */
async function watched(bytes: Uint8Array, name: string) {
  const before = process.memoryUsage.rss();
  let [last, longest, most] = [performance.now(), 0, before];
  const ticks = setInterval(() => {
    const now = performance.now();
    [longest, last, most] = [Math.max(longest, now - last), now, Math.max(most, process.memoryUsage.rss())];
  }, 20);
  const inspected = await threads.inspect(bytes, name, 'anna');
  clearInterval(ticks);
  const code = inspected.ok ? inspected.value.kind : inspected.error.code;
  return { code, longest, grown: (most - before) / MIB };
}

/** So many MiB of blanks, packed twice: a file of some kilobytes. */
function packedTwice(mib: number): Uint8Array {
  return deflateSync(deflateSync(Buffer.alloc(mib * MIB, 0x20), { level: 9 }), { level: 9 });
}

describe('HE-45 a hostile file costs nobody else anything', () => {
  it.each<[string, () => Uint8Array, string, RegExp]>([
    [
      'a PDF whose page unpacks without end',
      () => onePage(streamOf('/Filter [/FlateDecode /FlateDecode]', packedTwice(1_200))),
      'svar.pdf',
      /^HE-45-FILE-TOO-HEAVY$/,
    ],
    [
      'a PDF with a file inside that unpacks without end',
      () =>
        pdfOf(
          '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >> >>',
          '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
          '<< /Type /Filespec /F (a.pdf) /EF << /F 5 0 R >> >>',
          streamOf('/Type /EmbeddedFile /Filter [/FlateDecode /FlateDecode]', packedTwice(1_200)),
        ),
      'svar.pdf',
      /^HE-45-FILE-TOO-HEAVY$/,
    ],
    [
      'a PDF with two billion pages',
      () => pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 2147483647 >>'),
      'svar.pdf',
      /^pdf$/,
    ],
    [
      'a PDF whose pages lie in a ring',
      () => pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 900 >>'),
      'svar.pdf',
      /^pdf$/,
    ],
    [
      'a PDF with a program in it, which is not run',
      () =>
        onePage(
          streamOf('', Buffer.from('BT ET')),
          '/OpenAction << /S /JavaScript /JS (for\\(;;\\); app.alert\\(1\\)) >>',
        ),
      'svar.pdf',
      /^pdf$/,
    ],
    [
      'a PDF that is a Word file too',
      () => Buffer.concat([Buffer.from('%PDF-1.7\n'), testWord('<w:p/>')]),
      'svar.docx',
      /^HE-45-FILE-NOT-AS-NAMED$/,
    ],
    [
      'a Word file that calls one word a billion times',
      () =>
        testWord('<w:p/>', {
          'word/header1.xml': `<!DOCTYPE a [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(90)}"><!ENTITY c "${'&b;'.repeat(90)}">]><w:hdr ${W}><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:hdr>`,
        }),
      'svar.docx',
      /^HE-45-FILE-DAMAGED$/,
    ],
    [
      'a Word file of a million elements inside one another',
      () => testWord('<w:p>'.repeat(1_000_000)),
      'svar.docx',
      /HE-45-FILE-DAMAGED/,
    ],
  ])(
    '%s',
    async (_, make, name, expected) => {
      const bytes = make();
      const { code, longest, grown } = await watched(bytes, name);
      expect(code).toMatch(expected);
      expect(longest).toBeLessThan(5_000);
      expect(grown).toBeLessThan(2_600);
      expect(
        await threads.inspect(testWord('<w:p><w:r><w:t>Hej</w:t></w:r></w:p>'), 'svar.docx', 'anna'),
      ).toMatchObject({
        ok: true,
      });
    },
    90_000,
  );
});
