import { brandId, canonicalBytes, type ItemId } from '@enig/kernel';
import { diffText } from './diff';
import { emptyJson, type FocusAreaJson, type GoalJson, type ThemeJson } from './json';
import { richFromPlain } from './rich-text';
import { diffWords, type WordChange } from './words';

const side = (words: readonly WordChange[], op: 'added' | 'removed') =>
  words.flatMap((word) => (word.op === 'same' || word.op === op ? [word.text] : [])).join('');

const theme = (name: string, words = ''): ThemeJson => ({
  id: brandId<ItemId>(name),
  title: name,
  body: richFromPlain(words),
});
const goal = (name: string, more: Partial<GoalJson> = {}): GoalJson => ({
  ...theme(name),
  ...{ criterion: '', owner: null, due: null },
  ...more,
});
const area = (more: Partial<FocusAreaJson>): FocusAreaJson => ({ ...emptyJson('focus-area'), ...more });
const short = (before: FocusAreaJson, after: FocusAreaJson) =>
  diffText(before, after).map(({ path, change }) => `${change} ${path.join('/')}`);

describe('what changed between two texts, slot by slot', () => {
  it('is nothing between equals', () => {
    const text = area({ title: 'x', goals: [goal('m1')] });
    expect(diffText(text, text)).toEqual([]);
  });

  it('is nothing between what was frozen, which names things sorted, and the draft it was made of', () => {
    const draft = area({ title: 'x', intro: richFromPlain('Ventetiden er otte uger.'), goals: [goal('m1')] });
    const frozen = JSON.parse(new TextDecoder().decode(canonicalBytes(draft))) as FocusAreaJson;
    expect(JSON.stringify(frozen)).not.toBe(JSON.stringify(draft));
    expect(diffText(frozen, draft)).toEqual([]);
  });

  it('is told down to words', () => {
    const before = area({ intro: richFromPlain('Ventetiden er otte uger.') });
    const after = area({ intro: richFromPlain('Ventetiden er højst fire uger.') });
    expect(diffText(before, after)).toEqual([
      {
        path: ['intro'],
        label: { root: 'intro', id: null, title: null, number: null, field: null },
        change: 'changed',
        formattingOnly: false,
        words: [
          { op: 'same', text: 'Ventetiden er ' },
          { op: 'removed', text: 'otte ' },
          { op: 'added', text: 'højst fire ' },
          { op: 'same', text: 'uger.' },
        ],
        before: { shape: 'prose', prose: before.intro },
        after: { shape: 'prose', prose: after.intro },
      },
    ]);
  });

  it('says when only the form changed', () => {
    const bold = { type: 'text', text: 'Fed', marks: [{ type: 'bold' }] };
    const after = area({ intro: { type: 'doc', content: [{ type: 'paragraph', content: [bold] }] } });
    const [diff] = diffText(area({ intro: richFromPlain('Fed') }), after);
    expect(diff).toMatchObject({ change: 'changed', formattingOnly: true, words: [{ op: 'same', text: 'Fed' }] });
  });

  it('has an added item with its title and what is in it, and a removed one last', () => {
    const before = area({ goals: [goal('m1', { criterion: 'Målt' }), goal('m2')] });
    const after = area({ goals: [goal('m2'), goal('m3', { due: '2027-01-01', title: '' })] });
    expect(short(before, after)).toEqual([
      'added goals/m3/title',
      'added goals/m3/due',
      'removed goals/m1/title',
      'removed goals/m1/criterion',
    ]);
    const labels = diffText(before, after).map(({ label }) => [label.title, label.number, label.field]);
    expect(labels).toEqual([
      ['', 2, 'title'],
      ['', 2, 'due'],
      ['m1', 1, 'title'],
      ['m1', 1, 'criterion'],
    ]);
  });

  it('says who moved past those that stayed, once', () => {
    const [a, b, c, d] = [theme('a'), theme('b'), theme('c'), theme('d', 'før')];
    const before = area({ themes: [a, b, c, d] });
    const after = area({ themes: [theme('d', 'efter'), a, b, c] });
    expect(short(before, after)).toEqual(['moved themes/d', 'changed themes/d/body']);
    expect(diffText(before, after)[0]?.moved).toEqual({ from: 4, to: 1 });
    expect(short(before, area({ themes: [b, c, d] }))).toEqual(['removed themes/a/title']);
    const swapped = short(area({ themes: [a, b] }), area({ themes: [b, theme('n'), a] }));
    expect(swapped).toEqual(['moved themes/b', 'added themes/n/title']);
  });

  it('compares parties by id and name, and days', () => {
    const before = area({ goals: [goal('m', { owner: 'region:1085', ownerName: 'Region Sjælland', due: null })] });
    const after = area({
      goals: [goal('m', { owner: 'region:1090', ownerName: 'Region Østdanmark', due: '2027-01-01' })],
    });
    expect(
      diffText(before, after).map(({ path, words }) => [path[2], side(words, 'removed'), side(words, 'added')]),
    ).toEqual([
      ['owner', 'Region Sjælland', 'Region Østdanmark'],
      ['due', '', '2027-01-01'],
    ]);
  });

  it('compares the sections of a response, the added and the removed', () => {
    const answer = (ids: readonly string[]) => ({
      ...emptyJson('hearing-response'),
      sections: Object.fromEntries(ids.map((id) => [id, richFromPlain(`Svar ${id}`)])),
    });
    const found = diffText(answer(['a', 'b']), answer(['b', 'c'])).map(
      ({ path, change }) => `${change} ${path.join('/')}`,
    );
    expect(found).toEqual(['added sections/c', 'removed sections/a']);
    expect(diffText(answer([]), { ...answer([]), sections: { x: richFromPlain('') } })).toEqual([]);
  });

  it('refuses two kinds', () => {
    expect(() => diffText(emptyJson('chapter'), emptyJson('easy-read'))).toThrow(RangeError);
  });
});

