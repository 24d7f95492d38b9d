import { UndoManager } from 'yjs';
import type { SharedWords } from './shared-words';
import { changeBetween, rebased, shifted } from './text-change';

/** A native field of text. */
export type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * Ties a native field to shared words. What is typed becomes the smallest change; what others write appears without
 * moving the caret from the words it stands at; undo takes back what was typed here and nothing else.
 */
export class TextBinding {
  private readonly undo: UndoManager;
  private readonly unobserve: () => void;
  private readonly listeners: readonly (readonly [name: string, listener: (event: Event) => void])[];
  private isComposing = false;
  /** What stood in the field when it last agreed with the words. */
  private shown: string;

  constructor(
    private readonly words: SharedWords,
    private readonly control: TextControl,
    private readonly onShown: () => void,
  ) {
    this.undo = new UndoManager(words.scope, { trackedOrigins: new Set([this]), captureTimeout: 600 });
    this.shown = words.read();
    control.value = this.shown;
    this.unobserve = words.observe((origin) => this.onWords(origin));
    this.listeners = [
      ['input', () => this.onInput()],
      ['beforeinput', (event) => this.onBeforeInput(event)],
      ['keydown', (event) => this.onKey(event)],
      ['compositionstart', () => (this.isComposing = true)],
      ['compositionend', () => this.onCompositionEnd()],
    ];
    for (const [name, listener] of this.listeners) control.addEventListener(name, listener);
    onShown();
  }

  /** Lets go of both. */
  destroy(): void {
    this.unobserve();
    this.undo.destroy();
    for (const [name, listener] of this.listeners) this.control.removeEventListener(name, listener);
  }

  private onInput(): void {
    const { value, selectionEnd } = this.control;
    this.onShown();
    if (this.isComposing) return;
    const change = changeBetween(this.shown, value, selectionEnd ?? value.length);
    if (!change) return;
    const current = this.words.read();
    this.words.change(rebased(change, changeBetween(this.shown, current)), this);
    this.shown = value;
    this.show();
  }

  private onWords(origin: unknown): void {
    // While characters are composed the field must be left alone.
    if (origin !== this && !this.isComposing) this.show();
  }

  /** Makes the field say what the words say. */
  private show(): void {
    const { control } = this;
    const words = this.words.read();
    const change = changeBetween(this.shown, words);
    this.shown = words;
    if (control.value === words) return;
    const [start, end] = [shifted(control.selectionStart ?? 0, change), shifted(control.selectionEnd ?? 0, change)];
    control.value = words;
    if (document.activeElement === control) control.setSelectionRange(start, end);
    this.onShown();
  }

  private onCompositionEnd(): void {
    this.isComposing = false;
    this.onInput();
    this.show();
  }

  private onBeforeInput(event: Event): void {
    if (!(event instanceof InputEvent)) return;
    if (event.inputType === 'historyUndo') this.takeBack(event);
    if (event.inputType === 'historyRedo') this.redo(event);
  }

  private onKey(event: Event): void {
    if (!(event instanceof KeyboardEvent) || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) this.takeBack(event);
    if (key === 'y' || (key === 'z' && event.shiftKey)) this.redo(event);
  }

  private takeBack(event: Event): void {
    event.preventDefault();
    this.undo.undo();
  }

  private redo(event: Event): void {
    event.preventDefault();
    this.undo.redo();
  }
}
