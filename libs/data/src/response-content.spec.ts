import { brandId, type ItemId, type SectionId, type Sha256 } from '@enig/kernel';
import { emptyJson, type HearingResponseJson, type ProseNode, type RichText } from '@enig/text';
import { paragraphsOf, pointsOf, saysOf, type AnswerFile } from './response-content';
import type { FileParagraph } from './response-files';

const autism = brandId<SectionId>('11111111-1111-4111-8111-111111111111');
const brain = brandId<SectionId>('22222222-2222-4222-8222-222222222222');
const hash = brandId<Sha256>('a'.repeat(64));
const heard = [
  { section: brain, number: 1, title: 'Hjerneskade' },
  { section: autism, number: 2, title: 'Autisme' },
];

const words = (text: string): ProseNode => ({ type: 'text', text });
const paragraph = (text: string): ProseNode => ({ type: 'paragraph', content: [words(text)] });
const heading = (text: string): ProseNode => ({ type: 'heading', attrs: { level: 2 }, content: [words(text)] });
const list = (...items: string[]): ProseNode => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
});
const prose = (...content: ProseNode[]): RichText => ({ type: 'doc', content });

function answerFile(paragraphs: readonly FileParagraph[], isAll = true): AnswerFile {
  return { name: 'svar.pdf', sha256: hash, section: null, says: { paragraphs, isAll } };
}

function response(given: Partial<HearingResponseJson>): HearingResponseJson {
  return { ...emptyJson('hearing-response', [autism, brain]), ...given };
}

describe('HE-18 a point is one thing a council says', () => {
  it('is each paragraph and each item of a list, in the order of the agreement, the minority last', () => {
    const content = response({
      general: prose(paragraph('Tak.'), list('Kørsel', 'Tolk')),
      sections: { [autism]: prose(paragraph('Om autisme')), [brain]: prose(paragraph('Om hjerneskade')) },
      minority: prose(paragraph('Vi er uenige')),
    });
    expect(pointsOf(content, heard).map(({ place, section, excerpt }) => [place, section, excerpt])).toEqual([
      ['general', null, 'Tak.'],
      ['general', null, 'Kørsel'],
      ['general', null, 'Tolk'],
      ['section', brain, 'Om hjerneskade'],
      ['section', autism, 'Om autisme'],
      ['minority', null, 'Vi er uenige'],
    ]);
  });

  it('takes the heading it stands under along, and a heading with nothing under it is a point of its own', () => {
    const said = paragraphsOf(
      prose(
        paragraph('Tak.'),
        heading('Om teksten'),
        heading('Overgange'),
        { type: 'paragraph' },
        paragraph('Når unge fylder 18'),
        list('Kørsel'),
        heading('Tolk  nu'),
        { type: 'paragraph' },
      ),
    );
    expect(said.map(({ words, source }) => [words, source])).toEqual([
      ['Tak.', { kind: 'paragraph' }],
      ['Om teksten', { kind: 'paragraph' }],
      ['Når unge fylder 18', { kind: 'paragraph', heading: 'Overgange' }],
      ['Kørsel', { kind: 'paragraph', heading: 'Overgange' }],
      ['Tolk nu', { kind: 'paragraph' }],
    ]);
  });

  it('is also a comment, a statement and a document, after what is written where they belong', () => {
    const words = { exact: 'Støtte', prefix: '', suffix: '' };
    const anchor = { version: hash, path: ['intro'] as const, start: 0, end: 6, ...words };
    const ids = { comment: brandId<ItemId>('c1'), statement: brandId<ItemId>('s1') };
    const content = response({
      general: prose(paragraph('Tak.')),
      sections: { [autism]: prose(paragraph('Om autisme')) },
      comments: [{ id: ids.comment, section: autism, anchor, body: prose(paragraph('Til alle')) }],
      statements: [
        { id: ids.statement, section: null, how: 'phone', who: 'Bo', on: '2027-04-01', body: prose(paragraph('Tolk')) },
      ],
    });
    const files = [{ ...answerFile([]), section: autism }];
    expect(pointsOf(content, heard, files).map(({ section, excerpt, source }) => [section, excerpt, source])).toEqual([
      [null, 'Tak.', { kind: 'paragraph' }],
      [null, 'Tolk', { kind: 'statement', how: 'phone', who: 'Bo', on: '2027-04-01' }],
      [autism, 'Om autisme', { kind: 'paragraph' }],
      [autism, 'Til alle', { kind: 'comment', comment: 'c1', anchor }],
      [autism, 'svar.pdf', { kind: 'file', name: 'svar.pdf', sha256: hash }],
    ]);
  });

  it('is also a comment on a sentence of a document that is heard, in general', () => {
    const words = { exact: 'Huset bygges om.', prefix: '', suffix: '' };
    const anchor = { version: hash, path: ['body'] as const, start: 0, end: 16, ...words };
    const comments = [{ id: brandId<ItemId>('c1'), section: '', anchor, body: prose(paragraph('Hvornår?')) }];
    expect(
      pointsOf(response({ comments }), []).map(({ section, excerpt, source }) => [section, excerpt, source]),
    ).toEqual([[null, 'Hvornår?', { kind: 'comment', comment: 'c1', anchor }]]);
  });

  it('is each paragraph of a document, with its page, and the document where it could not all be read', () => {
    const said = (file: AnswerFile) =>
      pointsOf(response({}), heard, [file]).map(({ excerpt, source }) => [excerpt, source]);
    const source = { kind: 'file', name: 'svar.pdf', sha256: hash };
    const two = [
      { words: 'Flere tolke.', page: 1 },
      { words: 'Kortere\nsvar.', page: 2 },
    ];
    const points = [
      ['Flere tolke.', { ...source, page: 1 }],
      ['Kortere svar.', { ...source, page: 2 }],
    ];
    expect(said(answerFile(two))).toEqual(points);
    expect(said(answerFile(two, false))).toEqual([...points, ['svar.pdf', source]]);
    expect(said(answerFile([{ words: 'Uden sider.', page: null }]))).toEqual([['Uden sider.', source]]);
    const report = Array.from({ length: 201 }, (_, index) => ({ words: `Afsnit ${index}`, page: 1 }));
    expect(said(answerFile(report))).toEqual([['svar.pdf', source]]);
  });

  it('counts what stands under an unknown focus area as said in general: no word goes unanswered', () => {
    const content = response({ sections: { 'not-a-section': prose(paragraph('Et sted, der ikke findes')) } });
    expect(pointsOf(content, heard)).toEqual([
      {
        ...{ place: 'general', section: null, excerpt: 'Et sted, der ikke findes', position: 1 },
        source: { kind: 'paragraph' },
      },
    ]);
  });
});

describe('HE-9 a response says something', () => {
  it.each([
    ['nothing', response({}), 'nothing'],
    ['an empty paragraph', response({ general: prose({ type: 'paragraph' }) }), 'nothing'],
    ['a word on a focus area', response({ sections: { [autism]: prose(paragraph('Ja')) } }), 'something'],
    ['a word from a minority', response({ minority: prose(paragraph('Nej')) }), 'something'],
  ])('%s', (_, content, says) => {
    expect(saysOf(content)).toBe(says);
  });
});
