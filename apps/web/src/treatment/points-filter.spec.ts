import {
  filterIn,
  filterPoints,
  isNarrowed,
  NO_FILTER,
  queryOf,
  waitedFor,
  type Point,
  type PointsFilter,
} from './points-filter';

const NONE: PointsFilter = { ...NO_FILTER, show: 'all' };

function point(id: string, given: Partial<Point> = {}): Point {
  return {
    ...{
      id,
      label: id,
      position: 1,
      place: 'general',
      section: null,
      sectionTitle: null,
      kind: 'paragraph',
      about: null,
    },
    ...{ excerpt: 'Skriv kortere.', mayTreat: true, mayArrange: true, party: null, responsible: [], history: [] },
    council: { id: 'greve', name: 'Greve Handicapråd' },
    submission: { id: 's', late: false, reference: 'H1' },
    treatment: null,
    ...given,
  };
}

const treatment: NonNullable<Point['treatment']> = {
  ...{ id: 't', given: 'a', takenBack: false, change: null, outcome: 'noted', answer: 'Tak for ordene om tolk.' },
  ...{ reason: 'Enig.', by: 'Mette', capacity: 'sekretariat', at: '2027-04-01T08:00:00Z' },
};
const all = [
  point('1'),
  point('2', { mayTreat: false, section: 'autisme', sectionTitle: 'Autisme', excerpt: 'Bedre overgange' }),
  point('4', { responsible: [{ id: 'municipality:0265', name: 'Roskilde' }] }),
  point('3', { treatment, council: { id: 'faxe', name: 'Faxe Handicapråd' } }),
];
const found = (filter: Partial<PointsFilter>) => filterPoints(all, { ...NONE, ...filter }).map(({ id }) => id);

describe('what is looked for among the points', () => {
  it.each<[string, Partial<PointsFilter>, string[]]>([
    ['all', {}, ['1', '2', '4', '3']],
    ['what is left', { show: 'open' }, ['1', '2', '4']],
    ['what is mine and left', { show: 'mine' }, ['1', '4']],
    ['a council', { council: 'faxe' }, ['3']],
    ['a focus area', { section: 'autisme' }, ['2']],
    ['in general', { section: 'general' }, ['1', '4', '3']],
    ['an outcome', { outcome: 'noted' }, ['3']],
    ['who is waited for', { waits: 'municipality:0265' }, ['4']],
    ['whoever hears', { waits: 'owner' }, ['1', '2']],
    ['words, in any order and any case', { search: ' OVERGANGE autisme' }, ['2']],
    ['words of an answer', { search: 'tolk' }, ['3']],
    ['words nobody has said', { search: 'tolk overgange' }, []],
  ])('%s', (_, filter, ids) => expect(found(filter)).toEqual(ids));

  it('stands in the address, and is read from it again', () => {
    const filter: PointsFilter = {
      show: 'mine',
      council: 'greve',
      section: 'general',
      outcome: 'noted',
      waits: 'owner',
      search: 'tolk',
    };
    expect(filterIn(queryOf(filter))).toEqual(filter);
    expect(queryOf({ ...NONE, show: 'open' }).toString()).toBe('');
    expect(filterIn(new URLSearchParams('vis=noget&udfald=andet'))).toEqual({ ...NONE, show: 'open' });
  });
});

describe('whether the list is narrowed', () => {
  it('is told of everything that is looked for, and not of what is left or mine', () => {
    expect([NO_FILTER, NONE, { ...NONE, search: ' ' }].map(isNarrowed)).toEqual([false, false, false]);
    expect(
      [
        { ...NONE, waits: 'owner' },
        { ...NONE, search: 'tolk' },
      ].map(isNarrowed),
    ).toEqual([true, true]);
  });
});

describe('whom one waits for', () => {
  it('is whom a point was handed to, else who hears, with how many; not of what is answered', () => {
    expect(waitedFor([...all, point('5')])).toEqual([
      { id: 'owner', name: null, count: 3 },
      { id: 'municipality:0265', name: 'Roskilde', count: 1 },
    ]);
  });

  it('is named while looked for, also when nothing is waited for any more', () => {
    const roskilde = { id: 'municipality:0265', name: 'Roskilde' };
    const answered = [point('1', { treatment, responsible: [roskilde] })];
    expect(waitedFor(answered)).toEqual([]);
    expect(waitedFor(answered, roskilde.id)).toEqual([{ ...roskilde, count: 0 }]);
  });
});
