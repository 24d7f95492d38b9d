import { brandId, type ItemId } from '@enig/kernel';
import { emptyJson, seedUpdate, type FocusAreaJson, type ProseNode, type RichText } from '@enig/text';
import * as Y from 'yjs';
import { below, randomFrom, type Random } from './random';
import type { Place } from './typing';

/** The client id the long text is written under. */
export const AUTHOR = 1_000_001;

const WORDS =
  'kommunen regionen borgeren støtte tilbud indsats samarbejde målgruppe botilbud rådgivning udvikling kvalitet ' +
  'specialiserede sociale området fælles ansvar sikrer at der er adgang til viden og kapacitet for de mennesker med ' +
  'handicap eller psykiske vanskeligheder som har behov for det over hele landsdelen i årene der kommer';
const PAGES = 100;
/** About 3,000 characters stand on a page. */
const PARAGRAPHS_PER_PAGE = 5;
const PARAGRAPH = 600;

function prose(random: Random, paragraphs: number): RichText {
  const words = WORDS.split(' ');
  const sentence = (length: number): string => {
    let text = 'Den';
    while (text.length < length) text += ` ${words[below(random, words.length)] ?? ''}`;
    return `${text}.`;
  };
  const content = Array.from({ length: paragraphs }, (): ProseNode => {
    return { type: 'paragraph', content: [{ type: 'text', text: sentence(PARAGRAPH) }] };
  });
  return { type: 'doc', content };
}

/** A focus area of 100 pages: half of them introduction, the rest in goals, themes and actions. Without a title. */
function longFocusArea(): FocusAreaJson {
  const random = randomFrom(1);
  const paragraphs = PAGES * PARAGRAPHS_PER_PAGE;
  const each = paragraphs / 100;
  const items = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => ({
      id: brandId<ItemId>(`${name}-${index}`),
      title: `${name} ${index + 1}`,
      body: prose(random, each),
    }));
  return {
    ...emptyJson('focus-area'),
    intro: prose(random, paragraphs / 2),
    goals: items(10, 'maal').map((item) => ({ ...item, criterion: 'Opgøres hvert år', owner: null, due: null })),
    themes: items(10, 'tema'),
    actions: items(30, 'handling').map((item) => ({ ...item, responsible: null, from: null, to: null })),
  };
}

/** The text everybody writes in, and where one can go on writing: behind the last character of each paragraph. */
export interface LongText {
  readonly update: Uint8Array;
  readonly ends: readonly Place[];
}

/** Makes the text, the same every time. */
export function longText(): LongText {
  const update = seedUpdate(longFocusArea(), AUTHOR);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const ends = doc.getXmlFragment('intro').toArray().flatMap(endOf);
  doc.destroy();
  return { update, ends };
}

function endOf(paragraph: unknown): Place[] {
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) return [];
  const { item } = Y.createRelativePositionFromTypeIndex(text, text.length - 1);
  return item ? [{ client: item.client, clock: item.clock }] : [];
}
