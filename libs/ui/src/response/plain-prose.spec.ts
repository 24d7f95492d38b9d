import fc from 'fast-check';
import * as Y from 'yjs';
import { changeBetween } from '../shared/text-change';
import { plainLines, wordsOfFragment } from './plain-prose';

function writePlain(fragment: Y.XmlFragment, words: string, caret: number): void {
  const shared = wordsOfFragment(fragment);
  const change = changeBetween(shared.read(), words, caret);
  if (change) shared.change(change, null);
}

function prose(...lines: string[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('general');
  writePlain(fragment, lines.join('\n'), lines.join('\n').length);
  return fragment;
}

describe('prose as plain lines', () => {
  it('has a paragraph for each line', () => {
    expect(prose('Rådet er enigt.', '', 'Men mål 2 er uklart.').toJSON()).toBe(
      '<paragraph>Rådet er enigt.</paragraph><paragraph></paragraph><paragraph>Men mål 2 er uklart.</paragraph>',
    );
  });

  it('is not offered for prose with more in it than plain words', () => {
    const fragment = prose('Rådet er enigt.');
    const paragraph = fragment.get(0) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).format(0, 5, { bold: {} });
    expect(plainLines(fragment)).toBeNull();
    fragment.insert(1, [new Y.XmlElement('bulletList')]);
    expect(plainLines(fragment)).toBeNull();
  });

  it('says any words it is told to, from any others', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀'), maxLength: 10 });
    fc.assert(
      fc.property(words, words, fc.nat(10), (before, after, caret) => {
        const fragment = prose(...before.split('\n'));
        writePlain(fragment, after, Math.min(caret, after.length));
        expect(plainLines(fragment)?.join('\n') ?? '').toBe(after);
      }),
    );
  });

  it('keeps the words of two who write in different lines, also when one adds a line', () => {
    const mine = prose('Om mål', 'Om handlinger');
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine.doc as Y.Doc));
    const other = theirs.getXmlFragment('general');
    writePlain(mine, 'Om mål 1\nNyt punkt\nOm handlinger', 18);
    writePlain(other, 'Om mål\nOm handlingerne', 22);
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine.doc as Y.Doc));
    expect(plainLines(other)).toEqual(['Om mål 1', 'Nyt punkt', 'Om handlingerne']);
  });
});
