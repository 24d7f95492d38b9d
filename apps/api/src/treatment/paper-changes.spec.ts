import type { HeardAndAfter, SectionText } from '@enig/data';
import { brandId, type SectionId } from '@enig/kernel';
import { emptyJson, richFromPlain } from '@enig/text';
import { say } from '../core/viewer';
import { TextThreads } from '../threads/text-threads';
import { changesIn, changesOf } from './paper-changes';

let threads: TextThreads;

beforeAll(() => {
  threads = new TextThreads();
});

afterAll(() => threads.close());

const id = (name: string): SectionId => brandId<SectionId>(name);

function area(title: string, intro: string, number: number | null = null): SectionText {
  return { title, number, content: { ...emptyJson('focus-area'), title, intro: richFromPlain(intro) } };
}

const heard = new Map([
  [id('autisme'), area('Autisme', 'Støtte til børn', 1)],
  [id('hjerneskade'), area('Hjerneskade', 'Som før', 2)],
  [id('syn'), area('Syn', 'Er væk siden', 3)],
  [id('ikke hørt'), area('Ikke hørt', 'Noget')],
]);
const later: HeardAndAfter['after'] = {
  version: 2,
  texts: new Map([
    [id('autisme'), area('Autisme', 'Støtte til alle', 1)],
    [id('hjerneskade'), area('Hjerneskade', 'Som før', 2)],
    [id('ikke hørt'), area('Ikke hørt', 'Noget andet')],
    [id('ny'), area('Hørelse', 'Nyt', 4)],
  ]),
};

describe('what changed since the text that was heard', () => {
  const sections = [id('autisme'), id('hjerneskade'), id('syn')];
  const comparing = () => ({ compare: threads.compare, say });

  it('is told section by section of what was heard, word by word, and of what is new; nothing of what is as before', async () => {
    const changes = await changesOf({ before: heard, after: later }, sections, comparing());
    expect(changes.map(({ title, change, places }) => [title, change, places.length])).toEqual([
      ['1 Autisme', 'changed', 1],
      ['3 Syn', 'removed', 0],
      ['4 Hørelse', 'added', 0],
    ]);
    expect(changes[0]?.places[0]?.words.filter(({ op }) => op !== 'same').map(({ text }) => text)).toEqual([
      'børn',
      'alle',
    ]);
    expect(await changesOf({ before: heard, after: null }, sections, comparing())).toEqual([]);
  });

  it('is compared in another thread, all at once', async () => {
    const asked: number[] = [];
    const compare: TextThreads['compare'] = (pairs) => {
      asked.push(pairs.length);
      return threads.compare(pairs);
    };
    const pairs = [...heard].map(([section, before]) => ({ before, after: later?.texts.get(section) ?? null }));
    const changes = await changesIn(pairs, { compare, say });
    expect([asked, changes.map((change) => change?.change ?? null)]).toEqual([
      [3],
      ['changed', null, 'removed', 'changed'],
    ]);
  });
});
