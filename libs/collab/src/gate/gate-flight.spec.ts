import { brandId, type PersonId } from '@enig/kernel';
import { emptyJson, seedUpdate } from '@enig/text';
import fc from 'fast-check';
import * as Y from 'yjs';
import { Deleted } from './deletions';
import { Gate } from './gate';
import type { Standing } from './gate-flight';
import { Queue } from './gate-queue';
import { GONE } from './gate-spots';

const anna = brandId<PersonId>('anna');

describe('what one client has on its way', () => {
  const act = fc.record({ lengths: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 5 }), landed: fc.nat(9) });

  it('is found as by going through all of it, whatever lands and is refused meanwhile', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ act, refused: fc.nat(3) }), { maxLength: 20 }), (acts) => {
        const queue = new Queue();
        let all: Standing[] = [];
        let [committed, end] = [0, 0];
        for (const { act, refused } of acts) {
          committed = Math.min(end, committed + act.landed);
          end = Math.max(committed, refused === 0 ? committed : end);
          const isKept = ({ struct: { id, length } }: Standing) => id.clock < end && id.clock + length > committed;
          const dropped = queue.keep(committed, end);
          expect(new Set(dropped)).toEqual(new Set(all.filter((each) => !isKept(each))));
          all = all.filter(isKept);
          if (all.length > 0) end = Math.max(...all.map(endOf));
          for (const length of act.lengths) {
            const struct = new Y.GC(Y.createID(7, end), length);
            const standing = { struct, offset: 0, site: GONE };
            queue.push(standing);
            all.push(standing);
            end += length;
          }
          expectTheSame(queue, all, end);
        }
      }),
    );
  });

  function endOf({ struct: { id, length } }: Standing): number {
    return id.clock + length;
  }

  function expectTheSame(queue: Queue, all: readonly Standing[], end: number): void {
    expect(queue.size).toBe(all.length);
    for (let clock = 0; clock <= end; clock += 1) {
      expect(queue.at(clock)).toBe(all.find((each) => each.struct.id.clock <= clock && clock < endOf(each)) ?? null);
      const within = all.filter((each) => each.struct.id.clock < clock + 3 && endOf(each) > clock);
      expect(queue.between(clock, clock + 3)).toEqual(within);
    }
  }
});

describe('what many updates delete', () => {
  it('is told as by going through all of them', () => {
    const stretch = fc.record({
      client: fc.constantFrom(1, 2),
      from: fc.nat(30),
      length: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 30 }), (all) => {
        const deleted = new Deleted();
        for (const { client, from, length } of all) deleted.add([{ client, from, to: from + length }]);
        for (const client of [1, 2]) {
          for (let clock = 0; clock < 36; clock += 1) {
            const isIt = all.some((one) => one.client === client && one.from <= clock && clock < one.from + one.length);
            expect(deleted.has(Y.createID(client, clock))).toBe(isIt);
          }
        }
      }),
    );
  });
});

describe('CO-20 an update is judged beside those of its connection that are on their way', () => {
  const INTRO = {
    type: 'doc' as const,
    content: [{ type: 'paragraph', content: [{ type: 'crossReference', attrs: { target: 'f-1' } }] }],
  };

  /** What the gate says of each of some deeds, none of which has landed, and then of all that the page has. */
  function said(...deeds: ((reference: Y.XmlElement) => void)[]): string[] {
    const server = new Y.Doc();
    Y.applyUpdate(server, seedUpdate({ ...emptyJson('focus-area'), intro: INTRO }, 1));
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(server));
    const known = { doc: server, waiting: new Map<number, number>(), owners: new Map() };
    const gate = new Gate('focus-area');
    const answers: string[] = [];
    page.on('update', (update: Uint8Array) => {
      const judged = gate.judge(update, known, anna);
      answers.push(judged.kind);
      if (judged.kind === 'new') for (const [client, end] of judged.reaches) known.waiting.set(client, end);
    });
    const paragraph = page.getXmlFragment('intro').get(0);
    const reference = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(reference instanceof Y.XmlElement)) throw new Error('There is a reference');
    for (const deed of deeds) page.transact(() => deed(reference));
    answers.push(gate.judge(Y.encodeStateAsUpdate(page), known, anna).kind);
    return answers;
  }

  const point = (target: string) => (reference: Y.XmlElement) => reference.setAttribute('target', target);

  it('a value that is replaced by one on its way may go', () => {
    expect(said(point('f-2'), point('f-3'), point('f-4'))).toEqual(['new', 'new', 'new', 'new']);
  });

  it('the last one may not', () => {
    expect(said(point('f-2'), (reference) => reference.removeAttribute('target'))).toEqual([
      'new',
      'refused',
      'refused',
    ]);
  });
});
