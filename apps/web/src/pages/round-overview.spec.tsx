import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { RoundOverviewPage } from './round-overview';
import { may, roundWith, showAt } from './test-round-page';

const body = (id: string, name: string) => ({ __typename: 'Body', id, name });
const meeting = { __typename: 'BodyMeeting', id: 'm1', heldOn: '2099-03-01' };

function row(id: string, name: string, progress: string, meetings: readonly object[] = []): object {
  return {
    ...{ __typename: 'OverviewRow', progress, openedAt: null, hasBegun: false, isLate: false, moreTime: null },
    ...{ sentAt: progress === 'answered' ? '2027-03-05T08:00:00.000Z' : null, nextMeeting: null },
    body: body(id, name),
    meetings: { __typename: 'BodyMeetings', meets: 'meets', mayEnter: true, body: body(id, name), meetings },
  };
}

let meetings: readonly object[];
beforeEach(() => (meetings = [meeting]));

function overview(): object {
  return {
    ...{ __typename: 'RoundOverview', sentence: '1 af 2 har svaret.', reminderDays: [], reminders: [], counts: [] },
    csvUrl: '/tabel.csv',
    rows: [row('greve', 'Rådet i Greve', 'answered'), row('soroe', 'Rådet i Sorø', 'begun', meetings)],
  };
}

async function show(query = '', over: object = {}) {
  const shown = showAt({
    ...{ path: '/aftaler/:id/hoering/:roundId/overblik', at: `/aftaler/a/hoering/r/overblik${query}` },
    page: <RoundOverviewPage />,
    answers: (name) => {
      if (name !== 'RemoveMeeting') return { round: roundWith({ overview: overview(), ...over }) };
      meetings = [];
      return { removeMeeting: { __typename: 'MeetingPayload', refused: null, meetings: null } };
    },
  });
  await screen.findByRole('heading', { level: 1, name: /^Overblik/ });
  return shown;
}

const names = () =>
  within(screen.getByRole('table'))
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);

describe('HE-31 what is shown of the overview is in the address', () => {
  it('only those who have not answered: a reload and a link in a mail show the same, and the file follows', async () => {
    const { router } = await show();
    expect(names()).toEqual(['Rådet i Greve', 'Rådet i Sorø']);
    fireEvent.click(screen.getByRole('button', { name: 'Vis kun dem, der mangler' }));
    expect([names(), router.state.location.search]).toEqual([['Rådet i Sorø'], '?vis=mangler']);
  });

  it('is read from there', async () => {
    await show('?vis=mangler&moeder=soroe');
    expect(names()).toEqual(['Rådet i Sorø']);
    expect(screen.getByRole('link', { name: 'Hent tabellen som CSV' }).getAttribute('href')).toBe(
      '/tabel.csv?only=missing',
    );
    expect(screen.getByText('søndag den 1. marts 2099')).toBeDefined();
  });

  it('keeps the one when the other changes', async () => {
    const { router } = await show('?vis=mangler');
    fireEvent.change(screen.getByRole('combobox', { name: 'Hvis møder vil du se?' }), { target: { value: 'soroe' } });
    expect(router.state.location.search).toBe('?vis=mangler&moeder=soroe');
  });
});

describe('the overview of a round', () => {
  it('has the acts of whoever holds the hearing', async () => {
    await show('', { answeredCount: 1, may: may('oversee', 'extend', 'end') });
    expect(screen.getByRole('button', { name: 'Forlæng fristen' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Afslut indsamlingen' })).toBeDefined();
  });

  it('HE-12 names who is missing, instead of an end that would be refused', async () => {
    const invited = ['greve', 'soroe'].map((id) => body(id, id));
    await show('', { invited, answeredCount: 1, may: may('oversee', 'extend', 'end') });
    expect(screen.queryByRole('button', { name: 'Afslut indsamlingen' })).toBeNull();
    expect(screen.getByText(/Der mangler svar fra Rådet i Sorø\.$/)).toBeDefined();
  });

  it('is called after the document, where the round is about one', async () => {
    await show('', { document: { __typename: 'HeardDocument', title: 'Rapport om kørsel' } });
    expect(document.title).toContain(': Rapport om kørsel');
    expect(screen.getByRole('link', { name: /^Tilbage til/ }).textContent).toContain('Høring: Rapport om kørsel');
    expect(document.querySelector('.e-print-footer')?.textContent).toContain('Rapport om kørsel');
    expect(document.body.textContent).not.toContain('Rammeaftale');
  });

  it('and none for who may only look', async () => {
    await show('', { may: may('oversee') });
    expect(screen.queryByRole('button', { name: 'Forlæng fristen' })).toBeNull();
  });

  it('keeps the place when a meeting is removed', async () => {
    await show('?moeder=soroe');
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: /^Fjern mødet/ }));
      await Promise.resolve();
    });
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Møder i Rådet i Sorø' })),
    );
    expect(await screen.findByText('Der står ingen kommende møder for Rådet i Sorø.')).toBeDefined();
  });
});
