import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { agreement, easyAgreement, open, ownHearing, press } from './test-open-round';

beforeEach(() => sessionStorage.clear());

const refusal = (code: string, message: string) => {
  return { refused: { __typename: 'Refusal', code, message, details: [] }, round: null };
};

describe('the page where a round is opened', () => {
  it('says first what will happen, and that an easy-read version is missing', async () => {
    open();
    const said = await screen.findByRole('region', { name: 'Det sker, når høringen åbnes' });
    expect(within(said).getByText(/bliver en version, der aldrig ændres/)).toBeDefined();
    expect(within(said).getByText('2 bliver hørt og får besked med det samme.')).toBeDefined();
    expect(within(said).getByText(/^1 fokusområde mangler en letlæst udgave/)).toBeDefined();
    // By name, each where it is written.
    const lacking = within(said).getAllByRole('link');
    expect(lacking.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['1 Autisme', '/aftaler/a/afsnit/s1'],
    ]);
    const form = screen.getByRole('button', { name: 'Åbn høringen' });
    expect(said.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('sends the chosen focus areas and councils, and goes to the round', async () => {
    const { opened } = open();
    fireEvent.click(await screen.findByRole('radio', { name: 'Udvalgte fokusområder' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Botilbud/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Rådet i Greve' }));
    press();
    await screen.findByRole('heading', { name: 'Høringen er åben' }, { timeout: 20_000 });
    expect(opened()[0]?.input).toMatchObject({
      ...{ agreement: 'a', owner: null, version: null, document: null, sections: ['s2'] },
      invited: ['disability-council:0316'],
    });
  });

  it('ties what is missing to its field, and sends nothing', async () => {
    const { opened } = open();
    fireEvent.click(await screen.findByRole('radio', { name: /^Noget eget/ }));
    press();
    const link = await screen.findByRole('link', { name: 'Skriv en letlæst udgave.' });
    expect(link.getAttribute('href')).toBe('#easyRead');
    expect(screen.getByRole('textbox', { name: /^Letlæst udgave/ }).getAttribute('aria-invalid')).toBe('true');
    expect(opened()).toEqual([]);
  });

  it.each([
    ['Hele teksten', 'howMuch', 'Hvor meget af den?'],
    ['Udvalgte fokusområder', 'areas', 'Fokusområder'],
  ])('HE-24 says at the field, and before asking, that it cannot be read by all: %s', async (how, field, group) => {
    const { opened } = open();
    fireEvent.click(await screen.findByRole('radio', { name: how }));
    const area = screen.queryByRole('checkbox', { name: /Autisme/ });
    if (area) fireEvent.click(area);
    press();
    const link = await screen.findByRole('link', { name: /^1 fokusområde mangler en letlæst udgave/ });
    expect(link.getAttribute('href')).toBe(`#${field}`);
    expect(screen.getByRole('group', { name: 'Der er noget, der skal rettes' })).toBe(document.activeElement);
    fireEvent.click(link);
    expect(screen.getByRole('group', { name: group }).contains(document.activeElement)).toBe(true);
    expect(opened()).toEqual([]);
  });

  it('HE-24 says it at the field also where only the server knew', async () => {
    const message = 'Høringen kan ikke åbnes, for dette fokusområde mangler en letlæst udgave: Botilbud.';
    open({ agreement: easyAgreement, answer: refusal('HE-24-WITHOUT-EASY-READ', message) });
    await screen.findByRole('radio', { name: 'Hele teksten' });
    press();
    expect((await screen.findByRole('link', { name: message })).getAttribute('href')).toBe('#howMuch');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Rådet i Greve' }).checked).toBe(true);
  });

  it('takes whoever pressed at the foot to a refusal that no field can mend, and keeps what was filled in', async () => {
    const message = 'Der er allerede en høring i gang.';
    open({ agreement: easyAgreement, answer: refusal('HE-20-ALREADY', message) });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Rådet i Holbæk' }));
    press();
    const told = await screen.findByRole('group', { name: message });
    await waitFor(() => expect(document.activeElement).toBe(told));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Rådet i Greve' }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Rådet i Holbæk' }).checked).toBe(false);
  });

  it('says each thing once: what has a way to its place is not said again among what may be frozen all the same', async () => {
    const note = (code: string, message: string) => {
      return { __typename: 'FreezeNote', code, message, section: 's1', item: null };
    };
    const warnings = [
      note('AG-15-WITHOUT-EASY-READ', 'Teksten kan fryses uden letlæst udgave.'),
      note('AG-11-GOAL-WITHOUT-CRITERION', 'Målet mangler et kriterium.'),
      note('AG-14-WITHOUT-COORDINATOR', 'Der er ingen tovholder.'),
    ];
    open({ warnings });
    expect(await screen.findByText('Der er ingen tovholder.')).toBeDefined();
    expect(screen.getByText(/^Én ting mangler|^1 ting mangler/)).toBeDefined();
    expect(screen.queryByText('Teksten kan fryses uden letlæst udgave.')).toBeNull();
    expect(screen.queryByText('Målet mangler et kriterium.')).toBeNull();
  });

  it('offers a municipality its own council and no freeze', async () => {
    open({ agreement: { ...agreement, mayHear: [ownHearing] } });
    expect(await screen.findByText(/^Høringen er jeres egen/)).toBeDefined();
    expect(screen.queryByRole('radio', { name: /som den står nu/ })).toBeNull();
    expect(screen.getByRole('textbox', { name: /^Titel/ })).toBeDefined();
  });

  it('AC-25 tells a municipality that the shortest time is the region’s', async () => {
    open({ agreement: { ...agreement, mayHear: [ownHearing] } });
    expect(
      await screen.findByText(/alle høringer i regionen, også jeres egne, skal vare mindst 28 dage/),
    ).toBeDefined();
  });

  it('says so where nobody may hear', async () => {
    open({ agreement: { ...agreement, mayHear: [] } });
    await act(() => Promise.resolve());
    expect(await screen.findByText('Du kan ikke åbne en høring om denne aftale nu.')).toBeDefined();
  });
});
