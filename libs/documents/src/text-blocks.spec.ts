import { brandId, type ItemId } from '@enig/kernel';
import {
  canonicalRich,
  emptyJson,
  richFromPlain,
  type FocusAreaJson,
  type HearingResponseJson,
  type RawNode,
} from '@enig/text';
import { checkDocument } from './check';
import type { Block } from './model';
import { textBlocks } from './text-blocks';

const text = (words: string): RawNode => ({ type: 'text', text: words });
const paragraph = (...content: RawNode[]): RawNode => ({ type: 'paragraph', content });
const heading = (level: number, words: string): RawNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
const cell = (type: string, words: string, attrs = {}): RawNode => ({ type, attrs, content: [paragraph(text(words))] });
const row = (...content: RawNode[]): RawNode => ({ type: 'tableRow', content });

function chapter(...content: RawNode[]): Block[] {
  return textBlocks({ ...emptyJson('chapter'), title: 'Kapitel', body: canonicalRich(content) }, { level: 2 });
}

function outline(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'heading') return [];
    return [`${block.level} ${block.runs.map((run) => run.text).join('')}`];
  });
}

function sound(blocks: readonly Block[]): void {
  const model = { title: 'T', language: 'da', subtitle: '', foot: '', margin: 'normal', blocks } as const;
  expect(checkDocument(model)).toMatchObject({ ok: true });
}

const area: FocusAreaJson = {
  ...emptyJson('focus-area'),
  intro: canonicalRich([heading(3, 'Baggrund'), paragraph(text('Ord'))]),
  goals: [
    {
      ...{
        id: brandId<ItemId>('g1'),
        title: 'Fælles tilbud',
        body: richFromPlain('Mål i ord'),
        criterion: 'tre aftaler',
      },
      ...{ owner: 'region:1085', ownerName: 'Region Sjælland', due: '2027-12-31' },
    },
    { id: brandId<ItemId>('g2'), title: ' ', body: richFromPlain(''), criterion: '', owner: null, due: null },
  ],
  themes: [{ id: brandId<ItemId>('t1'), title: 'Unge', body: canonicalRich([heading(2, 'I ungdommen')]) }],
  actions: [
    {
      ...{ id: brandId<ItemId>('a1'), title: 'Kortlægge', body: richFromPlain('') },
      ...{ responsible: 'x', responsibleName: 'Holbæk', from: '2027-01-01', to: 'i sommer' },
    },
  ],
};

describe('a focus area as blocks', () => {
  const blocks = textBlocks(area, { level: 3 });

  it('has goals, themes and actions under headings, and skips no level', () => {
    expect(outline(blocks)).toEqual([
      ...['3 Baggrund', '3 Mål', '4 1. Fælles tilbud', '4 2. Uden titel'],
      ...['3 Tematikker', '4 1. Unge', '5 I ungdommen', '3 Handlinger', '4 1. Kortlægge'],
    ]);
    sound(textBlocks(area, { level: 2 }));
  });

  it('calls parties by the names they had, writes days out, and leaves out what is not said', () => {
    const facts = blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
    expect(facts.map(({ name, value }) => `${name}: ${value[0]?.text ?? ''}`)).toEqual([
      ...['Nået, når: tre aftaler', 'Ansvarlig: Region Sjælland', 'Senest: 31.\u00a0december 2027'],
      ...['Ansvarlig: Holbæk', 'Fra: 1.\u00a0januar 2027', 'Til: i sommer'],
    ]);
  });
});

