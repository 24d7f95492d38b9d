import * as Y from 'yjs';
import { people, Table } from './test-table';

const [anna, bo] = people;

/** Anna has written a paragraph, and Bo changes it at one stroke. @returns whose its words are then. */
function changed(words: string, change: (text: Y.XmlText, table: Table) => void) {
  const table = new Table();
  const [one, two] = table.desks;
  one?.paragraph(words);
  const [text] = two?.look().texts() ?? [];
  if (text) two?.doc.transact(() => change(text, table));
  return table.said('body');
}

describe('CO-26 words that are moved', () => {
  it('are looked for as a whole first, then within what was taken away, never across two places far apart', () => {
    const table = new Table();
    const [one, two] = table.desks;
    one?.paragraph('borgerne selv, og borgerne');
    two?.look().paragraph('medarbejderne');
    const [first, second] = one?.look().texts() ?? [];
    one?.doc.transact(() => {
      first?.delete(0, 26);
      second?.delete(0, 13);
      first?.insert(0, 'medarbejderne og borgerne');
      second?.insert(0, 'medarbejderne');
    });
    expect(table.said('body')).toEqual([
      ['medarbejderne og borgerne', anna],
      ['medarbejderne', bo],
    ]);
    expect(
      changed('før ny idé, som alle nu kan læse, midt i alt', (text) => {
        text.delete(33, 11);
        text.delete(0, 6);
        text.insert(4, 'før ny midt');
      }),
    ).toEqual([
      [' idé', anna],
      ['før ny midt', bo],
      [', som alle nu kan læse,', anna],
    ]);
  });

  it('are found in a long paragraph that has been written over and over', () => {
    const words = 'Alle skal kunne komme ind ad hoveddøren. '.repeat(100);
    const table = new Table();
    const [one, two, three] = table.desks;
    one?.paragraph(words);
    const [tried] = three?.look().texts() ?? [];
    for (let at = 0; at < 2_000; at += 2) {
      tried?.insert(at, 'x');
      tried?.delete(at, 1);
    }
    const [text] = two?.look().texts() ?? [];
    two?.doc.transact(() => {
      const said = String(text);
      text?.delete(0, said.length);
      text?.insert(0, said.slice(200));
    });
    expect(new Set(table.said('body').map(([, person]) => person))).toEqual(new Set([anna]));
  });

  it('are theirs who put them where far more was taken away than put in', () => {
    const long = 'Et afsnit der er meget for langt. '.repeat(400);
    const keepsTheEnd = (text: Y.XmlText) => {
      text.delete(0, text.length);
      text.insert(0, 'meget for langt');
    };
    expect(changed(long.slice(0, 3_400), keepsTheEnd)).toEqual([['meget for langt', anna]]);
    expect(changed(long, keepsTheEnd)).toEqual([['meget for langt', bo]]);
  });

  it('cost what the update is worth: five thousand letters taken out of a paragraph, again and again', () => {
    const table = new Table();
    const [one] = table.desks;
    one?.paragraph('ord '.repeat(5_000));
    const [text] = one?.texts() ?? [];
    for (let round = 0; round < 3; round += 1) {
      one?.doc.transact(() => {
        for (let at = 4_999; at > 0; at -= 1) text?.delete(at * 4 - 1, 1);
        text?.insert(0, 'hej med jer');
      });
      one?.doc.transact(() => {
        text?.delete(0, text.length);
        text?.insert(0, 'ord '.repeat(5_000));
      });
    }
    const before = performance.now();
    expect(table.said('body')).toEqual([['ord '.repeat(5_000), anna]]);
    expect(performance.now() - before).toBeLessThan(20_000); // it was 40 s for each round
  });
});
