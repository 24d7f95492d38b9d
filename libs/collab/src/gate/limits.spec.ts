import { brandId, type PersonId } from '@enig/kernel';
import { emptyJson, seedUpdate, type ProseNode } from '@enig/text';
import * as Y from 'yjs';
import { Gate, MOST_NEW, type Judgement } from './gate';
import { MOST_APPLIED, MOST_TOGETHER } from './shadow';
import { putTogether, takeApart, TooMuch, type Stretch } from './update';

const anna = brandId<PersonId>('anna');
const [OTHER, OWN] = [1, 7];
const unsound = { kind: 'refused', code: 'CO-21-UNSOUND' };

function judge(update: Uint8Array, doc = new Y.Doc()): Judgement {
  return new Gate('focus-area').judge(update, { doc, waiting: new Map(), owners: new Map() }, anna);
}

function update(structs: readonly (Y.Item | Y.GC)[], deletions: readonly Stretch[] = []): Uint8Array {
  const pieces = structs.map((struct) => ({ struct, offset: 0 }));
  return putTogether(pieces, deletions);
}

const title = new Y.Doc().getText('title');

/** So many words, each written before the last one, so that none are put together. */
function backwards(client: number, count: number, words = 'a'): Y.Item[] {
  return Array.from({ length: count }, (_, index) => {
    const right = index === 0 ? null : Y.createID(client, (index - 1) * words.length);
    const id = Y.createID(client, index * words.length);
    return new Y.Item(id, null, null, null, right, right ? null : title, null, new Y.ContentString(words));
  });
}

function docOf(bytes: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return doc;
}

describe('CO-21 one update brings so much that is new and no more, whatever it is', () => {
  it('so many structs', () => {
    expect(judge(update(backwards(OWN, MOST_NEW))).kind).toBe('new');
    expect(judge(update(backwards(OWN, MOST_NEW + 1)))).toEqual(unsound);
  });

  it('so many structs and deletions together', () => {
    const doc = docOf(update(backwards(OTHER, 10)));
    const deletions = [0, 2, 4].map((from) => ({ client: OTHER, from, to: from + 1 }));
    expect(judge(update(backwards(OWN, MOST_NEW - 3), deletions), doc).kind).toBe('new');
    expect(judge(update(backwards(OWN, MOST_NEW - 2), deletions), doc)).toEqual(unsound);
  });

  it.each([
    ['gaps', update(Array.from({ length: 400_000 }, (_, clock) => new Y.GC(Y.createID(OWN, clock), 1)))],
    [
      'values',
      update([
        new Y.Item(Y.createID(OWN, 0), null, null, null, null, title, null, new Y.ContentAny(Array(400_000).fill(1))),
      ]),
    ],
    ['deletions', update([], stretches(400_000))],
  ])('of very many %s it does not even read the rest', (_, bytes) => {
    expect(judge(bytes)).toEqual(unsound);
    const measure = { structs: () => 0, more: MOST_NEW, deletions: MOST_NEW };
    expect(() => takeApart(bytes.subarray(0, bytes.length / 2), measure)).toThrow(TooMuch);
  });

  it('cuts what is there in so many places', () => {
    const doc = docOf(update(backwards(OTHER, 10_000, 'abc')));
    const between = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const at = (index * 7919) % 20_000;
        const left = Y.createID(OTHER, Math.floor(at / 2) * 3 + (at % 2));
        const right = Y.createID(OTHER, left.clock + 1);
        return new Y.Item(Y.createID(OWN, index), null, left, null, right, null, null, new Y.ContentString('x'));
      });
    expect(judge(update(between(6_000)), doc).kind).toBe('new');
    expect(judge(update(between(12_000)), doc)).toEqual(unsound);
    const deletions = Array.from({ length: 10_000 }, (_, k) => ({ client: OTHER, from: 3 * k + 1, to: 3 * k + 2 }));
    expect(judge(update([], deletions), doc)).toEqual(unsound);
  });

  it('so many structs of several clients, which are applied to see what becomes of them', () => {
    const both = (count: number) => update([...backwards(OWN, count - 1), ...backwards(OWN + 1, 1)]);
    expect(judge(both(MOST_APPLIED)).kind).toBe('new');
    expect(judge(both(MOST_APPLIED + 1))).toEqual(unsound);
  });

  /** So many letters at the same two places, in a title of so many letters which were written from the last to the first. */
  const between = (letters: number, left: number, right: number, count = 1) => {
    const [before, after] = [Y.createID(OTHER, left), Y.createID(OTHER, right)];
    const items = Array.from({ length: count }, (_, clock) => {
      return new Y.Item(Y.createID(OWN, clock), null, before, null, after, null, null, new Y.ContentString('x'));
    });
    return judge(update(items), docOf(update(backwards(OTHER, letters))));
  };

  it('has so many items put together to see their order, however few bytes ask for it', () => {
    expect(between(MOST_TOGETHER - 1, 0, MOST_TOGETHER - 2).kind).toBe('new');
    expect(between(MOST_TOGETHER, 0, MOST_TOGETHER - 1)).toEqual(unsound);
  });

  it('goes through so many items to find where its own stand, however few bytes ask for it', () => {
    expect(between(10_000, 9_999, 0, 4).kind).toBe('new');
    expect(between(10_000, 9_999, 0, 60)).toEqual(unsound);
  });

  it('takes pasted prose of 100 pages with headings, marks and tables', () => {
    const words = (text: string): ProseNode => ({ type: 'text', text });
    const bold: ProseNode = { type: 'text', text: 'fed', marks: [{ type: 'bold' }] };
    const cell: ProseNode = { type: 'tableCell', content: [{ type: 'paragraph', content: [words('12')] }] };
    const page: ProseNode[] = [
      { type: 'heading', attrs: { level: 3 }, content: [words('Overskrift')] },
      ...Array.from({ length: 12 }, (): ProseNode => {
        return { type: 'paragraph', content: [words('Et afsnit af '), bold, words(' ord. '.repeat(40))] };
      }),
      { type: 'table', content: Array.from({ length: 3 }, () => ({ type: 'tableRow', content: [cell, cell, cell] })) },
    ];
    const intro = { type: 'doc' as const, content: Array.from({ length: 100 }, () => page).flat() };
    const pasted = seedUpdate({ ...emptyJson('focus-area'), intro }, OWN);
    expect(takeApart(pasted).structs.length).toBeGreaterThan(10_000);
    expect(judge(pasted).kind).toBe('new');
  });

  it('and any number of structs and deletions that are there already', () => {
    const doc = docOf(update(backwards(OTHER, 3 * MOST_NEW), stretches(MOST_NEW + 1)));
    const state = Y.encodeStateAsUpdate(doc);
    expect(takeApart(state).structs.length).toBeGreaterThan(2 * MOST_NEW);
    expect(takeApart(state).deletions.length).toBeGreaterThan(MOST_NEW);
    expect(judge(state, doc)).toEqual({ kind: 'nothing' });
    doc.clientID = OWN;
    const copy = docOf(state);
    copy.getText('title').insert(0, 'mere');
    expect(judge(Y.encodeStateAsUpdate(copy), doc).kind).toBe('new');
  });
});

/** Every second unit of another's words. */
function stretches(count: number): Stretch[] {
  return Array.from({ length: count }, (_, index) => ({ client: OTHER, from: 2 * index, to: 2 * index + 1 }));
}
