import { Fonts } from './font';
import type { Block } from './model';
import { toPdf } from './pdf';
import { everyBlock, speechOf } from './test-documents';

describe('a document as PDF', () => {
  it('is tagged, says its title and language, and says that it keeps to PDF/UA-1', async () => {
    const speech = await speechOf(toPdf(everyBlock()));
    expect(speech).toMatchObject({ marked: true, language: 'da', title: 'Rammeaftale', showsTitle: true });
    expect(speech.metadata).toMatch(/pdfuaid:part(>|=")1/);
    expect(speech.metadata).toContain('Rammeaftale');
  });

  it('has headings, lists, notes and tables with headers in the order they are read', async () => {
    const { roles } = await speechOf(toPdf(everyBlock()));
    const heads = roles.filter((role) => /^H\d$/.test(role));
    expect(heads).toEqual(['H1', 'H2', 'H3']);
    expect(roles).toEqual(
      expect.arrayContaining(['L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Link', 'Note']),
    );
    expect(roles.filter((role) => role === 'TH')).toHaveLength(2);
    expect(roles.indexOf('Caption')).toBeGreaterThan(-1);
  });

  it.each([
    '#import "@preview/x:0.1.0": *',
    '#read("/etc/passwd")',
    '#sys.inputs',
    '*fed* _kursiv_ `kode` $x$ = overskrift',
    '] #panic() [',
    '\\u{41} \\ // kommentar /* */',
    '"); panic(("',
    '<label> @henvisning https://example.org',
  ])('reads %s as words', async (text) => {
    const blocks: Block[] = [
      { kind: 'heading', level: 2, runs: [{ text }] },
      { kind: 'paragraph', runs: [{ text, explained: text, bold: true }] },
      { kind: 'list', ordered: true, items: [[{ kind: 'paragraph', runs: [{ text, change: 'added' }] }]] },
      { kind: 'facts', facts: [{ name: text, value: [{ text }] }] },
      { kind: 'table', caption: text, head: [text], rows: [[[{ text }]]] },
      { kind: 'lines', count: 1, label: text },
    ];
    const { roles, title } = await speechOf(toPdf(everyBlock({ title: text, subtitle: text, foot: text, blocks })));
    expect(title).toBe(text);
    expect(roles.filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H2']);
    expect(roles).not.toContain('Formula');
    expect(roles).not.toContain('Code');
  });

  it('is made of characters its font does not have, and names them', async () => {
    const text = 'æøå ÆØÅ – “x” → ● 😀 漢字 ا e\u0301 \u202e\u00ad\u2003 ❤️';
    const blocks: Block[] = [{ kind: 'paragraph', runs: [{ text, bold: true, italic: true }] }];
    const { marked } = await speechOf(toPdf(everyBlock({ blocks })));
    expect(marked).toBe(true);
    const fonts = new Fonts();
    expect(fonts.settable('æøå – “x” é e\u0301 → €')).toBe('æøå – “x” é é → €');
    expect(fonts.settable('😀 漢\u202e\u00ad!')).toBe('[U+1F600] [U+6F22]!');
  });

  it('is made of nothing but a title', async () => {
    const { pages } = await speechOf(toPdf(everyBlock({ blocks: [], subtitle: '', foot: '' })));
    expect(pages).toBe(1);
  });

  it('is the same for the same document', () => {
    expect(Buffer.from(toPdf(everyBlock())).equals(Buffer.from(toPdf(everyBlock())))).toBe(true);
  });
});

describe('a document of a hundred pages', () => {
  it('is made; how long it took is told', async () => {
    const text = 'Kommunerne arbejder sammen om tilbud til borgere med særlige behov. '.repeat(9);
    const piece: Block[] = [
      { kind: 'heading', level: 2, runs: [{ text: 'Afsnit' }] },
      ...Array.from({ length: 5 }, (): Block => ({ kind: 'paragraph', runs: [{ text }] })),
    ];
    const model = everyBlock({ margin: 'normal', blocks: Array.from({ length: 125 }, () => piece).flat() });
    const began = performance.now();
    const pdf = toPdf(model);
    const took = Math.round(performance.now() - began);
    const { pages } = await speechOf(pdf);
    process.stdout.write(`PDF: ${pages} pages, ${Math.round(pdf.length / 1024)} KiB, ${took} ms\n`);
    expect(pages).toBeGreaterThanOrEqual(100);
  });
});
