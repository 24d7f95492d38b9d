import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMAIN_WORDS, explainsAny, explainWords } from './explain';
import type { Block, Run } from './model';

const known = [
  { forms: ['takst', 'taksten'], means: 'Prisen.' },
  { forms: ['særligt dyre enkeltsager'], means: 'Dyr hjælp.' },
  { forms: ['dyre'], means: 'Koster meget.' },
];

function explained(text: string): readonly Run[] {
  const [block] = explainWords([{ kind: 'paragraph', runs: [{ text, bold: true }] }], known);
  return block?.kind === 'paragraph' ? block.runs : [];
}

describe('words explained in place', () => {
  it('where they stand first, in whatever form, and keep how they are written', () => {
    expect(explained('Taksten er en takst.')).toEqual([
      { text: 'Taksten', bold: true, explained: 'Prisen.' },
      { text: ' er en takst.', bold: true },
    ]);
  });

  it('only whole words, the longest first', () => {
    expect(explained('takster og x-takst').map((run) => run.explained)).toEqual([undefined]);
    expect(explained('Om særligt dyre enkeltsager.').map((run) => run.text)).toEqual([
      ...['Om ', 'særligt dyre enkeltsager', '.'],
    ]);
  });

  it('loses no word', () => {
    const text = 'takst, dyre, taksten og særligt dyre enkeltsager';
    expect(
      explained(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
    expect(explained('').map((run) => run.text)).toEqual(['']);
  });

  it('not in headings, tables and links, and once in all lists', () => {
    const item: Block[] = [{ kind: 'paragraph', runs: [{ text: 'takst' }] }];
    const blocks: Block[] = [
      { kind: 'heading', level: 2, runs: [{ text: 'takst' }] },
      { kind: 'paragraph', runs: [{ text: 'takst', href: 'https://example.org' }] },
      { kind: 'table', caption: 'takst', head: ['takst'], rows: [[[{ text: 'takst' }]]] },
      { kind: 'list', ordered: false, items: [item, item] },
    ];
    const all = explainWords(blocks, known);
    expect(all.slice(0, 3)).toEqual(blocks.slice(0, 3));
    expect(JSON.stringify(all).match(/explained/g)).toHaveLength(1);
  });

  it('every word of ours is explained in one or two plain sentences, and no form twice', () => {
    const forms = DOMAIN_WORDS.flatMap((word) => word.forms.map((form) => form.toLowerCase()));
    expect(new Set(forms).size).toBe(forms.length);
    for (const { means } of DOMAIN_WORDS) {
      expect(means).toMatch(/^[A-ZÆØÅ].*\.$/);
      expect(means.length).toBeLessThan(160);
    }
  });

  it('every word of ours stands in the glossary among those that are explained, and all of those are', () => {
    const glossary = readFileSync(join(__dirname, '../../../docs/glossary.md'), 'utf8');
    const [, explainedThere = ''] = glossary.split('## Words explained to readers');
    const [, , list = ''] = explainedThere.split(/\n\n/);
    const listed = list.split(/\s+·\s+/).map((word) => word.replace(/\s+/g, ' ').trim());
    expect([...listed].sort()).toEqual(DOMAIN_WORDS.map(({ forms: [first = ''] }) => first).sort());
  });

  it.each([
    'letlæst',
    'dialogforum',
    'brugerorganisationer',
    'bilag',
    'høringsrunden',
    'mindretalsudtalelse',
    'forvaltningen',
  ])('explains what the pages themselves say: %s', (word) => {
    const said: Block[] = [{ kind: 'list', ordered: false, items: [[{ kind: 'paragraph', runs: [{ text: word }] }]] }];
    expect([explainsAny(said), explainsAny(explainWords(said))]).toEqual([false, true]);
  });
});
