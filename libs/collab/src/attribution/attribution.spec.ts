import { brandId, instantFromMillis, type ItemId } from '@enig/kernel';
import { addItem, removeItem, type TextKind } from '@enig/text';
import fc from 'fast-check';
import * as Y from 'yjs';
import { Attribution } from './attribution';
import { BODY, enter, Game, people, Table, type Desk } from './test-table';

const [anna, bo] = people;

function sit(kind?: TextKind): { table: Table; one: Desk; two: Desk } {
  const table = new Table(kind);
  const [one, two] = table.desks;
  if (!one || !two) throw new Error('Two sit at the table');
  return { table, one, two };
}

describe('CO-26 who wrote what stands in a text', () => {
  it('is who typed it, for which body and when; a pause of over ten minutes begins a new run', () => {
    const { table, one, two } = sit();
    one.doc.getText('title').insert(0, 'Mål');
    one.doc.getText('title').insert(3, ' 1');
    two.look().doc.getText('title').insert(5, '!');
    for (let minutes = 0; minutes < 12; minutes += 1) table.commit(Uint8Array.of(0, 0), null);
    two.doc.getText('title').insert(6, '?');
    const at = (minute: number) => instantFromMillis(minute * 60_000);
    expect(table.report()[0]).toEqual({
      path: ['title'],
      runs: [
        { text: 'Mål 1', block: 0, person: anna, body: BODY, at: at(3) },
        { text: '!', block: 0, person: bo, body: BODY, at: at(4) },
        { text: '?', block: 0, person: bo, body: BODY, at: at(17) },
      ],
    });
  });

  it('stays theirs when somebody else presses Enter in it, makes it bold, or joins paragraphs', () => {
    const { table, one, two } = sit();
    one.paragraph('Vi vil nå det i 2030');
    two.look();
    two.texts()[0]?.format(7, 3, { bold: {} });
    two.texts()[0]?.insert(20, ', måske.');
    const text = two.texts()[0];
    if (text) enter(two.body, text, 9);
    expect(table.said('body')).toEqual([
      ['Vi vil nå', anna],
      [' det i 2030', anna],
      [', måske.', bo],
    ]);
    one.look();
    one.doc.transact(() => {
      const words = one.texts()[1]?.toDelta() ?? [];
      one.body.delete(1, 1);
      one.texts()[0]?.applyDelta([{ retain: 9 }, ...words]);
    });
    expect(table.said('body')).toEqual([
      ['Vi vil nå det i 2030', anna],
      [', måske.', bo],
    ]);
  });

  it('is who typed the same few letters again, not who had typed them before', () => {
    const { table, one, two } = sit();
    one.paragraph('en to tre');
    two.look().doc.transact(() => {
      two.texts()[0]?.delete(3, 6);
      two.texts()[0]?.insert(3, 'to!');
    });
    expect(table.said('body')).toEqual([
      ['en ', anna],
      ['to!', bo],
    ]);
  });

  it('is still who wrote it when somebody presses Enter before they have seen what stands among it', () => {
    const { table, one, two } = sit();
    one.paragraph('Hej med');
    two.look();
    one.texts()[0]?.insert(6, '!');
    two.doc.transact(() => {
      two.texts()[0]?.delete(4, 3);
      two.paragraph('med');
    });
    expect(table.said('body')).toEqual([
      ['Hej !', anna],
      ['med', anna],
    ]);
  });

  it('is who brings it back when a deletion is undone', () => {
    const { table, one, two } = sit();
    one.paragraph('Væk igen');
    const undo = new Y.UndoManager(two.look().body, { captureTimeout: 0 });
    two.texts()[0]?.delete(3, 5);
    undo.undo();
    expect(table.said('body')).toEqual([
      ['Væk', anna],
      [' igen', bo],
    ]);
  });

  it('is told slot by slot, for the items that stand, with the paths libs/text gives them', () => {
    const { table, one, two } = sit('focus-area');
    const [gone, stays] = [brandId<ItemId>('g1'), brandId<ItemId>('g2')];
    addItem(one.doc, 'goals', { id: gone, title: 'Færre på venteliste' });
    addItem(two.look().doc, 'goals', { id: stays, title: 'Kortere vej' });
    removeItem(one.look().doc, 'goals', gone);
    expect(table.report().map(({ path }) => path.join('/'))).toEqual([
      ...['title', 'intro', 'goals/g2/title', 'goals/g2/body', 'goals/g2/criterion'],
    ]);
    expect(table.said('goals/g2/title')).toEqual([['Kortere vej', bo]]);
  });

  it('is told of the part of a log that is erased as far as client ids tell it', () => {
    const { table, one, two } = sit();
    one.paragraph('Det står');
    two.look().doc.getText('title').insert(0, 'Svar');
    const owners = new Map([
      [one.doc.clientID, one.person],
      [two.doc.clientID, two.person],
    ]);
    const attribution = new Attribution('chapter', { update: Y.encodeStateAsUpdate(two.doc), owners, body: BODY });
    two.texts()[0]?.insert(8, ' fast');
    attribution.read(table.rows.slice(-1));
    expect(attribution.report().map(({ runs }) => runs)).toEqual([
      [{ text: 'Svar', block: 0, person: bo, body: BODY, at: null }],
      [
        { text: 'Det står', block: 0, person: anna, body: BODY, at: null },
        { text: ' fast', block: 0, person: bo, body: BODY, at: expect.any(String) },
      ],
    ]);
  });

  /** Every character typed is a sign of its own, so it is known whose it is wherever it comes to stand. */
  it('is true of random writing by three people at once, with formatting, Enter, undo and items', () => {
    const act = fc.record({
      who: fc.nat(2),
      what: fc.constantFrom('type', 'type', 'type', 'delete', 'bold', 'enter', 'undo', 'look', 'item', 'paragraph'),
      where: fc.nat(),
      length: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (acts, page) => {
        const game = new Game();
        for (const { who, what, where, length } of acts) game.play(who, what, where, length);
        const told = game.table.report(page).flatMap(({ runs }) => runs);
        const signs = told.flatMap(({ text, person }) => [...text].map((sign) => ({ sign, person })));
        expect(signs.filter(({ sign, person }) => !game.isOf(sign, person))).toEqual([]);
        expect(told.map(({ text }) => text).join('')).toBe(game.words());
      }),
      { numRuns: 150 },
    );
  });
});
