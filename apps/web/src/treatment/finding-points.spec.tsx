import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { name, point, press, server, show, startOver, toldOfChange, treated } from './test-treatment';

beforeEach(startOver);

const names = () => screen.getAllByRole('article').map((each) => each.getAttribute('aria-label'));
const statuses = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
const search = (words: string) =>
  fireEvent.change(screen.getByLabelText('Søg i punkter og svar'), { target: { value: words } });

describe('what is left, and whom one waits for', () => {
  it('stands in one line, and the list shows what is left', async () => {
    await show();
    expect(screen.getByText('2 af 3 punkter mangler svar. Der ventes på Sekretariatet (2).')).toBeDefined();
    expect(names()).toEqual(['Punkt 1 fra Greve Handicapråd', 'Punkt 2 fra Greve Handicapråd']);
  });

  it('names three who are waited for and counts the others; the filter has them all', async () => {
    const parties = ['Faxe', 'Greve', 'Køge', 'Lejre', 'Solrød'];
    server.points = parties.map((party, index) => point(index + 1, { responsible: [{ id: party, name: party }] }));
    await show();
    expect(screen.getByText(/Der ventes på Faxe \(1\), Greve \(1\), Køge \(1\) og 2 andre\.$/)).toBeDefined();
    fireEvent.change(screen.getByLabelText('Der ventes på'), { target: { value: 'Solrød' } });
    expect(names()).toEqual(['Punkt 5 fra Greve Handicapråd']);
  });

  it('is told as others answer', async () => {
    await show();
    server.points[0] = point(1, { treatment: treated('noted') });
    await toldOfChange(() => expect(screen.getByText(/^1 af 3 punkter mangler svar/)).toBeDefined());
  });
});

describe('what is found', () => {
  it('is counted, seen and read out', async () => {
    await show('?vis=all');
    expect(statuses()).toContain('3 af 3 punkter');
    search('punkt 3');
    expect(statuses()).toContain('1 af 3 punkter');
  });

  it('says that nothing fits, and how to see all again', async () => {
    await show();
    search('kørsel');
    expect(screen.getByText('Ingen punkter passer til det, du leder efter.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Vis alle igen' }));
    expect(names()).toHaveLength(2);
  });

  it('says that nothing is left, and how to see what was answered', async () => {
    server.points = [point(1, { treatment: treated('noted') })];
    await show();
    expect(screen.getByText('Her er ikke flere punkter, der mangler svar.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Vis alle punkter' }));
    expect(names()).toHaveLength(1);
  });
});

describe('the address', () => {
  it('leads to what is looked for', async () => {
    await show('?vis=all&udfald=noted');
    expect(names()).toEqual(['Punkt 3 fra Greve Handicapråd']);
  });

  it('leads to one point, open and stood at, also where it is not among those looked for', async () => {
    await show('?punkt=p3');
    expect(name(3).getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(name(3));
  });

  it('follows what is open and looked for and on which page, once nothing has changed for a while', async () => {
    server.points = Array.from({ length: 120 }, (_, index) => point(index + 1));
    const address = await show();
    for (const words of ['p', 'pu', 'punkt']) search(words);
    fireEvent.click(screen.getByRole('button', { name: 'Næste side' }));
    fireEvent.click(name(60));
    expect(address()).toBe('');
    await waitFor(() => expect(address()).toBe('?soeg=punkt&side=2&punkt=p60'));
  });

  it('leads to a page, and a new search begins on the first', async () => {
    server.points = Array.from({ length: 120 }, (_, index) => point(index + 1));
    await show('?side=3');
    expect(names()).toHaveLength(20);
    search('punkt');
    expect(names()[0]).toBe('Punkt 1 fra Greve Handicapråd');
  });
});

describe('2,000 points', () => {
  it('stand a page at a time, and the keyboard goes on to the next', async () => {
    server.points = Array.from({ length: 2_000 }, (_, index) => point(index + 1));
    await show();
    expect(screen.getAllByRole('article')).toHaveLength(50);
    const pages = screen.getByRole('navigation', { name: 'Sider med punkter' });
    expect(within(pages).getByText('1–50 af 2.000')).toBeDefined();
    name(50).focus();
    press('j');
    expect(document.activeElement).toBe(name(51));
    expect(within(pages).getByText('51–100 af 2.000')).toBeDefined();
    search('punkt 1999');
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });
});

describe('what is looked for', () => {
  const folded = (label: string) => screen.getByLabelText(label).closest('details');

  it('is folded away until it is wanted, so that the points come first', async () => {
    await show();
    expect(folded('Svar fra')?.open).toBe(false);
    expect(folded('Svar fra')?.querySelector('summary')?.textContent).toBe('Find bestemte punkter');
    expect(screen.getByRole('radio', { name: 'Alle punkter' }).closest('details')).toBeNull();
  });

  it('is open where something is looked for', async () => {
    await show('?raad=greve');
    expect(folded('Svar fra')?.open).toBe(true);
  });

  it('is all folded away on a narrow screen, under the word for what is shown', async () => {
    Object.assign(window, {
      matchMedia: () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }),
    });
    await show('?vis=all');
    const details = screen.getByRole('radio', { name: 'Alle punkter', hidden: true }).closest('details');
    expect([details?.open, details?.querySelector('summary')?.textContent]).toEqual([false, 'Vis: Alle punkter']);
    Reflect.deleteProperty(window, 'matchMedia');
  });
});
