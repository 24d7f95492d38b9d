import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  answerField,
  click,
  fillIn,
  name,
  point,
  press,
  server,
  show,
  startOver,
  toldOfChange,
  treated,
  write,
} from './test-treatment';

beforeEach(startOver);

const names = () => screen.getAllByRole('article').map((each) => each.getAttribute('aria-label'));
const choose = (number: number) =>
  fireEvent.click(screen.getByRole('checkbox', { name: `Vælg Punkt ${number} fra Greve Handicapråd` }));

describe('one keeps one’s place', () => {
  const answersFirst = () => {
    server.points[0] = point(1, { treatment: treated('noted', 'Tak.', 't9') });
  };

  it('at the next point, where the one that got its answer is no longer shown', async () => {
    server.onCommand = answersFirst;
    await show();
    fireEvent.click(name(1));
    await fillIn();
    await waitFor(() => expect(names()).toEqual(['Punkt 2 fra Greve Handicapråd']));
    expect(document.activeElement).toBe(name(2));
  });

  it('at the same point, where it still stands', async () => {
    server.onCommand = answersFirst;
    await show('?vis=all');
    fireEvent.click(name(1));
    await fillIn();
    await waitFor(() => expect(screen.getByText(/^1 af 3 punkter mangler/)).toBeDefined());
    expect(document.activeElement).toBe(name(1));
  });

  it('at the list itself, where nothing is left', async () => {
    server.points = [point(1)];
    server.onCommand = answersFirst;
    await show();
    fireEvent.click(name(1));
    await fillIn();
    const list = await screen.findByRole('region', { name: '0 punkter' });
    await waitFor(() => expect(document.activeElement).toBe(list));
  });

  it('also where somebody else answers the point one stands at', async () => {
    await show();
    name(1).focus();
    answersFirst();
    await toldOfChange(() => expect(names()).toHaveLength(1));
    expect(document.activeElement).toBe(name(2));
  });

  it('where a point has become two', async () => {
    server.onCommand = () => {
      server.points = [point(1, { id: 'p1a', label: '1a' }), point(1, { id: 'p1b', label: '1b' }), point(2)];
    };
    await show();
    fireEvent.click(name(1));
    write(/^Del punktet/, 'Ordene i\npunkt 1.');
    await click('Del punktet');
    await waitFor(() => expect(document.activeElement).toBe(name('1a')));
    expect(screen.getAllByText('Punktet er delt.').length).toBeGreaterThan(0);
  });
});

describe('points that are chosen', () => {
  it('are counted aloud from the first on, and a key goes to what can be done with them', async () => {
    await show();
    const silent = screen.getAllByRole('status').filter(({ textContent }) => textContent === '');
    choose(1);
    expect(silent.map(({ textContent }) => textContent)).toContain('1 punkt valgt');
    press('v', name(1));
    expect(document.activeElement).toBe(screen.getByRole('region', { name: '1 punkt valgt' }));
  });

  it('are gone to where an answer to them is begun', async () => {
    await show();
    choose(1);
    fireEvent.click(screen.getByRole('button', { name: 'Svar på 1 punkt' }));
    const chosen = screen.getByRole('region', { name: '1 punkt valgt' });
    expect(document.activeElement).toBe(within(chosen).getByRole('radio', { name: 'Imødekommet' }));
  });
});

describe('the keyboard', () => {
  it('goes from point to point, and letters do nothing in a field', async () => {
    await show();
    press('j');
    expect(document.activeElement).toBe(name(1));
    press('ArrowDown');
    expect(document.activeElement).toBe(name(2));
    press('k');
    expect(document.activeElement).toBe(name(1));
    press('x');
    expect(screen.getByRole('region', { name: '1 punkt valgt' })).toBeDefined();
    fireEvent.click(name(1));
    answerField().focus();
    press('j', answerField());
    expect(document.activeElement).toBe(answerField());
    press('Escape', answerField());
    expect(document.activeElement).toBe(name(1));
    expect(name(1).getAttribute('aria-expanded')).toBe('false');
  });

  it('does not close a point while it is being cut', async () => {
    await show();
    fireEvent.click(name(1));
    const cutting = screen.getByLabelText(/^Del punktet/);
    write(/^Del punktet/, 'Ordene i\npunkt 1.');
    press('Escape', cutting);
    expect(name(1).getAttribute('aria-expanded')).toBe('true');
  });

  it('is written down on the page, and its letters can be switched off', async () => {
    await show();
    fireEvent.click(screen.getByText('Taster på denne side'));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Brug bogstaverne j, k, x og v/ }));
    press('j', document.body);
    expect(document.activeElement).not.toBe(name(1));
    press('ArrowDown', name(1));
    expect(document.activeElement).toBe(name(2));
  });
});

describe('on paper', () => {
  it('stands everything that is found, under words for what was looked for, without the forms', async () => {
    server.points = Array.from({ length: 120 }, (_, index) => point(index + 1, { treatment: treated('noted') }));
    await show('?vis=all&udfald=noted');
    fireEvent.click(name(1));
    write(/^Svar til rådet/, 'Halvt skrevet');
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    const paper = document.querySelector<HTMLElement>('.e-printed-points');
    expect(paper?.textContent).toContain('Vis: Alle punkter · Udfald: taget til efterretning120 af 120 punkter');
    expect(paper?.querySelectorAll('article')).toHaveLength(120);
    expect(paper?.querySelector('form')).toBeNull();
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect([paper?.isConnected, answerField().value]).toEqual([false, 'Halvt skrevet']);
  });
});

describe('the way back', () => {
  it('leads to the round, by the name of what is heard', async () => {
    await show();
    const back = screen.getByRole('link', { name: 'Tilbage til Høring: Rammeaftale' });
    expect(back.getAttribute('href')).toBe('/aftaler/a/hoering/r');
  });

  it('names the document, where the round is about one', async () => {
    server.document = { __typename: 'HeardDocument', title: 'Rapport om kørsel' };
    await show();
    expect(screen.getByRole('link', { name: 'Tilbage til Høring: Rapport om kørsel' })).toBeDefined();
    expect(document.title).toContain('Rapport om kørsel');
  });
});

describe('closing', () => {
  it('says in words that nothing was said', async () => {
    server.points = [];
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Luk høringsrunden' }));
    expect(screen.getByText('Der er ingen punkter at svare på.')).toBeDefined();
    expect(screen.getByText('Ingen har sendt et svar, så ingen får en mail.')).toBeDefined();
  });
});
