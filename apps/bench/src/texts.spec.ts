import { toJson } from '@enig/text';
import * as Y from 'yjs';
import { writeHistory } from './history';
import { longText } from './long-text';
import { Typist } from './typing';

describe('the long text', () => {
  const { update, ends } = longText();

  it('is a focus area of a hundred pages', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    expect(toJson('focus-area', doc)).toMatchObject({ kind: 'focus-area', goals: { length: 10 } });
    expect(update.length).toBeGreaterThan(250_000);
    expect(update.length).toBeLessThan(350_000);
  });

  it('can be gone on with at the end of each paragraph', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    expect(ends).toHaveLength(250);
    Y.applyUpdate(doc, new Typist(7, ends[249] ?? { client: 0, clock: 0 }).type(' Og mere.'));
    expect(doc.getXmlFragment('intro').get(249).toString()).toMatch(/\. Og mere\.<\/paragraph>$/);
  });
});

describe('a history', () => {
  it('has as many edits as asked for, and they add up to the whole', () => {
    const { edits, whole, authors } = writeHistory(5_000);
    expect(edits).toHaveLength(5_000);
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    for (const { update } of edits) Y.applyUpdate(one, update);
    Y.applyUpdate(other, whole);
    expect(one.getXmlFragment('intro').toJSON()).toBe(other.getXmlFragment('intro').toJSON());
    expect([...one.store.clients.keys()].sort()).toEqual(authors.slice(0, 3));
  });
});
