import { UiProvider } from '@enig/ui';
import { act, render, screen } from '@testing-library/react';
import { AskedFirst } from './asked-first';

const run = jest.fn<Promise<boolean>, []>();
const done = jest.fn();

function show(): void {
  render(
    <UiProvider locale="da">
      <AskedFirst
        act="Fjern"
        of="Takster"
        title="Fjern bilaget Takster"
        verb="Fjern bilaget"
        consequences={['Bilaget følger ikke med.']}
        undoable={false}
        busy={false}
        refused={undefined}
        run={run}
        done={done}
      />
    </UiProvider>,
  );
}

const press = (name: string) =>
  act(async () => {
    screen.getByRole('button', { name }).click();
    await Promise.resolve();
  });

describe('an act that takes something away', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    run.mockResolvedValue(true);
  });

  it('says what it means first, and is not done by those who change their mind', async () => {
    show();
    await press('Fjern Takster');
    expect(screen.getByRole('dialog', { name: 'Fjern bilaget Takster' }).textContent).toContain('følger ikke med');
    await press('Fortryd');
    expect(run).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('has put the question away when it is done', async () => {
    show();
    const wasAsked: boolean[] = [];
    done.mockImplementation(() => wasAsked.push(screen.queryByRole('dialog') !== null));
    await press('Fjern Takster');
    await press('Fjern bilaget');
    expect(wasAsked).toEqual([false]);
  });

  it('goes on asking where it was not done', async () => {
    run.mockResolvedValue(false);
    show();
    await press('Fjern Takster');
    await press('Fjern bilaget');
    expect(done).not.toHaveBeenCalled();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});
