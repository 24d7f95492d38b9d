import { brandId, type SectionId } from '@enig/kernel';
import { emptyJson, type HearingResponseJson, type ProseNode, type RichText } from '@enig/text';
import { paragraphsOf, pointsOf, saysOf } from './response-content';

const autism = brandId<SectionId>('11111111-1111-4111-8111-111111111111');
const brain = brandId<SectionId>('22222222-2222-4222-8222-222222222222');
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

  it('leaves out a heading, which belongs to what comes under it, but not one with nothing under it', () => {
    expect(paragraphsOf(prose(heading('Overgange'), paragraph('Når unge fylder 18'), heading('Tolk nu')))).toEqual([
      'Når unge fylder 18',
      'Tolk nu',
    ]);
  });

  it('counts what stands under an unknown focus area as said in general: no word goes unanswered', () => {
    const content = response({ sections: { 'not-a-section': prose(paragraph('Et sted, der ikke findes')) } });
    expect(pointsOf(content, heard)).toEqual([
      { place: 'general', section: null, excerpt: 'Et sted, der ikke findes', position: 1 },
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