describe('prose as blocks', () => {
  it('keeps emphasis, links, line breaks and the names of references', () => {
    const bold = { type: 'text', text: 'fed', marks: [{ type: 'bold' }, { type: 'italic' }] };
    const link = { type: 'text', text: 'her', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] };
    const to = { type: 'crossReference', attrs: { target: 'x', label: '2 Unge' } };
    const gone = { type: 'crossReference', attrs: { target: 'y' } };
    const [block] = chapter(paragraph(text('A'), { type: 'hardBreak' }, bold, link, to, gone));
    expect(block).toEqual({
      kind: 'paragraph',
      runs: [
        ...[{ text: 'A' }, { text: '\n' }, { text: 'fed', bold: true, italic: true }],
        ...[{ text: 'her', href: 'https://example.org' }, { text: '2 Unge' }],
        { text: 'et afsnit, der ikke findes mere' },
      ],
    });
  });

  it('keeps lists in lists, where they begin, and quotations', () => {
    const inner = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('indre'))] }] };
    const list = {
      type: 'orderedList',
      attrs: { start: 4 },
      content: [{ type: 'listItem', content: [paragraph(text('ydre')), inner] }],
    };
    expect(chapter(list, { type: 'blockquote', content: [paragraph(text('citat'))] })).toEqual([
      {
        ...{ kind: 'list', ordered: true, start: 4 },
        items: [
          [
            { kind: 'paragraph', runs: [{ text: 'ydre' }] },
            { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', runs: [{ text: 'indre' }] }]] },
          ],
        ],
      },
      { kind: 'paragraph', runs: [{ text: 'citat' }], tone: 'quote' },
    ]);
  });

  it('gives a table its headers and a caption, also where nobody wrote any', () => {
    const blocks = chapter(
      {
        type: 'table',
        content: [
          row(cell('tableHeader', 'Navn'), cell('tableHeader', 'Tal')),
          row(cell('tableCell', 'A'), cell('tableCell', '1')),
        ],
      },
      { type: 'table', content: [row(cell('tableCell', 'B'), cell('tableCell', '2'))] },
    );
    expect(blocks).toMatchObject([
      { caption: 'Tabel 1', head: ['Navn', 'Tal'], rows: [[[{ text: 'A' }], [{ text: '1' }]]] },
      { caption: 'Tabel 2', head: ['Kolonne 1', 'Kolonne 2'], rows: [[[{ text: 'B' }], [{ text: '2' }]]] },
    ]);
    sound(blocks);
  });

  it('makes every row of a table as long as the longest, whatever spans what', () => {
    const blocks = chapter({
      type: 'table',
      content: [
        row(cell('tableHeader', 'Alt', { colspan: 3 })),
        row(cell('tableCell', 'A', { rowspan: 9 }), cell('tableCell', 'B', { colspan: 1000 })),
        row(cell('tableCell', 'C')),
      ],
    });
    sound(blocks);
    const [table] = blocks;
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.map((cells) => cells.flat().map((run) => run.text))).toEqual([['A', 'B'], ['C']]);
    expect(rows[1]?.[1]).toEqual([{ text: 'C' }]);
  });

  it('leaves out headings without words', () => {
    expect(outline(chapter(heading(2, ' '), heading(2, 'Ord')))).toEqual(['2 Ord']);
  });
});

describe('an answer as blocks', () => {
  it('stands in general, by focus area, and as a minority; what says nothing is left out', () => {
    const json: HearingResponseJson = {
      ...emptyJson('hearing-response', ['a', 'b', 'c']),
      general: richFromPlain('I almindelighed'),
      sections: { a: richFromPlain('Om a'), b: richFromPlain(''), c: richFromPlain('') },
      minority: richFromPlain('To medlemmer mener'),
      entries: { c: { noRemarks: true, ready: true } },
      statements: [
        {
          ...{ id: brandId<ItemId>('s'), section: 'a', how: 'phone', who: 'Et medlem', on: '2027-04-01' },
          noted: { name: 'Karen Holm', capacity: 'disabilityCouncilChair' },
          body: richFromPlain('Sagt'),
        },
      ],
      comments: [
        { id: brandId<ItemId>('k'), section: 'a', anchor: null, body: richFromPlain('Kommentar') },
        { id: brandId<ItemId>('l'), section: '', anchor: null, body: richFromPlain('Til det hele') },
      ],
    };
    const blocks = textBlocks(json, { level: 2, sectionTitle: (id) => `Afsnit ${id}` });
    expect(outline(blocks)).toEqual(['2 Bemærkninger i øvrigt', '2 Afsnit a', '2 Afsnit c', '2 Mindretalsudtalelse']);
    const noted = '(skrevet ned af Karen Holm, formand for handicaprådet)';
    const said = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs[0]?.text] : []));
    expect(said).toEqual([
      ...['I almindelighed', 'Kommentar til teksten', 'Til det hele'],
      ...['Om a', 'Kommentar til teksten', 'Kommentar'],
      ...[
        `Sagt i telefonen: Et medlem, 1.\u00a0april 2027 ${noted}`,
        'Sagt',
        'Ingen bemærkninger.',
        'To medlemmer mener',
      ],
    ]);
  });

  it('is read also where it was sent before there were comments', () => {
    const { general, sections, minority, kind, schema } = emptyJson('hearing-response', ['a']);
    const old = { general: richFromPlain('Ord'), sections, minority, kind, schema } as unknown as HearingResponseJson;
    expect(general.content).toEqual([]);
    expect(outline(textBlocks(old, { level: 2 }))).toEqual(['2 Bemærkninger i øvrigt']);
  });
});
