import fc from 'fast-check';
import * as Y from 'yjs';
import { applyLog } from './replay';

const deed = fc.record({
  who: fc.constantFrom(0, 1),
  from: fc.nat(10),
  length: fc.nat(10),
  bold: fc.boolean(),
});

/** Two people make the same words bold or not, at the same time. @returns what each of them sent, in some order. */
function logOf(deeds: readonly { who: number; from: number; length: number; bold: boolean }[]): Uint8Array[] {
  const start = new Y.Doc();
  const words = new Y.XmlText('ti tegn her');
  start.getXmlFragment('intro').insert(0, [words]);
  const log = [Y.encodeStateAsUpdate(start)];
  const pages = [1, 2].map((clientID) => {
    const page = Object.assign(new Y.Doc(), { clientID });
    applyLog(page, log);
    return page;
  });
  pages.forEach((page) => page.on('update', (update: Uint8Array) => void log.push(update)));
  for (const { who, from, length, bold } of deeds) {
    const text = pages[who]?.getXmlFragment('intro').get(0);
    if (text instanceof Y.XmlText) text.format(from, Math.min(length, text.length - from), { bold: bold ? {} : null });
  }
  return log;
}

function wholeOf(doc: Y.Doc): string {
  const { ds, sv } = Y.snapshot(doc);
  return JSON.stringify([[...ds.clients], [...sv].sort(), doc.getXmlFragment('intro').toString()]);
}

describe('CO-25 CO-26 a log is one text, however it is read', () => {
  it('in one go, one by one, or up to a place and then on', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 6, maxLength: 14 }), fc.nat(14), (deeds, place) => {
        const log = logOf(deeds);
        const [whole, single, parts] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        applyLog(whole, log);
        for (const update of log) applyLog(single, [update]);
        for (const part of [log.slice(0, place), log.slice(place)]) applyLog(parts, part);
        expect([wholeOf(single), wholeOf(parts)]).toEqual([wholeOf(whole), wholeOf(whole)]);
      }),
      { numRuns: 300 },
    );
  });
});
