import type { CDPSession, Locator, Page } from 'playwright-core';

/** What stands focused, as it is told to those who do not see it. */
export interface Focused {
  /** The ARIA role. */
  readonly widget: string;
  readonly name: string;
}

/** Tab presses before one gives up: no page has so many stops. */
const MOST_STOPS = 400;

/** Everything by which a test could do what a person at a keyboard cannot. */
const FORBIDDEN = [
  ...['click', 'dblclick', 'tap', 'hover', 'dragTo', 'check', 'uncheck', 'setChecked', 'selectOption', 'selectText'],
  ...['fill', 'clear', 'type', 'press', 'pressSequentially', 'focus', 'blur', 'dispatchEvent', 'setInputFiles'],
] as const;

/** A page worked with a keyboard and nothing else: it is moved through with Tab, and every stop must be seen. */
export class KeyboardOnly {
  private pressed = 0;

  private constructor(
    readonly page: Page,
    private readonly tree: CDPSession,
  ) {}

  /** Takes a page over. From then on anything but its keyboard throws, and a pointer in it is found out. */
  static async of(page: Page): Promise<KeyboardOnly> {
    forbidPointers(page);
    await page.addInitScript(() => {
      const told = (event: Event): void => document.documentElement.setAttribute('data-pointer', event.type);
      for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, told, true);
    });
    const tree = await page.context().newCDPSession(page);
    await tree.send('Accessibility.enable');
    return new KeyboardOnly(page, tree);
  }

  /** How many keys have been pressed, but for the words that were typed. */
  get presses(): number {
    return this.pressed;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.pressed += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  /** Goes on with Tab until what stands focused has this role and name, and sees that it can be seen to be focused. */
  async reach(role: string, name: string | RegExp): Promise<void> {
    const passed: string[] = [];
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await this.press('Tab');
      const focused = await this.focused();
      await this.mustShowFocus(focused);
      if (matches(focused, role, name)) return;
      passed.push(`${focused.widget} ${JSON.stringify(focused.name)}`);
      if (stops > 3 && passed.at(-1) === passed.at(-2) && (await this.isStuck())) break;
    }
    throw new Error(`Tab does not come to ${role} ${String(name)} but to:\n${passed.slice(-60).join('\n')}`);
  }

  /** Reaches a button, a link or something that opens, and presses Enter on it. */
  async act(role: 'button' | 'link' | 'DisclosureTriangle', name: string | RegExp): Promise<void> {
    await this.reach(role, name);
    await this.press('Enter');
  }

  /** Reaches a field and writes in it, over what stood there. */
  async write(name: string | RegExp, words: string): Promise<void> {
    await this.reach('textbox', name);
    await this.press('Control+A');
    await this.type(words);
  }

  /** Reaches a date's three fields and writes a day, as `2026-10-15`. */
  async writeDay(day: string): Promise<void> {
    const [year = '', month = '', dayOfMonth = ''] = day.split('-');
    await this.write('Dag', dayOfMonth);
    await this.write('Måned', month);
    await this.write('År', year);
  }

  /** Reaches a list of choices and types what is wanted until it is chosen. */
  async choose(name: string | RegExp, option: string): Promise<void> {
    await this.reach('combobox', name);
    await this.type(option);
  }

  /** Reaches a group of which one can be chosen and goes to one of them with the arrow keys. */
  async pick(name: string | RegExp): Promise<void> {
    const first = await this.reachAny('radio');
    if (!matches(first, 'radio', name)) {
      for (let steps = 0; steps < 10; steps += 1) {
        await this.press('ArrowDown');
        if (matches(await this.focused(), 'radio', name)) return;
      }
      throw new Error(`The arrow keys do not come to ${String(name)}, beginning at ${first.name}`);
    }
    await this.press('Space');
  }

  /** What stands focused now. */
  async focused(): Promise<Focused> {
    const { result } = await this.tree.send('Runtime.evaluate', { expression: 'document.activeElement' });
    if (result.objectId === undefined) return { widget: 'none', name: '' };
    const { nodes } = await this.tree.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    const [node] = nodes;
    return { widget: String(node?.role?.value ?? 'none'), name: String(node?.name?.value ?? '') };
  }

  /** The kind of pointer that was used in the page since it was opened, or null. */
  async pointer(): Promise<string | null> {
    return this.page.evaluate(() => document.documentElement.getAttribute('data-pointer'));
  }

  private async reachAny(role: string): Promise<Focused> {
    await this.reach(role, /./);
    return this.focused();
  }

  /** Whether another Tab leaves the very same element focused. */
  private async isStuck(): Promise<boolean> {
    await this.page.evaluate(() => document.activeElement?.setAttribute('data-was-focused', ''));
    await this.press('Tab');
    return this.page.evaluate(() => {
      const is = document.activeElement?.hasAttribute('data-was-focused') === true;
      for (const element of document.querySelectorAll('[data-was-focused]'))
        element.removeAttribute('data-was-focused');
      return is;
    });
  }

  private async mustShowFocus(focused: Focused): Promise<void> {
    const why = await this.page.evaluate(focusHidden);
    if (why !== null) throw new Error(`Focus cannot be seen on ${focused.widget} "${focused.name}": ${why}`);
  }
}

function matches(focused: Focused, role: string, name: string | RegExp): boolean {
  if (focused.widget !== role) return false;
  return typeof name === 'string' ? focused.name === name : name.test(focused.name);
}

/** Runs in the page: why the focus cannot be seen, or null. */
function focusHidden(): string | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  // No stop of Tab: what the page itself gives focus when another page has come.
  if (element.matches('main[tabindex="-1"]')) return null;
  const around = [element, ...(element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [])];
  for (let parent = element.parentElement, steps = 0; parent && steps < 2; parent = parent.parentElement, steps += 1)
    around.push(parent);
  const isMarked = around.some((each) =>
    [null, '::before', '::after'].some((pseudo) => {
      const style = getComputedStyle(each, pseudo);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
    }),
  );
  if (!isMarked) return 'nothing is drawn around it';
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return 'it has no size';
  if (bottom < 0 || top > innerHeight || right < 0 || left > innerWidth) return 'it is outside the window';
  return null;
}

/** From now on everything in the page but its keyboard throws; looking is free. */
function forbidPointers(page: Page): void {
  const refuse = (way: string) => (): never => {
    throw new Error(`${way} is not something a keyboard can do`);
  };
  for (const way of FORBIDDEN) if (way in page) Object.assign(page, { [way]: refuse(`page.${way}`) });
  for (const device of [page.mouse, page.touchscreen]) {
    for (const way of ['click', 'dblclick', 'down', 'up', 'move', 'wheel', 'tap']) {
      Object.assign(device, { [way]: refuse(`a pointer's ${way}`) });
    }
  }
  for (const way of ['locator', 'getByRole', 'getByText', 'getByLabel'] as const) {
    const look = page[way].bind(page) as (...given: unknown[]) => Locator;
    Object.assign(page, { [way]: (...given: unknown[]) => onlyLooking(look(...given), refuse) });
  }
}

function onlyLooking(found: Locator, refuse: (way: string) => () => never): Locator {
  for (const way of FORBIDDEN) Object.assign(found, { [way]: refuse(`locator.${way}`) });
  for (const way of ['first', 'last', 'nth', 'filter', 'locator', 'getByRole', 'getByText', 'getByLabel'] as const) {
    const look = found[way].bind(found) as (...given: unknown[]) => Locator;
    Object.assign(found, { [way]: (...given: unknown[]) => onlyLooking(look(...given), refuse) });
  }
  return found;
}
