import { act, fireEvent, render, screen } from '@testing-library/react';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { UiProvider } from '../ui-provider';
import { EntryCompany } from './entry-company';

const AREA = { id: 'f-1', title: '1 Botilbud' };

function show(): Awareness {
  const awareness = new Awareness(new Y.Doc());
  render(
    <UiProvider locale="da">
      <div data-testid="entry">
        <EntryCompany awareness={awareness} entry={AREA} />
        <textarea aria-label="Svar" />
        <button>Klar</button>
      </div>
    </UiProvider>,
  );
  return awareness;
}

/** What another client tells, under the name the server gave them. */
const tells = (awareness: Awareness, client: number, name: string, entry: unknown) =>
  act(() => {
    awareness.states.set(client, { user: { name }, entry });
    awareness.emit('change', [{ added: [client], updated: [], removed: [] }, 'remote']);
  });
const shown = () => screen.getByTestId('entry').querySelector('.e-company')?.textContent.trim();
const told = (awareness: Awareness): unknown => awareness.getLocalState()?.['entry'];

describe('HE-34 an entry is written together', () => {
  it('says who writes in it, who has it open and who is elsewhere, each once', () => {
    const awareness = show();
    expect(shown()).toBe('');
    tells(awareness, 1, 'Bo', { id: 'f-1', writes: true });
    tells(awareness, 2, 'Bo', { id: 'f-1', writes: false });
    tells(awareness, 3, 'Åse', { id: 'f-1', writes: false });
    tells(awareness, 4, 'Ida', { id: 'general', writes: true });
    tells(awareness, 5, 'Per', 'f-1');
    const others = 'Ida er et andet sted i svaret. Per er et andet sted i svaret.';
    expect(shown()).toBe(`Bo skriver her. Åse har delen åben. ${others}`);
    tells(awareness, 1, 'Bo', null);
    expect(shown()).toBe(`Bo har delen åben. Åse har delen åben. ${others}`);
  });

  it('tells the others when the reader is here, writes in a field, and has gone', () => {
    const awareness = show();
    expect(told(awareness)).toEqual({ id: 'f-1', writes: false });
    fireEvent.focusIn(screen.getByRole('textbox'));
    expect(told(awareness)).toEqual({ id: 'f-1', writes: true });
    fireEvent.focusIn(screen.getByRole('button'));
    expect(told(awareness)).toEqual({ id: 'f-1', writes: false });
  });
});
