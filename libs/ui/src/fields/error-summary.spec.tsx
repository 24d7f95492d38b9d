import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { UiProvider } from '../ui-provider';
import { ErrorSummary, type SummaryError } from './error-summary';
import { TextField } from './text-field';

/** Two fields that must be filled in, and a button to send them. */
function Form() {
  const [item, setItem] = useState('');
  const [wording, setWording] = useState('');
  const [attempt, setAttempt] = useState(0);
  const errors: SummaryError[] = [];
  if (item === '') errors.push({ field: 'item', message: 'Skriv punktet.' });
  if (wording === '') errors.push({ field: 'wording', message: 'Skriv ordlyden.' });
  return (
    <UiProvider locale="da">
      <ErrorSummary errors={attempt > 0 ? errors : []} attempt={attempt} />
      <TextField id="item" label="Punkt" value={item} onChange={setItem} />
      <TextField id="wording" label="Ordlyd" value={wording} onChange={setWording} />
      <button onClick={() => setAttempt(attempt + 1)}>Registrér</button>
    </UiProvider>
  );
}

const summary = () => screen.getByRole('group', { name: 'Der er noget, der skal rettes' });
const send = () => act(() => screen.getByRole('button', { name: 'Registrér' }).click());

describe('the summary of what is wrong', () => {
  it('takes focus when the form is sent in vain, and again the next time', () => {
    render(<Form />);
    send();
    expect(document.activeElement).toBe(summary());
    act(() => screen.getByRole('textbox', { name: 'Ordlyd' }).focus());
    send();
    expect(document.activeElement).toBe(summary());
  });

  it('leaves focus with somebody who mends one of two errors', () => {
    render(<Form />);
    send();
    const item = screen.getByRole('textbox', { name: 'Punkt' });
    act(() => item.focus());
    fireEvent.change(item, { target: { value: '12' } });
    expect(screen.queryByRole('link', { name: 'Skriv punktet.' })).toBeNull();
    expect(document.activeElement).toBe(item);
  });

  it('leads to the field', () => {
    render(<Form />);
    send();
    Element.prototype.scrollIntoView = () => undefined;
    act(() => screen.getByRole('link', { name: 'Skriv ordlyden.' }).click());
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Ordlyd' }));
  });
});
