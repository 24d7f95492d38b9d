import * as Y from 'yjs';
import { unsavedIn } from './unsaved';

/** A text with a title and a goal, and what is changed in it from now on. */
function text(change: (doc: Y.Doc) => void) {
  const doc = new Y.Doc();
  doc.getText('title').insert(0, 'Fælles indsats');
  doc.getText('intro').insert(0, 'Indledning');
  doc.getMap('goals').set('due', '2026-05-03');
  doc.getXmlFragment('body').insert(0, [new Y.XmlElement('heading')]);
  const pending: { readonly update: Uint8Array }[] = [];
  doc.on('update', (update: Uint8Array) => pending.push({ update }));
  change(doc);
  return unsavedIn(doc, pending);
}

describe('CO-29 what would be lost is told of', () => {
  it.each<[string, (doc: Y.Doc) => void, string, boolean]>([
    ['words', (doc) => doc.getText('title').insert(6, ' stor'), 'Fælles stor indsats', false],
    ['words that replace others, in what is offered whole', replaceWord, 'Stor indsats', false],
    ['words that were taken out again', takeOut, '', false],
    ['a date', (doc) => doc.getMap('goals').set('due', '2027-01-01'), '', true],
    ['a date that is removed', (doc) => doc.getMap('goals').delete('due'), '', true],
    ['a deletion', (doc) => doc.getText('title').delete(0, 7), '', true],
    ['words here and a deletion there', inTwoPlaces, 'Ny Fælles indsats', true],
    ['bold letters alone', (doc) => doc.getText('title').format(0, 6, { bold: true }), '', true],
    ['a heading that is made smaller', (doc) => heading(doc)?.setAttribute('level', '3'), '', true],
    ['a new heading', newHeading, 'Nyt', false],
  ])('%s', (_, change, words, hasMore) => {
    expect(text(change)).toEqual({ words, hasMore });
  });
});

function replaceWord(doc: Y.Doc): void {
  doc.getText('title').delete(0, 6);
  doc.getText('title').insert(0, 'Stor');
}

function takeOut(doc: Y.Doc): void {
  doc.getText('title').insert(0, 'Ny ');
  doc.getText('title').delete(0, 3);
}

function inTwoPlaces(doc: Y.Doc): void {
  doc.getText('title').insert(0, 'Ny ');
  doc.getText('intro').delete(0, 3);
}

function heading(doc: Y.Doc): Y.XmlElement | null {
  const first = doc.getXmlFragment('body').get(0);
  return first instanceof Y.XmlElement ? first : null;
}

function newHeading(doc: Y.Doc): void {
  const added = new Y.XmlElement('heading');
  added.setAttribute('level', '2');
  added.insert(0, [new Y.XmlText('Nyt')]);
  doc.getXmlFragment('body').insert(1, [added]);
}
