import fc from 'fast-check';
import { Receipts, type Receipt } from './receipts';

describe('CO-10 acknowledgements come in the order in which frames were sent', () => {
  it('waits with the second frame until the first is settled, and tells both at once', () => {
    const receipts = new Receipts();
    const [one, two] = [receipts.expect('update'), receipts.expect('update')];
    receipts.commit(two, 8);
    expect(receipts.told()).toEqual([]);
    receipts.commit(one, 7);
    expect(receipts.told()).toEqual([{ count: 2, seq: 8 }]);
    expect(receipts.told()).toEqual([]);
  });

  it('never counts a refused frame', () => {
    const receipts = new Receipts();
    const [one, two, three] = [receipts.expect('update'), receipts.expect('update'), receipts.expect('update')];
    receipts.commit(three, 9);
    receipts.refuse(two);
    receipts.commit(one, 7);
    expect(receipts.told()).toEqual([{ count: 2, seq: 9 }]);
    expect([one, two, three].map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('answers a step 2 by a number that does not rise', () => {
    const receipts = new Receipts();
    const [first, update, second] = [receipts.expect('step2'), receipts.expect('update'), receipts.expect('step2')];
    for (const receipt of [first, update, second]) receipts.commit(receipt, 4);
    expect(receipts.told().map(({ count }) => count)).toEqual([0, 1, 1]);
    expect(first.number).toBeNull();
  });

  it('says of any mixture of frames and outcomes only what is so, whatever the order in which they are settled', () => {
    const frame = fc.record({ kind: fc.constantFrom('update', 'step2'), isCommitted: fc.boolean(), turn: fc.nat() });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 30 }), (frames) => {
        const receipts = new Receipts();
        const sent = frames.map((each, index) => ({ ...each, index, receipt: receipts.expect(each.kind) }));
        const settled = new Set<Receipt>();
        const counts: number[] = [];
        for (const { receipt, isCommitted, index } of sent.toSorted((one, other) => one.turn - other.turn)) {
          settled.add(receipt);
          if (isCommitted) receipts.commit(receipt, index);
          else receipts.refuse(receipt);
          counts.push(...receipts.told().map(({ count }) => count));
          const acceptable = sent.filter((each) => each.kind === 'update' && each.isCommitted);
          const firstOnes = acceptable.slice(0, counts.at(-1) ?? 0);
          expect(firstOnes.every((each) => settled.has(each.receipt))).toBe(true);
        }
        expect(counts.at(-1) ?? 0).toBe(sent.filter((each) => each.kind === 'update' && each.isCommitted).length);
        const raised = new Set(counts.filter((count) => count > 0)).size;
        expect(counts.length - raised).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
