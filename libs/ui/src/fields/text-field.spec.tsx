import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { UiProvider } from '../ui-provider';
import { TextArea, TextField } from './text-field';

const FIELDS = [
  ['one line', TextField],
  ['several lines', TextArea],
] as const;

function show(Part: (typeof FIELDS)[number][1], first = ''): HTMLInputElement {
  function Form() {
    const [words, setWords] = useState(first);
    return (
      <UiProvider locale="da">
        <Part label="Titel" hint="Kort." maxLength={20} value={words} onChange={setWords} error="Skriv en titel." />
      </UiProvider>
    );
  }
  render(<Form />);
  return screen.getByLabelText('Titel');
}

/** What a screen reader says of the field after its name. */
const described = (field: HTMLElement) =>
  (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);

describe.each(FIELDS)('a field of %s with room for so much', (_, Part) => {
  it('keeps the whole of a paste that is too long, and says so at the field', () => {
    const field = show(Part);
    // What jsdom does not do and browsers do: a field with a maxlength takes only the beginning.
    expect(field.hasAttribute('maxlength')).toBe(false);
    fireEvent.change(field, { target: { value: 'x'.repeat(23) } });
    expect(field.value).toHaveLength(23);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(described(field)).toEqual([
      'Kort.',
      'Fejl: Det er 3 tegn for langt. Her er plads til 20 tegn. Intet er skåret fra.',
    ]);
    expect(screen.getByTestId('announcer').textContent).toBe('Det er for langt. Intet er skåret fra.');
  });

  it('says how much is left when it is getting narrow, and not before', () => {
    const field = show(Part, 'x'.repeat(17));
    expect(described(field)).toEqual(['Kort.', 'Fejl: Skriv en titel.']);
    fireEvent.change(field, { target: { value: 'x'.repeat(18) } });
    expect(described(field)).toEqual(['Kort.', 'Fejl: Skriv en titel.', '2 tegn tilbage']);
  });
});
