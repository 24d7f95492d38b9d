import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { PartsApartPage } from './parts-apart';
import { fillDay, showSignedIn } from './test-signed-in';

const made = { __typename: 'Agreement', id: 'strategi' };
let refused: object | null;

function show() {
  return showSignedIn({
    ...{ path: '/aftaler/ny/dele', at: '/aftaler/ny/dele', page: <PartsApartPage /> },
    answers: (name) =>
      name === 'Regions'
        ? { regions: [], agreements: [{ __typename: 'AgreementSummary', id: 'gammel', title: 'Den gamle' }] }
        : {
            createPartsApart: {
              ...{ __typename: 'PartsApartPayload', refused, agreements: refused ? [] : [made] },
            },
          },
  });
}

const create = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Opret' })));

beforeEach(() => {
  refused = null;
});

describe('AG-39 the two parts apart', () => {
  it('says what is missing, by field', async () => {
    const { sent } = show();
    await screen.findByRole('heading', { level: 1, name: 'Kør de to dele hver for sig' });
    await create();
    const leads = ['#title', '#from', '#to', '#deadline', '#steeringDeadline'];
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href') ?? '');
    expect(links.filter((href) => href.startsWith('#'))).toEqual(leads);
    expect(screen.getByRole('link', { name: 'Skriv, hvad aftalen hedder.' })).toBeDefined();
    expect(sent).toEqual([]);
  });

  it('are begun with a deadline each, and the first of them is where one comes to', async () => {
    const { sent, router } = show();
    fireEvent.change(await screen.findByLabelText(/^Aftalens navn/), { target: { value: 'Rammeaftale 2031' } });
    fillDay(/^Gælder fra/, '2031-01-01');
    fillDay(/^Gælder til/, '2032-12-31');
    fillDay('Frist for udviklingsstrategien', '2030-06-30');
    fillDay('Frist for styringsaftalen', '2030-10-15');
    await create();
    await waitFor(() => expect(router.state.location.pathname).toBe('/aftaler/strategi'));
    expect(sent).toEqual([
      {
        name: 'CreatePartsApart',
        input: {
          ...{ region: '1085', title: 'Rammeaftale 2031', periodFrom: '2031-01-01', periodTo: '2032-12-31' },
          ...{ strategyDeadline: '2030-06-30', steeringDeadline: '2030-10-15', copyFrom: null },
        },
      },
    ]);
  });

  it('keep what was typed where a rule refuses it, and say why', async () => {
    const message = 'Fristen er gået.';
    refused = { __typename: 'Refusal', code: 'AG-27-DEADLINE-IN-THE-PAST', message, details: [] };
    const { router } = show();
    fireEvent.change(await screen.findByLabelText(/^Aftalens navn/), { target: { value: 'Rammeaftale 2031' } });
    for (const label of [/^Gælder fra/, /^Gælder til/, 'Frist for udviklingsstrategien', 'Frist for styringsaftalen'])
      fillDay(label, '2001-01-01');
    await create();
    expect(await screen.findByText(message)).toBeDefined();
    expect(router.state.location.pathname).toBe('/aftaler/ny/dele');
    expect(screen.getByDisplayValue('Rammeaftale 2031')).toBeDefined();
  });
});
