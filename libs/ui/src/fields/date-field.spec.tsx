import type { LocalDate } from '@enig/kernel';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { UiProvider } from '../ui-provider';
import { DateField } from './date-field';

/** As the forms hold it: what cannot be read is nothing. */
function Deadline({ first }: { readonly first: LocalDate }) {
  const [date, setDate] = useState<LocalDate | null | undefined>(first);
  return (
    <UiProvider locale="da">
      <DateField label="Frist" value={date ?? null} onChange={setDate} />
      <button onClick={() => setDate('2027-06-01' as LocalDate)}>1. juni</button>
    </UiProvider>
  );
}

const part = (name: string) => screen.getByLabelText(name);
const type = (name: string, words: string) => fireEvent.change(part(name), { target: { value: words } });
const shown = () => ['Dag', 'Måned', 'År'].map((name) => (part(name) as HTMLInputElement).value);

describe('a day in three fields', () => {
  it('keeps what is typed on the way through a day that does not exist', () => {
    render(<Deadline first={'2026-11-30' as LocalDate} />);
    type('Dag', '31');
    expect(shown()).toEqual(['31', '11', '2026']);
    type('Måned', '12');
    expect(shown()).toEqual(['31', '12', '2026']);
  });

  it('keeps what cannot be read, so that it can be mended', () => {
    render(<Deadline first={'2027-05-01' as LocalDate} />);
    type('Måned', '02');
    type('Dag', '31');
    fireEvent.blur(part('Dag'));
    expect(shown()).toEqual(['31', '02', '2027']);
    expect(screen.getByText('Der er ikke 31 dage i februar.')).toBeTruthy();
  });

  it('takes a day that comes from elsewhere, also over what cannot be read', () => {
    render(<Deadline first={'2026-11-30' as LocalDate} />);
    type('Dag', '31');
    fireEvent.click(screen.getByRole('button', { name: '1. juni' }));
    expect(shown()).toEqual(['1', '6', '2027']);
  });

  it('hands out why it cannot be read, in the words it uses itself', () => {
    const heard = jest.fn();
    render(
      <UiProvider locale="da">
        <DateField label="Frist" value="2027-02-01" onChange={heard} showErrors />
      </UiProvider>,
    );
    type('Dag', '31');
    expect(heard).toHaveBeenLastCalledWith(undefined, 'Der er ikke 31 dage i februar.');
    expect(screen.getByText('Der er ikke 31 dage i februar.')).toBeTruthy();
    type('Dag', '28');
    expect(heard).toHaveBeenLastCalledWith('2027-02-28');
  });
});

describe('the example beside a day', () => {
  afterEach(() => jest.useRealTimers());

  it.each([
    ['one that is to come', false, '2028'],
    ['one that has been, where such a day is asked for', true, '2026'],
  ])('is %s', (_, isPast, year) => {
    jest.useFakeTimers({ now: Date.UTC(2026, 11, 31, 23, 30) }); // New Year has passed in Copenhagen
    render(
      <UiProvider locale="da">
        <DateField label="Frist" value={null} onChange={() => undefined} isPast={isPast} />
      </UiProvider>,
    );
    expect(screen.getByText(`For eksempel 15 10 ${year}`)).toBeTruthy();
    type('Dag', '1');
    type('Måned', '1');
    type('År', '26');
    fireEvent.blur(part('År'));
    expect(screen.getByText(`Året skal skrives med fire tal, for eksempel ${year}.`)).toBeTruthy();
  });
});
