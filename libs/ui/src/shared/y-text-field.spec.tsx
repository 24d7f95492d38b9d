import { act, fireEvent, render, screen } from '@testing-library/react';
import * as Y from 'yjs';
import { YTextField } from './y-text-field';

function field(words: string): { ytext: Y.Text; control: HTMLTextAreaElement; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const ytext = doc.getText('title');
  ytext.insert(0, words);
  render(<YTextField ytext={ytext} label="Titel" />);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return { ytext, control: screen.getByRole('textbox', { name: 'Titel' }), updates };
}

function type(control: HTMLTextAreaElement, value: string, caret: number): void {
  control.value = value;
  control.setSelectionRange(caret, caret);
  fireEvent.input(control);
}

describe('a field bound to a shared text', () => {
  it('writes only what was typed', () => {
    const { ytext, control } = field('Borgere autisme');
    const deltas: unknown[] = [];
    ytext.observe((event) => deltas.push(event.delta));
    type(control, 'Borgere med autisme', 12);
    expect(ytext.toString()).toBe('Borgere med autisme');
    expect(deltas).toEqual([[{ retain: 8 }, { insert: 'med ' }]]);
  });

  it('keeps the caret at its words when others write before it', () => {
    const { ytext, control } = field('Autisme');
    control.focus();
    control.setSelectionRange(3, 5);
    act(() => ytext.insert(0, 'Om '));
    expect(control.value).toBe('Om Autisme');
    expect([control.selectionStart, control.selectionEnd]).toEqual([6, 8]);
  });

  it('takes back what was typed here and nothing else', () => {
    const { ytext, control } = field('');
    type(control, 'Mit', 3);
    act(() => ytext.doc?.transact(() => ytext.insert(0, 'Andres '), 'somebody else'));
    fireEvent.keyDown(control, { key: 'z', ctrlKey: true });
    expect(ytext.toString()).toBe('Andres ');
    fireEvent.keyDown(control, { key: 'y', ctrlKey: true });
    expect(ytext.toString()).toBe('Andres Mit');
  });

  it('leaves the field alone while a character is composed, and loses nothing', () => {
    const { ytext, control } = field('b');
    control.focus();
    fireEvent.compositionStart(control);
    type(control, 'b´', 2);
    act(() => ytext.doc?.transact(() => ytext.insert(0, 'A'), 'somebody else'));
    expect(control.value).toBe('b´');
    type(control, 'b´e', 3);
    expect(control.value).toBe('b´e');
    control.value = 'bé';
    fireEvent.compositionEnd(control);
    expect(ytext.toString()).toBe('Abé');
    expect(control.value).toBe('Abé');
  });

  it('writes nothing by being shown or focused', () => {
    const { control, updates } = field('Autisme');
    control.focus();
    fireEvent.input(control);
    expect(updates).toEqual([]);
  });

  it('says politely when there is room for no more, and no longer than that', () => {
    const { ytext, control } = field('a'.repeat(1_999));
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => type(control, 'a'.repeat(2_000), 2_000));
    expect(screen.getByRole('status').textContent).toContain('2.000 tegn');
    expect(control.getAttribute('aria-describedby')).toBe(screen.getByRole('status').id);
    act(() => ytext.delete(0, 1));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('takes in of pasted lines what there is room for', () => {
    const { ytext, control } = field('a'.repeat(1_995));
    control.setSelectionRange(1_995, 1_995);
    act(() => void fireEvent.paste(control, { clipboardData: { getData: () => 'en\nto tre' } }));
    expect(ytext.toString().slice(1_995)).toBe('en to');
    expect(screen.getByRole('status').textContent).toContain('2.000 tegn');
  });
});
