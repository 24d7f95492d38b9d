import { shortcutOf, type Shortcut } from './shortcuts';

/** Presses a key on the first element that the markup has, and tells what was asked for. */
function pressed(
  markup: string,
  key: string,
  { letters = true, ...modifiers }: KeyboardEventInit & { readonly letters?: boolean } = {},
): Shortcut | null {
  document.body.innerHTML = markup;
  let heard: Shortcut | null = null;
  const listen = (event: KeyboardEvent) => (heard = shortcutOf(event, letters));
  window.addEventListener('keydown', listen, { once: true });
  const target = document.querySelector('[data-here]') ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...modifiers }));
  return heard;
}

const NAME = '<button data-point-name data-here>Punkt 1</button>';

describe('keys in the list of points', () => {
  it.each<[string, string, Shortcut | null]>([
    ['j', NAME, 'next'],
    ['k', NAME, 'previous'],
    ['x', NAME, 'select'],
    ['j', '<p data-here></p>', 'next'],
    ['ArrowDown', NAME, 'next'],
    ['ArrowUp', NAME, 'previous'],
    ['ArrowDown', '<p data-here></p>', null],
    ['x', '<input type="checkbox" data-here>', 'select'],
    ['v', NAME, 'chosen'],
    ['Escape', '<form data-answer-form><textarea data-here></textarea></form>', 'leave'],
    ['Escape', '<form><textarea data-here></textarea></form>', null],
    ['Escape', '<form data-answer-form><select data-here></select></form>', null],
    ['Escape', NAME, null],
    ['q', NAME, null],
  ])('%s on %s', (key, markup, shortcut) => expect(pressed(markup, key)).toBe(shortcut));

  it.each([
    '<textarea data-here></textarea>',
    '<input data-here>',
    '<input type="radio" data-here>',
    '<select data-here></select>',
    '<div contenteditable="true" data-here></div>',
    '<dialog open><button data-here>Fortryd</button></dialog>',
  ])('a letter does nothing in %s', (markup) => {
    for (const key of ['j', 'k', 'x', 'v']) expect(pressed(markup, key)).toBeNull();
  });

  it('letters can be had to do nothing; the other keys do what they do', () => {
    for (const key of ['j', 'k', 'x', 'v']) expect(pressed(NAME, key, { letters: false })).toBeNull();
    expect(pressed(NAME, 'ArrowDown', { letters: false })).toBe('next');
    const form = '<form data-answer-form><textarea data-here></textarea></form>';
    expect(pressed(form, 'Escape', { letters: false })).toBe('leave');
  });

  it('nothing is taken that belongs to the browser', () => {
    for (const modifier of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(pressed(NAME, 'j', modifier)).toBeNull();
    }
  });
});
