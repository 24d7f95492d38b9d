import * as Y from 'yjs';
import { dearUpdates } from './dear';

it('brings well-formed updates about one paragraph, the last of which delete it', () => {
  const doc = new Y.Doc();
  const updates = dearUpdates(7, 100);
  for (const update of updates.slice(0, 4)) Y.applyUpdate(doc, update);
  const shown = doc.getXmlFragment('intro').toString();
  expect(shown).toMatch(/^<paragraph>[xy]{162}<\/paragraph>$/);
  expect(shown.replaceAll(/[^y]/g, '')).toHaveLength(62);
  expect(doc.store.clients.get(7)).toHaveLength(102);
  for (const update of updates.slice(4)) Y.applyUpdate(doc, update);
  expect([doc.getXmlFragment('intro').length, doc.store.pendingStructs, doc.store.pendingDs]).toEqual([0, null, null]);
});
