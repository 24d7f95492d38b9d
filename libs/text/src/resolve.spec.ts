import { brandId, type ItemId } from '@enig/kernel';
import { createHash } from 'node:crypto';
import { textBytes, textHash } from './canonical';
import { emptyJson, type FocusAreaJson, type RichText } from './json';
import { danglingReferences, resolveReferences } from './resolve';
import { richFromPlain } from './rich-text';
import { slotsOf } from './slots';

const reference = (target: string): RichText => ({
  type: 'doc',
  content: [
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'crossReference', attrs: { target } }] }],
        },
      ],
    },
  ],
});

const id = (value: string) => brandId<ItemId>(value);
const TEXT: FocusAreaJson = {
  ...emptyJson('focus-area'),
  intro: reference('f-2'),
  goals: [
    { id: id('m1'), title: 'Mål', body: reference('væk'), criterion: '', owner: 'municipality:0306', due: null },
    { id: id('m2'), title: 'Mål', body: richFromPlain(''), criterion: '', owner: null, due: null },
  ],
  actions: [
    { id: id('h1'), title: 'Gør', body: richFromPlain(''), responsible: 'municipality:9999', from: null, to: null },
  ],
};
const names = {
  section: (target: string) => (target === 'f-2' ? '2. Børn og unge' : null),
  party: (party: string) => (party === 'municipality:0306' ? 'Odsherred Kommune' : null),
};

describe('references are called by name when a version is made', () => {
  const resolved = resolveReferences(TEXT, names);

  it('in prose and on items', () => {
    expect(JSON.stringify(resolved.intro)).toContain('"label":"2. Børn og unge"');
    expect(resolved.goals.map((goal) => goal.ownerName)).toEqual(['Odsherred Kommune', null]);
    expect(resolved.actions.map((action) => action.responsibleName)).toEqual([null]);
  });

  it('and those that lead nowhere are listed', () => {
    expect(danglingReferences(resolved)).toEqual([
      { path: ['goals', 'm1', 'body'], to: 'section', id: 'væk' },
      { path: ['actions', 'h1', 'responsible'], to: 'party', id: 'municipality:9999' },
    ]);
    expect(danglingReferences(TEXT)).toHaveLength(4);
  });

  it('with names from the lookup alone', () => {
    const nameless = { section: () => null, party: () => null };
    const again = resolveReferences(resolved, nameless);
    expect(danglingReferences(again)).toHaveLength(4);
    expect(again.intro).toEqual(TEXT.intro);
  });

  it('leaving the text it was given as it was', () => {
    expect(TEXT.goals[0]).not.toHaveProperty('ownerName');
    expect(JSON.stringify(TEXT)).not.toContain('label');
  });

  it.each(['chapter', 'easy-read', 'hearing-response', 'case'] as const)('in a text of kind %s', (kind) => {
    const empty = emptyJson(kind, ['f-1']);
    const prose = slotsOf(empty).flatMap(({ path, value }) => (value.shape === 'prose' ? [path] : []));
    const filled = JSON.stringify(empty).replaceAll(
      JSON.stringify(richFromPlain('')),
      JSON.stringify(reference('f-2')),
    );
    const json: typeof empty = JSON.parse(filled);
    expect(danglingReferences(json).map(({ path }) => path)).toEqual(prose);
    expect(danglingReferences(resolveReferences(json, names))).toEqual([]);
  });
});

describe('a hash can be recomputed from the exported bytes', () => {
  it('by any program', () => {
    const bytes = textBytes(TEXT);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(textHash(TEXT));
    expect(Buffer.from(bytes).toString('utf8').endsWith('\n')).toBe(false);
    const read: FocusAreaJson = JSON.parse(Buffer.from(bytes).toString('utf8'));
    expect(textHash(read)).toBe(textHash(TEXT));
  });

  it('and is another for any change', () => {
    expect(textHash({ ...TEXT, title: 'x' })).not.toBe(textHash(TEXT));
  });
});
