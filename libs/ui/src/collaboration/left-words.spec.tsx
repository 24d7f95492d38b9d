import { act, render, screen, within } from '@testing-library/react';
import { UiProvider } from '../ui-provider';
import { LeftWords } from './left-words';
import { forgetWords, setWordsAside, type WordsSetAside } from './words-set-aside';

const METTE = 'mette';
const words: WordsSetAside = {
  ...{ id: 't:1', text: 't', at: Date.UTC(2026, 3, 21, 8, 42), words: 'Kom for sent', hasMore: false },
  place: { title: 'Fælles indsats', href: '/aftaler/1/afsnit/2' },
};

function show() {
  render(
    <UiProvider locale="da">
      <LeftWords person={METTE} />
    </UiProvider>,
  );
}
const offer = () => screen.getByRole('region', { name: 'Ord, der ikke blev gemt' });
const said = () => screen.getByTestId('announcer').textContent;

afterEach(() => {
  jest.restoreAllMocks();
  act(() => forgetWords(METTE));
});

describe('CO-29 words that were refused are offered until their author has them', () => {
  it('draws nothing where there are none', () => {
    show();
    expect(screen.queryByRole('region', { name: 'Ord, der ikke blev gemt' })).toBeNull();
  });

  it('names the text they are from, and leads to it', () => {
    setWordsAside(METTE, words);
    show();
    const field = within(offer()).getByLabelText(/^Skrevet i »Fælles indsats« /);
    expect((field as HTMLTextAreaElement).value).toBe('Kom for sent');
    const link = within(offer()).getByRole('link', { name: 'Gå til »Fælles indsats«' });
    expect(link.getAttribute('href')).toBe('/aftaler/1/afsnit/2');
    expect(said()).toBe('');
  });

  it('has those read out that come while the page is open', () => {
    show();
    act(() => void setWordsAside(METTE, words));
    expect(within(offer()).getByDisplayValue('Kom for sent')).toBeTruthy();
    expect(said()).toBe('Noget, du har skrevet i »Fælles indsats«, blev ikke gemt. Det står øverst på siden.');
  });

  it('are gone when they are removed', () => {
    setWordsAside(METTE, words);
    show();
    act(() => within(offer()).getByRole('button', { name: 'Fjern ordene' }).click());
    expect(screen.queryByRole('region', { name: 'Ord, der ikke blev gemt' })).toBeNull();
  });

  it('says that a date or a deletion must be done again', () => {
    setWordsAside(METTE, { ...words, words: '', hasMore: true });
    show();
    expect(within(offer()).getByText(/^Noget af det, du ændrede, kan ikke kopieres: en dato/)).toBeTruthy();
    expect(within(offer()).queryByRole('textbox')).toBeNull();
    expect(within(offer()).getByRole('button', { name: 'Fjern beskeden' })).toBeTruthy();
  });

  it('says that they are only here where the browser has no room for them', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError');
    });
    setWordsAside(METTE, words);
    show();
    expect(within(offer()).getByText(/^Der er ikke plads til det hele i browseren/)).toBeTruthy();
  });
});
