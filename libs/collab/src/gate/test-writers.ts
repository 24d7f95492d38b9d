import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import {
  addItem,
  itemsInOrder,
  markEntry,
  moveItem,
  putBackItem,
  removeItem,
  setItemValue,
  textExtensions,
  writtenAnchor,
} from '@enig/text';
import { brandId, type ItemId, type Sha256 } from '@enig/kernel';
import * as Y from 'yjs';
import type { Chance } from './test-chance';

const WORDS = [
  'Børn ',
  'unge 👩‍🦽🦮',
  ' og ',
  'æøå',
  'x',
  '😀😁',
  'en længere sætning med flere ord. ',
  '\u{1f600}',
  ' ',
];
const PASTED = [
  '<p>Første <b>fede</b> afsnit</p><p>Andet <a href="https://www.kl.dk">link</a></p>',
  '<h2>Overskrift</h2><ul><li>et<ul><li>indre</li></ul></li><li><b>to</b></li></ul>',
  '<table><tr><th>A</th><th>B</th></tr><tr><td colspan="2" align="center"><p>bred</p></td></tr></table>',
  '<blockquote><p>Citat</p><ol start="4"><li>fire</li></ol></blockquote>',
  '<p>se <span data-cross-reference="f-2"></span> og<br>ny linje</p>',
];

/** Somebody who writes with the editor of the pages; for specs only, in a document object model. */
export class Writer {
  private editor: Editor;

  constructor(
    readonly doc: Y.Doc,
    private readonly chance: Chance,
    root = 'intro',
  ) {
    this.editor = new Editor({
      injectCSS: false,
      extensions: [...textExtensions(), Collaboration.configure({ fragment: doc.getXmlFragment(root) })],
    });
  }

  leave(): void {
    this.editor.destroy();
  }

  /** What the page shows. */
  get shown(): string {
    return this.editor.getHTML();
  }

  /** Does one thing somebody might do. */
  act(): void {
    this.select();
    const deeds = this.chance() < 0.5 ? this.typing() : this.chance() < 0.7 ? this.forming() : this.around();
    this.pick(deeds)();
  }

  private typing(): readonly (() => unknown)[] {
    const { commands } = this.editor;
    return [
      () => commands.insertContent({ type: 'text', text: this.pick(WORDS) }),
      () => commands.insertContent({ type: 'text', text: this.pick(WORDS) }),
      () => commands.deleteSelection(),
      () => commands.keyboardShortcut('Backspace'),
      () => commands.keyboardShortcut('Enter'),
      () => commands.setHardBreak(),
      () => commands.joinBackward(),
      () => commands.undo(),
      () => commands.undo(),
      () => commands.redo(),
    ];
  }

  private forming(): readonly (() => unknown)[] {
    const { commands } = this.editor;
    return [
      () => commands.toggleBold(),
      () => commands.toggleItalic(),
      () => commands.setLink({ href: this.pick(['https://www.kl.dk/å', 'mailto:a@b.dk']) }),
      () => commands.unsetLink(),
      () => commands.toggleHeading({ level: this.pick([2, 3, 4] as const) }),
      () => commands.setParagraph(),
      () => commands.toggleBulletList(),
      () => commands.toggleOrderedList(),
      () => commands.toggleBlockquote(),
      () => commands.sinkListItem('listItem'),
      () => commands.liftListItem('listItem'),
      () => commands.unsetAllMarks(),
    ];
  }

  private around(): readonly (() => unknown)[] {
    const { commands } = this.editor;
    return [
      () => commands.insertContent(this.pick(PASTED)),
      () => commands.insertContent(this.pick(PASTED)),
      () => commands.insertContent({ type: 'crossReference', attrs: { target: 'f-1' } }),
      () => commands.insertTable({ rows: 2, cols: 2, withHeaderRow: true }),
      () => commands.addRowAfter(),
      () => commands.addColumnAfter(),
      () => commands.deleteRow(),
      () => commands.deleteColumn(),
      () => commands.mergeOrSplit(),
      () => commands.deleteTable(),
      () => commands.setCellAttribute('align', this.pick(['left', 'right', null])),
      () => this.chance() < 0.2 && commands.clearContent(),
      () => this.move(),
    ];
  }

