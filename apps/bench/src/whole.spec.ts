import * as Y from 'yjs';
import { Whole } from './whole';

/** What has been written, what was taken back of it, and both. */
function written() {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const paragraph = new Y.XmlText('Kommunen og regionen');
  doc.getXmlFragment('intro').insert(0, [paragraph]);
  paragraph.delete(8, 12);
  return { updates, whole: new Whole(Y.encodeStateAsUpdate(doc)) };
}

describe('the whole of a text', () => {
  it('has come with the update that completes it', () => {
    const { updates, whole } = written();
    expect(whole.after(updates)).toBe(2);
    expect(whole.after([Y.mergeUpdates(updates), new Uint8Array([0, 0])])).toBe(1);
  });

  it('has not come while something written is lacking', () => {
    const { updates, whole } = written();
    expect(whole.after(updates.slice(1))).toBeNull();
    expect(whole.after([])).toBeNull();
  });

  it('has not come while something still stands that was taken back', () => {
    const { updates, whole } = written();
    expect(whole.after(updates.slice(0, 1))).toBeNull();
  });
});
