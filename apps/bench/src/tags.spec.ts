import * as Y from 'yjs';
import { findTags, MAX_TAGS, tagOf } from './tags';

function found(bytes: Uint8Array, from = 0, to = bytes.length): number[] {
  const tags: number[] = [];
  findTags(Buffer.from(bytes), from, to, (tag) => tags.push(tag));
  return tags;
}

describe('a tag', () => {
  it.each([0, 35, 36, 12_345, MAX_TAGS - 1])('number %d is found in the update that inserts it', (tag) => {
    const doc = new Y.Doc();
    doc.getText('title').insert(0, `før ${tagOf(tag)} efter`);
    expect(found(Y.encodeStateAsUpdate(doc))).toEqual([tag]);
  });

  it('is found among many, also where updates have been merged into one', () => {
    const updates = [1, 2, 3].map((tag) => {
      const doc = new Y.Doc();
      doc.getText('title').insert(0, tagOf(tag));
      return Y.encodeStateAsUpdate(doc);
    });
    expect(found(Y.mergeUpdates(updates)).sort()).toEqual([1, 2, 3]);
  });

  it('is not found outside the stretch that is looked at, nor when it is cut off or no number', () => {
    const bytes = Buffer.from(`${tagOf(1)} ${tagOf(2)} ${tagOf(3)}`);
    expect(found(bytes, 3, bytes.length - 1)).toEqual([2]);
    expect(found(Buffer.from('¤ÆØ ¤12.4 ¤'))).toEqual([]);
  });
});
