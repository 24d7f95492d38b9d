import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { PartsApartPage } from './parts-apart';
import { fillDay, showSignedIn } from './test-signed-in';

const made = { __typename: 'Agreement', id: 'strategi' };
const ostdanmark = { __typename: 'Region', id: 'ostdanmark', name: 'Region Østdanmark', from: '2027-01-01' };
const sjaelland = {
  ...{ __typename: 'Region', id: '1085', name: 'Region Sjælland', from: '2007-01-01', until: '2026-12-31' },
  ...{ parties: [], successor: ostdanmark },
};
let refused: object | null;
let regions: readonly object[];

function show() {
  return showSignedIn({
    ...{ path: '/aftaler/ny/dele', at: '/aftaler/ny/dele', page: <PartsApartPage /> },
    ...(regions.length > 0 && { regions }),
    answers: (name) =>
      name === 'Regions'
        ? { regions, agreements: [{ __typename: 'AgreementSummary', id: 'gammel', title: 'Den gamle' }] }
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
  regions = [];
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

  it('AG-23 say at the field that the period ends before it begins, and send nothing', async () => {
    const { sent } = show();
    fireEvent.change(await screen.findByLabelText(/^Aftalens navn/), { target: { value: 'Rammeaftale 2031' } });
    fillDay(/^Gælder fra/, '2032-01-01');
    fillDay(/^Gælder til/, '2031-12-31');
    for (const label of ['Frist for udviklingsstrategien', 'Frist for styringsaftalen']) fillDay(label, '2030-06-30');
    await create();
    const [summary] = screen.getAllByRole('link').filter((link) => link.getAttribute('href') === '#to');
    expect(summary?.textContent).toBe('Aftalen kan ikke slutte, før den begynder.');
    expect(sent).toEqual([]);
  });

  it('AG-23 say at each field that its deadline lies after the last day', async () => {
    show();
    fireEvent.change(await screen.findByLabelText(/^Aftalens navn/), { target: { value: 'Rammeaftale 2031' } });
    fillDay(/^Gælder fra/, '2031-01-01');
    fillDay(/^Gælder til/, '2031-12-31');
    for (const label of ['Frist for udviklingsstrategien', 'Frist for styringsaftalen']) fillDay(label, '2032-06-30');
    await create();
    const late = screen.getAllByRole('link', { name: /^Fristen ligger efter/ });
    expect(late.map((link) => link.getAttribute('href'))).toEqual(['#deadline', '#steeringDeadline']);
  });

  it('AG-43 say at the field that the region is not there then, where the server knows it first', async () => {
    const message = 'Region Sjælland findes ikke på den dag.';
    refused = { __typename: 'Refusal', code: 'AG-43-REGION-GONE', message, details: [] };
    show();
    fireEvent.change(await screen.findByLabelText(/^Aftalens navn/), { target: { value: 'Rammeaftale 2031' } });
    for (const label of [/^Gælder fra/, /^Gælder til/, 'Frist for udviklingsstrategien', 'Frist for styringsaftalen'])
      fillDay(label, '2031-01-01');
    await create();
    expect(await screen.findByRole('link', { name: message })).toMatchObject({ hash: '#from' });
  });

  it('AG-43 are not begun on a day when another region has taken over, and can be begun for that one', async () => {
    regions = [sjaelland, { ...ostdanmark, parties: [], until: null, successor: null }];
    const { sent } = show();
    fireEvent.change(await screen.findByLabelText(/^Aftalens navn/), { target: { value: 'Rammeaftale 2027' } });
    fillDay(/^Gælder fra/, '2026-12-31');
    expect(screen.queryByText(/findes ikke efter/)).toBeNull();
    fillDay(/^Gælder fra/, '2027-01-01');
    expect(
      screen.getByText(/^Region Sjælland findes ikke efter .*; kommunerne hører derefter til Region Østdanmark\./),
    ).toBeDefined();
    fillDay(/^Gælder til/, '2028-12-31');
    for (const label of ['Frist for udviklingsstrategien', 'Frist for styringsaftalen']) fillDay(label, '2026-12-01');
    await create();
    expect(sent).toEqual([]);
    expect(screen.getByRole('link', { name: /^Region Sjælland findes ikke efter/ }).getAttribute('href')).toBe('#from');
    fireEvent.click(screen.getByRole('button', { name: 'Opret den for Region Østdanmark' }));
    expect(screen.queryByText(/findes ikke efter/)).toBeNull();
    const chosen = screen.getByRole('combobox', { name: 'Region' });
    expect([document.activeElement, chosen]).toEqual([chosen, expect.objectContaining({ value: 'ostdanmark' })]);
    expect(screen.getByText('Aftalen bliver nu oprettet for Region Østdanmark.')).toBeDefined();
    await create();
    expect(sent).toMatchObject([{ input: { region: 'ostdanmark', periodFrom: '2027-01-01' } }]);
  });

  it('AG-43 say it as soon as the day is written also where another field was what was sent in vain', async () => {
    regions = [sjaelland];
    show();
    await screen.findByLabelText(/^Aftalens navn/);
    fillDay(/^Gælder fra/, '2026-12-31');
    await create();
    fillDay(/^Gælder fra/, '2027-01-01');
    expect(screen.getByText(/^Region Sjælland findes ikke efter/)).toBeDefined();
  });

  it('AG-43 tell those who are not at home in the region that took over who can begin them, also once they were sent', async () => {
    regions = [sjaelland];
    show();
    await screen.findByLabelText(/^Aftalens navn/);
    fillDay(/^Gælder fra/, '2027-01-01');
    const ask =
      /^Du kan ikke selv oprette den for Region Østdanmark\. Det kan de, der sidder i sekretariatet i Region Ø/;
    expect(screen.getByText(ask)).toBeDefined();
    expect(screen.queryByRole('combobox', { name: 'Region' })).toBeNull();
    await create();
    expect(screen.getByText(ask)).toBeDefined();
  });

  it('AG-43 say who takes over where the period goes on after the region, and are begun all the same', async () => {
    regions = [sjaelland];
    const { sent } = show();
    fireEvent.change(await screen.findByLabelText(/^Aftalens navn/), { target: { value: 'Rammeaftale' } });
    fillDay(/^Gælder fra/, '2026-12-01');
    fillDay(/^Gælder til/, '2026-12-31');
    expect(screen.queryByText(/gælder længere end/)).toBeNull();
    fillDay(/^Gælder til/, '2028-12-31');
    expect(
      screen.getByText(/^Aftalen gælder længere end Region Sjælland, som findes til og med 31\.\sdecember\s2026\./u),
    ).toBeDefined();
    for (const label of ['Frist for udviklingsstrategien', 'Frist for styringsaftalen']) fillDay(label, '2026-12-01');
    await create();
    expect(sent).toHaveLength(1);
  });

  it('AG-43 take no day for an example on which the region is gone', async () => {
    regions = [{ ...sjaelland, until: '2020-12-31' }];
    show();
    const from = await screen.findByRole('group', { name: /^Gælder fra/ });
    expect(within(from).getByText('For eksempel 1 1 2020')).toBeDefined();
  });

  it('AG-43 are not begun for a region on a day before it is there', async () => {
    regions = [
      {
        ...{ __typename: 'Region', id: '1085', name: 'Region Østdanmark', parties: [] },
        ...{ from: '2027-01-01', until: null, successor: null },
      },
    ];
    show();
    await screen.findByLabelText(/^Aftalens navn/);
    fillDay(/^Gælder fra/, '2027-01-01');
    expect(screen.queryByText(/findes ikke/)).toBeNull();
    fillDay(/^Gælder fra/, '2026-12-31');
    expect(screen.getByText(/^Region Østdanmark findes ikke på den dag/)).toBeDefined();
  });
});
