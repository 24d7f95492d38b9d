import { UiProvider } from '@enig/ui';
import { act, render, screen } from '@testing-library/react';
import type { Payload } from '../command';
import { AskedFirst } from './asked-first';

let refused: Payload['refused'];
const sent = jest.fn();
const done = jest.fn();
const notDone = jest.fn();

function show(): void {
  render(
    <UiProvider locale="da">
      <AskedFirst
        title="Fjern bilaget Takster"
        verb="Fjern bilaget"
        consequences={['Bilaget følger ikke med.']}
        undoable={false}
        act={async () => {
          sent();
          await Promise.resolve();
          return { result: {}, payload: { refused } };
        }}
        done={done}
        notDone={notDone}
      >
        Fjern
        <span className="e-hidden"> Takster</span>
      </AskedFirst>
    </UiProvider>,
  );
}

const press = (name: string) =>
  act(async () => {
    screen.getByRole('button', { name }).click();
    await Promise.resolve();
  });

describe('an act that is asked about first', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    refused = null;
  });

  it('says what it means first, and is not done by those who change their mind', async () => {
    show();
    await press('Fjern Takster');
    expect(screen.getByRole('dialog', { name: 'Fjern bilaget Takster' }).textContent).toContain('følger ikke med');
    await press('Fortryd');
    expect(sent).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('has put the question away when it is done', async () => {
    show();
    const wasAsked: boolean[] = [];
    done.mockImplementation(() => wasAsked.push(screen.queryByRole('dialog') !== null));
    await press('Fjern Takster');
    await press('Fjern bilaget');
    expect(wasAsked).toEqual([false]);
    expect(notDone).not.toHaveBeenCalled();
  });

  it('goes on asking where it was not done, and says why', async () => {
    refused = { code: 'X', message: 'Bilaget er fjernet af en anden.', details: [] };
    show();
    await press('Fjern Takster');
    await press('Fjern bilaget');
    expect(done).not.toHaveBeenCalled();
    expect(notDone).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('alert').textContent).toBe('Bilaget er fjernet af en anden.');
  });

  it('does not say again what was refused before, to who asks anew', async () => {
    refused = { code: 'X', message: 'Bilaget er fjernet af en anden.', details: [] };
    show();
    await press('Fjern Takster');
    await press('Fjern bilaget');
    await press('Fortryd');
    await press('Fjern Takster');
    expect(screen.getByRole('alert').textContent).toBe('');
  });
});