  /** Cuts what is selected and pastes it elsewhere, in one transaction. */
  private move(): void {
    const { state, view } = this.editor;
    const slice = state.selection.content();
    const cut = state.tr.deleteSelection();
    const to = this.somewhere(cut.doc);
    view.dispatch(cut.replaceRange(to, to, slice));
  }

  private select(): void {
    const { doc } = this.editor.state;
    const from = this.somewhere(doc);
    const to = this.chance() < 0.6 ? from : somewhereNear(doc, from + Math.floor(this.chance() ** 2 * 40));
    this.editor.commands.setTextSelection({ from, to });
  }

  private somewhere(doc: ProseNode): number {
    return somewhereNear(doc, Math.floor(this.chance() * (doc.content.size + 1)));
  }

  private pick<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.chance() * values.length)];
    if (value === undefined) throw new Error('Nothing to pick from');
    return value;
  }
}

type ProseNode = Editor['state']['doc'];

/** Nobody can put a caret inside a character that takes two units. */
function somewhereNear(doc: ProseNode, place: number): number {
  const at = Math.min(place, doc.content.size);
  const before = at > 0 ? doc.textBetween(at - 1, at) : '';
  return /[\ud800-\udbff]/.test(before) ? at - 1 : at;
}

/** Changes the items of a focus area and their titles, as the page does; for specs only. */
export function changeItems(doc: Y.Doc, chance: Chance): void {
  const ids = itemsInOrder(doc, 'goals').map(({ id }) => id);
  const id = ids[Math.floor(chance() * ids.length)];
  const name = brandId<ItemId>(`g-${Math.floor(chance() * 1e9)}`);
  const deed = Math.floor(chance() * 7);
  if (!id || deed === 0)
    return addItem(doc, 'goals', { id: name, title: 'Nyt mål', after: id && chance() < 0.5 ? id : null });
  if (deed === 1) return removeItem(doc, 'goals', id);
  if (deed === 2) return putBackItem(doc, 'goals', id);
  if (deed === 3) return moveItem(doc, 'goals', id, ids[Math.floor(chance() * ids.length)] ?? null);
  if (deed === 4) return setItemValue(doc, 'goals', id, 'due', chance() < 0.5 ? null : '2026-10-15');
  if (deed === 5) return setItemValue(doc, 'goals', id, 'owner', chance() < 0.5 ? null : 'administration:0253');
  const title = doc.getMap<Y.Map<unknown>>('goals').get(id)?.get('title');
  if (!(title instanceof Y.Text)) return;
  const at = Math.floor(chance() * (title.length + 1));
  title.insert(at, 'ord ');
  if (chance() < 0.5) title.delete(0, Math.min(2, title.length));
}

/** Marks entries, comments and writes down what was said in a response, as the page does; for specs only. */
export function changeRemarks(doc: Y.Doc, chance: Chance): void {
  const list = chance() < 0.5 ? 'comments' : 'statements';
  const ids = itemsInOrder(doc, list).map(({ id }) => id);
  const id = ids[Math.floor(chance() * ids.length)];
  const deed = Math.floor(chance() * 7);
  if (deed < 2) return markEntry(doc, chance() < 0.5 ? 'general' : 'f-1', deed ? 'ready' : 'noRemarks', chance() < 0.5);
  if (!id || deed === 2) {
    const name = brandId<ItemId>(`r-${Math.floor(chance() * 1e9)}`);
    const values = list === 'comments' ? { section: 'f-1', anchor: ANCHOR } : { section: '', how: 'phone', who: 'Åse' };
    return addItem(doc, list, { id: name, values });
  }
  if (deed === 3) return removeItem(doc, list, id);
  if (deed === 4) return putBackItem(doc, list, id);
  if (deed === 5 && list === 'statements')
    return setItemValue(doc, list, id, 'on', chance() < 0.5 ? null : '2026-04-02');
  const body = doc.getMap<Y.Map<unknown>>(list).get(id)?.get('body');
  if (!(body instanceof Y.XmlFragment)) return;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Sagt 🦮')]);
  body.insert(Math.floor(chance() * (body.length + 1)), [paragraph]);
}

const ANCHOR = writtenAnchor({
  version: brandId<Sha256>('ab'.repeat(32)),
  path: ['goals', 'm-1', 'body'],
  ...{ start: 3, end: 8, exact: 'unge 👩', prefix: 'og ', suffix: ' får' },
});
