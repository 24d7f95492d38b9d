import { brandId, type ItemId, type Sha256 } from '@enig/kernel';
import { emptyJson, richFromPlain, type FocusAreaJson } from '@enig/text';
import { anchorOn, sentencesOf, wordsMarked, type HeardText } from './heard-words';

const json: FocusAreaJson = {
  ...emptyJson('focus-area'),
  title: 'Mål for alle',
  intro: richFromPlain('Vi vil mere. Vi kan mere.\n\nDer er 2 (to) veje.'),
  goals: [
    {
      ...{ id: brandId<ItemId>('m-1'), title: 'Mere', body: richFromPlain('Vi vil mere.'), criterion: 'Talt op.' },
      ...{ owner: 'region:1085', due: '2027-01-01' },
    },
  ],
};
const heard: HeardText = { json, version: brandId<Sha256>('ab'.repeat(32)) };

describe('the sentences of a heard text', () => {
  it('are all it says, in the order it is read; who and when are not said', () => {
    expect(sentencesOf(heard).map(({ path, words }) => `${path.join('/')}: ${words}`)).toEqual([
      'title: Mål for alle',
      'intro: Vi vil mere.',
      'intro: Vi kan mere.',
      'intro: Der er 2 (to) veje.',
      'goals/m-1/title: Mere',
      'goals/m-1/body: Vi vil mere.',
      'goals/m-1/criterion: Talt op.',
    ]);
  });

  it('can each be hung something on', () => {
    for (const sentence of sentencesOf(heard)) {
      expect(anchorOn(heard, sentence)).toMatchObject({ exact: sentence.words, version: heard.version });
    }
  });
});

describe('words marked on a page', () => {
  it.each<[string, string, string, string | null]>([
    ['are found in their slot', 'kan mere', 'Mål for alle Vi vil mere. Vi ', 'intro 16 24'],
    ['with the blanks of the page', ' vil\n  mere. ', 'Mål for alle Vi', 'intro 3 12'],
    [
      'the second time, after what stands before',
      'vil mere',
      'Vi vil mere. Vi kan mere. Mere Vi ',
      'goals/m-1/body 3 11',
    ],
    ['with signs that mean something in a pattern', '(to)', '', 'intro 36 40'],
    ['over a paragraph’s end', 'mere. Der er', 'Vi vil mere. Vi kan ', 'intro 20 33'],
    ['but not over two slots', 'veje. Mere', '', null],
    ['nor where nothing is marked', ' \n ', '', null],
    ['nor words that are not there', 'Bevilling', '', null],
  ])('%s', (_, marked, before, place) => {
    const found = wordsMarked(heard, marked, before);
    expect(found && `${found.path.join('/')} ${found.start} ${found.end}`).toBe(place);
  });
});
