import { useEffect, useRef, useState } from 'react';

/** What a key does in the list of points. */
export type Shortcut = 'next' | 'previous' | 'open' | 'select' | 'chosen' | 'saveAndNext' | 'leave';

/** The keys, as they are shown and as they are heard. */
export const SHORTCUTS: readonly { readonly does: Shortcut; readonly keys: readonly string[] }[] = [
  { does: 'next', keys: ['j', '↓'] },
  { does: 'previous', keys: ['k', '↑'] },
  { does: 'open', keys: ['Enter'] },
  { does: 'select', keys: ['x'] },
  { does: 'chosen', keys: ['v'] },
  { does: 'saveAndNext', keys: ['Ctrl + Enter'] },
  { does: 'leave', keys: ['Esc'] },
];

const OFF = 'enig:shortcuts-off';

/** Whether letters do something here, and how to have it otherwise (WCAG 2.1.4); the browser remembers. */
export function useShortcutsSetting(): readonly [on: boolean, set: (on: boolean) => void] {
  const [on, setOn] = useState(() => read() !== '1');
  const set = (next: boolean) => {
    setOn(next);
    write(next ? null : '1');
  };
  return [on, set];
}

function read(): string | null {
  try {
    return localStorage.getItem(OFF);
  } catch {
    return null;
  }
}

function write(value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, value);
  } catch {
    // A browser that keeps nothing: the setting holds as long as the page.
  }
}

const LETTERS: Readonly<Record<string, Shortcut>> = { j: 'next', k: 'previous', x: 'select', v: 'chosen' };

/**
 * What a key press asks for; null for nothing. A letter never does anything where one writes or chooses, and where
 * `letters` is false; saving is heard by the form itself.
 */
export function shortcutOf(event: KeyboardEvent, letters = true): Shortcut | null {
  const { target, key, altKey, ctrlKey, metaKey } = event;
  const element = target instanceof Element ? target : null;
  if (element?.closest('dialog') || event.isComposing) return null;
  if (altKey || ctrlKey || metaKey) return null;
  // Only an answer is kept when it is left; and a list that is folded out takes the key for itself.
  if (key === 'Escape') return element?.closest('[data-answer-form]') && !element.closest('select') ? 'leave' : null;
  if (element?.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]')) return null;
  const letter = LETTERS[key];
  if (letter) return letters ? letter : null;
  // The arrows move the page elsewhere; only on a point's own name do they move from point to point.
  if (!element?.closest('[data-point-name]')) return null;
  if (key === 'ArrowDown') return 'next';
  return key === 'ArrowUp' ? 'previous' : null;
}

/** Hears the keys while the page is shown, letters only where they are wanted. `act` says whether it did something. */
export function useShortcuts(letters: boolean, act: (shortcut: Shortcut, event: KeyboardEvent) => boolean): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const shortcut = event.defaultPrevented ? null : shortcutOf(event, letters);
      if (shortcut && latest.current(shortcut, event)) event.preventDefault();
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, [letters]);
}
