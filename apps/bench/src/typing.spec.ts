import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { presenceOf, Typist } from './typing';

describe('a typist without a document', () => {
  it('makes the very bytes Yjs makes', () => {
    const origin = new Y.Doc();
    origin.clientID = 4_000_000_001;
    origin.getText('title').insert(0, 'Fælles');
    const doc = new Y.Doc();
    doc.clientID = 77;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin));
    const made: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => made.push(update));
    const typist = new Typist(77, { client: 4_000_000_001, clock: 5 });
    const typed = [' ord', 'æ', ' og mere', '¤0001 '].map((words) => {
      doc.getText('title').insert(doc.getText('title').length, words);
      return typist.type(words);
    });
    expect(typed).toEqual(made);
    expect(typist.caret).toEqual({ client: 77, clock: 18 });
  });
});

describe('presence', () => {
  it('is what y-protocols reads', () => {
    const awareness = new Awareness(new Y.Doc());
    applyAwarenessUpdate(awareness, presenceOf(5, 3, { client: 5, clock: 9 }), null);
    expect(awareness.getStates().get(5)).toMatchObject({ user: { name: 'Skribent 5' } });
    awareness.destroy();
  });
});
