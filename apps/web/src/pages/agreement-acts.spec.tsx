import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import type { Agreement } from './agreement';
import { AbandonDialog, FreezeForDecisionDialog, ReopenDialog } from './agreement-acts';
import { showAt } from './test-round-page';

const agreement = { id: 'a', parties: [{ id: 'p' }], board: { approvedCount: 2 } } as unknown as Agreement;
const done = { __typename: 'AgreementPayload', refused: null, agreement: null };
let sameAs: number | null;
const answers = (name: string) =>
  name === 'FreezeCheck'
    ? { agreement: { __typename: 'Agreement', id: 'a', freezeCheck: { sameAs, refusals: [], warnings: [] } } }
    : { reopenWriting: done, abandonAgreement: done, freezeForDecision: done };

/** The acts stand at the foot of a long page. */
function Foot() {
  const [open, setOpen] = useState<'reopen' | 'abandon' | null>(null);
  const given = (which: 'reopen' | 'abandon') => ({
    ...{ agreement, refetch: () => undefined, open: open === which },
    setOpen: (is: boolean) => setOpen(is ? which : null),
  });
  return (
    <main id="indhold" tabIndex={-1}>
      <ReopenDialog {...given('reopen')} />
      <AbandonDialog {...given('abandon')} />
    </main>
  );
}

const press = (within_: ReturnType<typeof within>, name: string) =>
  act(async () => {
    fireEvent.click(within_.getByRole('button', { name }));
    await Promise.resolve();
  });
const said = () => screen.getByTestId('announcer').textContent;

beforeEach(() => {
  sameAs = null;
});

describe('AG-44 the same text put to the parties again', () => {
  const open = async () => {
    const page = <FreezeForDecisionDialog agreement={agreement} refetch={() => undefined} />;
    showAt({ path: '*', at: '/', page, answers });
    await press(screen, 'Frys og send til beslutning');
    const dialog = within(await screen.findByRole('dialog'));
    await waitFor(() => expect(dialog.queryByText(/^Henter/)).toBeNull());
    return dialog;
  };

  it('is warned of before it is frozen, and can be all the same', async () => {
    sameAs = 2;
    const dialog = await open();
    expect(dialog.getByText(/^Teksten er den samme som version 2, som parterne allerede har haft/)).toBeTruthy();
    await press(dialog, 'Frys og send til beslutning');
    await waitFor(() => expect(said()).toBe('Teksten er frosset og sendt til beslutning.'));
  });

  it('is not spoken of where something has changed', async () => {
    expect((await open()).queryByText(/^Teksten er den samme/)).toBeNull();
  });
});

describe('an act at the foot of an agreement', () => {
  it.each([
    ['Åbn for skrivning igen', 'Åbn teksten for skrivning igen', 'Teksten er åbnet for skrivning igen.'],
    ['Opgiv aftalen', 'Opgiv arbejdet med aftalen', 'Arbejdet med aftalen er opgivet.'],
  ])('is said when it is done, and leads to the top, where that is told: %s', async (verb, title, words) => {
    const scrolled = jest.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
    showAt({ path: '/', at: '/', page: <Foot />, answers });
    await press(screen, verb);
    const dialog = within(await screen.findByRole('dialog', { name: title }));
    fireEvent.change(dialog.getByLabelText('Begrundelse'), { target: { value: 'Taksterne er ændret.' } });
    await press(dialog, verb);
    await waitFor(() => expect(said()).toBe(words));
    expect(scrolled).toHaveBeenCalledWith(0, 0);
    expect(document.activeElement).toBe(screen.getByRole('main'));
    expect(screen.queryByRole('dialog')).toBeNull();
    scrolled.mockRestore();
  });

  it('is said on the board where it has the text decided on', async () => {
    const page = <FreezeForDecisionDialog agreement={agreement} refetch={() => undefined} />;
    const { router } = showAt({ path: '*', at: '/', page, answers });
    await press(screen, 'Frys og send til beslutning');
    const dialog = within(await screen.findByRole('dialog'));
    await waitFor(() => expect(dialog.queryByText(/^Henter/)).toBeNull());
    await press(dialog, 'Frys og send til beslutning');
    await waitFor(() => expect(said()).toBe('Teksten er frosset og sendt til beslutning.'));
    expect(router.state.location.pathname).toBe('/aftaler/a/godkendelse');
  });
});
