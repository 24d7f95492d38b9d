/** @jest-environment jest-environment-jsdom */
import { toJson } from '@enig/text';
import * as Y from 'yjs';
import { chanceFrom } from './test-chance';
import { writeTogether } from './test-honest';
import { Writer } from './test-writers';

describe('CO-20 CO-21 nothing that the editor of the pages writes is refused', () => {
  it.each([1, 2, 3, 4])('with seed %i', (seed) => {
    const { refused, frames } = writeTogether(seed, 600);
    expect(refused).toEqual([]);
    expect(frames).toBeGreaterThan(150);
  });

  it.each([1, 2])('in a response with comments, statements and marks, with seed %i', (seed) => {
    const { refused, frames } = writeTogether(seed, 400, 'hearing-response');
    expect(refused).toEqual([]);
    expect(frames).toBeGreaterThan(60);
  });

  it('a heading that lost its level is shown as it is read, and opening it changes nothing', () => {
    const doc = new Y.Doc();
    const heading = new Y.XmlElement('heading');
    heading.insert(0, [new Y.XmlText('Børn')]);
    doc.getXmlFragment('intro').insert(0, [heading]);
    const before = Y.encodeStateAsUpdate(doc);
    const writer = new Writer(doc, chanceFrom(1));
    expect(writer.shown).toContain('<h2>Børn</h2>');
    expect(toJson('focus-area', doc).intro.content).toMatchObject([{ type: 'heading', attrs: { level: 2 } }]);
    writer.leave();
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});