describe('words', () => {
  it('compares long texts without hanging, and finds the word in the paragraph', () => {
    const lines = Array.from({ length: 4_000 }, (_, line) => `Afsnit ${line} om børn, unge og voksne med æøå. 🦮`);
    const before = lines.join('\n\n');
    expect(before.length).toBeGreaterThan(190_000);
    const after = [...lines.slice(0, 2_000), 'Et nyt afsnit.', ...lines.slice(2_000)]
      .join('\n\n')
      .replace('1234 om', '1234 for');
    const words = diffWords(before, after);
    expect([side(words, 'removed'), side(words, 'added')]).toEqual([before, after]);
    expect(words.filter((word) => word.op !== 'same').map((word) => word.text.trim())).toEqual([
      'om',
      'for',
      'Et nyt afsnit.',
    ]);
  });

  it.each([
    ['one paragraph', ' '],
    ['many paragraphs', '\n'],
  ])('gives up on 200,000 characters with nothing in common, in %s', (_, between) => {
    const before = Array.from({ length: 40_000 }, (_each, word) => `a${word}`).join(between);
    const after = Array.from({ length: 40_000 }, (_each, word) => `b${word}`).join(between);
    const words = diffWords(before, after);
    expect([side(words, 'removed'), side(words, 'added')]).toEqual([before, after]);
  });

  it.each([
    ['a long text', 4_000],
    ['a short one', 400],
  ])('of %s with many changes are still found paragraph by paragraph', (_, count) => {
    const lines = Array.from({ length: count }, (_each, line) => `Afsnit ${line} står som det stod.`);
    const changed = lines.map((line, index) =>
      index % 2 === 0 && index < 400 ? `${line} ${'ny '.repeat(9)}${index}` : line,
    );
    const words = diffWords(lines.join('\n'), changed.join('\n'));
    expect([side(words, 'removed'), side(words, 'added')]).toEqual([lines.join('\n'), changed.join('\n')]);
    expect(words.some(({ op, text }) => op === 'same' && text.includes('Afsnit 7 står'))).toBe(true);
  });

  it('give up on a page without a word in common', () => {
    const [before, after] = ['a', 'b'].map((letter) =>
      Array.from({ length: 2_500 }, (_, word) => `${letter}${word}`).join(' '),
    );
    expect(diffWords(before ?? '', after ?? '')).toEqual([
      { op: 'removed', text: before },
      { op: 'added', text: after },
    ]);
  });

  it('are nothing between two empty texts', () => {
    expect(diffWords('', '')).toEqual([]);
  });
});
