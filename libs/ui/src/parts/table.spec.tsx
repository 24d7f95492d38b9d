import { render, screen } from '@testing-library/react';
import { UiProvider } from '../ui-provider';
import { ScrollRegion } from './table';

/** A browser in which everything is wider than its place; jsdom lays nothing out. */
function overflowing(): void {
  jest.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(640);
  globalThis.ResizeObserver = class {
    constructor(private readonly tell: ResizeObserverCallback) {}
    observe = () => this.tell([], this);
    unobserve = () => undefined;
    disconnect = () => undefined;
  };
}

describe('what scrolls sideways', () => {
  beforeEach(overflowing);
  afterEach(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'ResizeObserver');
  });

  it.each([
    ['table', 'Trinnene. Tabellen kan rulles til siden.'],
    ['picture', 'Trinnene. Billedet kan rulles til siden.'],
  ] as const)('a %s is called one, and can be reached with the keyboard', (kind, name) => {
    render(
      <UiProvider locale="da">
        <ScrollRegion kind={kind} label="Trinnene">
          <p>1. KKR</p>
        </ScrollRegion>
      </UiProvider>,
    );
    expect(screen.getByRole('region', { name }).tabIndex).toBe(0);
  });
});
