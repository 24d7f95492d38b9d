import type { FocusAreaJson, RichText } from '@enig/text';
import { writeInto } from '@enig/text';
import { brandId, type ItemId } from '@enig/kernel';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';

const words = (text: string) => ({ type: 'text', text });
const paragraph = (text: string) => ({ type: 'paragraph', content: [words(text)] });
const item = (text: string) => ({ type: 'listItem', content: [paragraph(text)] });
const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({ type, content: [paragraph(text)] });

const intro: RichText = {
  type: 'doc',
  content: [
    paragraph(
      'Mange borgere har brug for tilbud, som én kommune ikke kan holde i gang alene. Kommunerne og regionen vil derfor gøre det lettere at købe, sælge og oprette pladser hos hinanden.',
    ),
    paragraph('Det gælder især de mest specialiserede tilbud, hvor der er få borgere og langt imellem.'),
  ],
};

const body: RichText = {
  type: 'doc',
  content: [
    paragraph('Borgere med autisme og samtidig psykisk sygdom venter i dag længst. Kommunerne vil sammen:'),
    {
      type: 'bulletList',
      content: [
        item('kortlægge, hvor pladserne mangler'),
        item('aftale, hvem der opretter dem'),
        item('dele erfaringerne hvert halve år'),
      ],
    },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Målgruppe'), cell('tableHeader', 'Pladser')] },
        { type: 'tableRow', content: [cell('tableCell', 'Autisme, voksne'), cell('tableCell', '14')] },
      ],
    },
  ],
};

/** Parties of the samples. */
export const parties = [
  { id: 'municipality:0316', name: 'Holbæk' },
  { id: 'municipality:0265', name: 'Roskilde' },
  { id: 'region:1085', name: 'Region Sjælland' },
];

/** What references in the samples can point at. */
export const crossReferences = [
  { id: 'section-1', label: '1 Samarbejde med borgere og pårørende' },
  { id: 'section-3', label: '3 Borgere med psykiske vanskeligheder' },
];

const id = (name: string) => brandId<ItemId>(name);
const none: RichText = { type: 'doc', content: [] };

/** A focus area as it looks half-way. */
export const focusArea: FocusAreaJson = {
  kind: 'focus-area',
  schema: 1,
  title: 'Vilkår for mellemkommunalt samarbejde',
  intro,
  goals: [
    {
      id: id('goal-1'),
      title: 'Kommunerne opretter særlige tilbud sammen, når ingen kan alene',
      body,
      criterion: 'Mindst tre fælles aftaler er indgået.',
      owner: 'region:1085',
      due: '2022-12-31',
    },
    { id: id('goal-2'), title: 'Priserne kan sammenlignes', body: none, criterion: '', owner: null, due: null },
    { id: id('goal-3'), title: 'Ventetiden er kendt af alle', body: none, criterion: '', owner: null, due: null },
  ],
  themes: [{ id: id('theme-1'), title: 'Særligt dyre enkeltsager', body: intro }],
  actions: [
    {
      id: id('action-1'),
      title: 'Kortlægge erfaringer med fælles tilbud',
      body: none,
      responsible: 'municipality:0316',
      from: '2021-01-01',
      to: '2021-06-30',
    },
  ],
};

/** A document with the sample in it, and somebody else's caret in the first goal. */
export function sampleDocument(): { doc: Y.Doc; awareness: Awareness } {
  const doc = new Y.Doc();
  writeInto(doc, focusArea);
  const awareness = new Awareness(doc);
  awareness.setLocalStateField('user', { name: 'Mette Lund', color: '#1c6539' });
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  const them = new Awareness(theirs);
  them.setLocalState({ user: { name: 'Bo Medforfatter', color: '#8a3b12' }, cursor: caretIn(theirs) });
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(them, [theirs.clientID]), 'them');
  them.destroy();
  return { doc, awareness };
}

/** In the middle of the word "Borgere", where it would be heard if it were text. */
function caretIn(doc: Y.Doc): object | null {
  const goal = doc.getMap<Y.Map<unknown>>('goals').get('goal-1');
  const prose = goal?.get('body');
  const first = prose instanceof Y.XmlFragment ? prose.get(0) : null;
  const text = first instanceof Y.XmlElement ? first.get(0) : null;
  if (!(text instanceof Y.XmlText)) return null;
  const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, 3));
  return { anchor: at, head: at };
}
