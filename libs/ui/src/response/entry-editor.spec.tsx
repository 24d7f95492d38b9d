import { brandId, type ItemId, type Sha256 } from '@enig/kernel';
import {
  addItem,
  emptyJson,
  richFromPlain,
  toJson,
  writeInto,
  writtenAnchor,
  type HearingResponseJson,
  type NotedBy,
} from '@enig/text';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import * as Y from 'yjs';
import { UiProvider } from '../ui-provider';
import { EntryEditor } from './entry-editor';
import { HearingResponseView } from './response-view';

const EMPTY = emptyJson('hearing-response', ['f-1', 'f-2']);
const AREA = { id: 'f-1', title: '1 Botilbud' };
const GENERAL = { id: 'general', title: 'Bemærkninger i øvrigt' };

const ME = { name: 'Karen Holm', capacity: 'disabilityCouncilChair' };

function show(content: Partial<HearingResponseJson>, entry = AREA, notedBy: NotedBy | null = null, files = 0): Y.Doc {
  const doc = new Y.Doc();
  writeInto(doc, { ...EMPTY, ...content });
  render(
    <UiProvider locale="da">
      <EntryEditor doc={doc} entry={entry} readOnly={false} notedBy={notedBy} files={files} />
    </UiProvider>,
  );
  return doc;
}

const read = (doc: Y.Doc) => toJson('hearing-response', doc);
const noRemarks = () => screen.queryByRole('checkbox', { name: 'Vi har ingen bemærkninger til denne del' });

function type(control: HTMLElement, words: string): void {
  if (!(control instanceof HTMLTextAreaElement)) throw new Error('Not a field');
  control.value = words;
  fireEvent.input(control);
}

describe('HE-34 one part of an answer', () => {
  it('is written in a plain field: a line is a paragraph, and what others write comes into it', () => {
    const doc = show({});
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Jeres svar til 1 Botilbud' });
    type(field, 'Rådet er enigt.\nMål 2 er uklart.');
    expect(read(doc).sections['f-1']?.content).toHaveLength(2);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const theirs = other.getMap<Y.XmlFragment>('sections').get('f-1');
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Også vi.')]);
    theirs?.push([paragraph]);
    act(() => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other)));
    expect(field.value).toBe('Rådet er enigt.\nMål 2 er uklart.\nOgså vi.');
  });

  it('has no remarks with one press, which can be taken back', () => {
    const doc = show({});
    fireEvent.click(noRemarks() ?? document.body);
    expect(read(doc).entries['f-1']).toEqual({ noRemarks: true, ready: false });
    fireEvent.click(noRemarks() ?? document.body);
    expect(read(doc).entries['f-1']).toEqual({ noRemarks: false, ready: false });
  });

  it.each<[string, Partial<HearingResponseJson>, number]>([
    ['words', { sections: { 'f-1': richFromPlain('Tak.') } }, 0],
    ['a document', {}, 1],
  ])('is not asked whether there are none where there is %s', (_, content, files) => {
    show(content, AREA, null, files);
    expect(noRemarks()).toBeNull();
  });

  it('is asked also where it is marked ready and empty, which is not ready', () => {
    show({ entries: { 'f-1': { noRemarks: false, ready: true } } });
    expect(noRemarks()).not.toBeNull();
    expect(screen.queryByText(/Delen er klar/)).toBeNull();
  });

  it('that is ready says so, and becomes a draft again', () => {
    const ready = { 'f-1': { noRemarks: false, ready: true } };
    const doc = show({ sections: { 'f-1': richFromPlain('Tak.') }, entries: ready });
    fireEvent.click(screen.getByRole('button', { name: 'Gør den til kladde igen' }));
    expect(read(doc).entries['f-1']?.ready).toBe(false);
    expect(screen.queryByText(/Delen er klar/)).toBeNull();
  });

  it('has a minority’s view in general and nowhere else', () => {
    show({}, GENERAL);
    expect(screen.getByRole('textbox', { name: 'Hvad mener mindretallet?', hidden: true })).toBeTruthy();
    cleanup();
    show({});
    expect(screen.queryByRole('textbox', { name: 'Hvad mener mindretallet?', hidden: true })).toBeNull();
  });

  it('does not fold the minority’s field away under whoever empties it to begin again', () => {
    const doc = show({ minority: richFromPlain('Vi er uenige.') }, GENERAL);
    const field = screen.getByRole('textbox', { name: 'Hvad mener mindretallet?' });
    act(() => field.focus());
    act(() => type(field, ''));
    expect(read(doc).minority.content).toEqual([]);
    expect(field.closest('details')?.open).toBe(true);
    expect(document.activeElement).toBe(field);
  });
});

describe('HE-38 what was said', () => {
  it('is written down with how, who and when, and by whom in which capacity', () => {
    const doc = show({}, GENERAL, ME);
    fireEvent.click(screen.getByRole('button', { name: 'Skriv noget ned, der er sagt' }));
    const statement = within(screen.getByRole('group', { name: 'Udtalelse 1' }));
    fireEvent.click(statement.getByRole('radio', { name: 'i telefonen' }));
    type(statement.getByRole('textbox', { name: 'Hvem sagde det?' }), 'Åse Friis');
    type(statement.getByRole('textbox', { name: 'Hvad blev der sagt?' }), 'Sproget er svært.');
    expect(read(doc).statements).toMatchObject([
      { section: null, how: 'phone', who: 'Åse Friis', on: null, body: richFromPlain('Sproget er svært.') },
    ]);
    expect(read(doc).statements[0]?.noted).toEqual(ME);
    expect(statement.getByText('Skrevet ned af Karen Holm, formand for handicaprådet.')).toBeTruthy();
  });

  it('is not offered to the others, who can read and mend what is there', () => {
    show({});
    expect(screen.queryByRole('button', { name: 'Skriv noget ned, der er sagt' })).toBeNull();
    expect(screen.queryByRole('group', { name: 'Udtalelse 1' })).toBeNull();
  });

  it('removed by mistake comes back as it was', () => {
    const doc = show({}, AREA, ME);
    act(() => addItem(doc, 'statements', { id: brandId<ItemId>('u-1'), values: { section: 'f-1', who: 'Bo' } }));
    fireEvent.click(screen.getByRole('button', { name: 'Fjern udtalelse 1' }));
    expect(read(doc).statements).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Fortryd' }));
    expect(read(doc).statements).toMatchObject([{ section: 'f-1', who: 'Bo' }]);
  });
});

describe('an answer to be read', () => {
  const anchor = {
    version: brandId<Sha256>('ab'.repeat(32)),
    ...{ path: ['intro'] as const, start: 0, end: 5, exact: 'Borgere', prefix: '', suffix: '' },
  };
  const response: HearingResponseJson = {
    ...EMPTY,
    entries: { 'f-2': { noRemarks: true, ready: false } },
    comments: [{ id: brandId<ItemId>('k-1'), section: 'f-1', anchor, body: richFromPlain('Hvilke?') }],
    statements: [
      {
        ...{ id: brandId<ItemId>('u-1'), section: 'f-1', how: 'phone', who: 'Åse Friis', on: '2026-04-02' },
        noted: { name: '', capacity: 'disabilityCouncilSecretary' },
        body: richFromPlain('Sproget er svært.'),
      },
    ],
  };
  const sections = [AREA, { id: 'f-2', title: '2 Økonomi' }];
  const files = [{ id: 'd-1', name: 'svar.pdf', url: '/files/responses/d-1', section: null }];

  function read(changeHref?: (entry: string) => string): string {
    const { container } = render(
      <UiProvider locale="da">
        <HearingResponseView response={response} sections={sections} files={files} changeHref={changeHref} />
      </UiProvider>,
    );
    return container.textContent.replace(/\s/gu, ' ');
  }

  it('says what was said by whom, what a comment is about, what has no remarks, and which documents there are', () => {
    const text = read();
    expect(text).toContain('Om »Borgere«Hvilke?');
    expect(text).toContain('Sagt i telefonen · Åse Friis · 2. april 2026 · skrevet ned af sekretær for handicaprådet');
    expect(text).toContain('2 ØkonomiIngen bemærkninger');
    expect(screen.getByRole('link', { name: 'svar.pdf' }).getAttribute('href')).toBe('/files/responses/d-1');
    expect(screen.queryByRole('link', { name: /^Ret/ })).toBeNull();
  });

  it('has a way to change each part before it is sent', () => {
    read((entry) => `/svar/${entry}`);
    const ways = screen.getAllByRole('link', { name: /^Ret / }).map((link) => link.getAttribute('href'));
    expect(ways).toEqual(['/svar/f-1', '/svar/f-2', '/svar/general']);
  });

  it('is what an anchor in the document says', () => {
    const doc = new Y.Doc();
    writeInto(doc, response);
    expect(doc.getMap<Y.Map<unknown>>('comments').get('k-1')?.get('anchor')).toBe(writtenAnchor(anchor));
  });
});
