import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { SupplementPage } from './supplement';
import { besideWith } from './test-beside';
import { fillDay, showSignedIn } from './test-signed-in';

let over: object;
let refused: object | null;

const show = () =>
  showSignedIn({
    ...{ path: '/aftaler/:id/ny-allonge', at: '/aftaler/a/ny-allonge', page: <SupplementPage /> },
    answers: (name) =>
      name === 'AgreementBeside'
        ? { agreement: besideWith(over) }
        : {
            createSupplement: {
              ...{ __typename: 'AgreementPayload', refused },
              agreement: refused ? null : { __typename: 'Agreement', id: 'allonge' },
            },
          },
  });

const create = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Opret' })));

beforeEach(() => {
  [over, refused] = [{}, null];
});

describe('AG-34 a new addendum', () => {
  it('changes the sections that are chosen, from a day on', async () => {
    const { sent, router } = show();
    fireEvent.change(await screen.findByLabelText(/^Navn/), { target: { value: 'Allonge om transport' } });
    expect(screen.getByText(/Rammeaftale · gælder til 31\.\s?december 2028/u)).toBeDefined();
    fillDay(/^Gælder fra/, '2027-07-01');
    fillDay(/^Gælder til/, '2028-12-31');
    fillDay(/^Frist for at beslutte/, '2027-05-01');
    fireEvent.change(screen.getByLabelText('1 Autisme'), { target: { value: 'replaces' } });
    fireEvent.change(screen.getByLabelText('Indledning'), { target: { value: 'removes' } });
    await create();
    await waitFor(() => expect(router.state.location.pathname).toBe('/aftaler/allonge'));
    expect(sent[0]?.input).toEqual({
      ...{ agreement: 'a', act: 'addendum', title: 'Allonge om transport', deadline: '2027-05-01' },
      ...{ periodFrom: '2027-07-01', periodTo: '2028-12-31' },
      amends: [
        { section: 's1', kind: 'replaces' },
        { section: 's3', kind: 'removes' },
      ],
    });
  });

  it('says what is missing, tied to its field', async () => {
    const { sent } = show();
    await screen.findByLabelText(/^Navn/);
    await create();
    for (const [message, field] of [
      ['Skriv et navn.', '#title'],
      ['Skriv, hvornår alle skal have besluttet.', '#deadline'],
    ] as const)
      expect(screen.getByRole('link', { name: message }).getAttribute('href')).toBe(field);
    expect(sent).toEqual([]);
  });

  it('AG-23 says at the field that the deadline lies after its last day', async () => {
    const { sent } = show();
    fireEvent.change(await screen.findByLabelText(/^Navn/), { target: { value: 'Allonge' } });
    for (const label of [/^Gælder fra/, /^Gælder til/]) fillDay(label, '2027-05-01');
    fillDay(/^Frist/, '2027-05-02');
    await create();
    expect(screen.getByRole('link', { name: /^Fristen ligger efter/ }).getAttribute('href')).toBe('#deadline');
    expect(sent).toEqual([]);
  });

  it('AG-34 says at the field what a rule refuses', async () => {
    const message = 'Allongen skal ligge inden for aftalens dage.';
    refused = { __typename: 'Refusal', code: 'AG-34-OUTSIDE-ITS-PERIOD', message, details: [] };
    show();
    fireEvent.change(await screen.findByLabelText(/^Navn/), { target: { value: 'Allonge' } });
    for (const label of [/^Gælder fra/, /^Gælder til/, /^Frist/]) fillDay(label, '2027-05-01');
    await create();
    expect((await screen.findByRole('link', { name: message })).getAttribute('href')).toBe('#from');
  });

  it('is for those alone who may begin one', async () => {
    over = { maySupplement: false };
    show();
    expect(await screen.findByRole('heading', { level: 1 })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Opret' })).toBeNull();
  });
});

describe('AG-35 an extension', () => {
  it('asks for no sections and no first day: it is the same text for longer', async () => {
    const { sent } = show();
    fireEvent.click(await screen.findByLabelText(/^Aftalen skal gælde længere/));
    expect(screen.queryByRole('group', { name: /^Gælder fra/ })).toBeNull();
    expect(screen.queryByLabelText('1 Autisme')).toBeNull();
    fireEvent.change(screen.getByLabelText(/^Navn/), { target: { value: 'Forlængelse' } });
    fillDay(/^Gælder til/, '2029-12-31');
    fillDay(/^Frist/, '2028-10-15');
    await create();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.input).toMatchObject({
      ...{ act: 'extension', periodFrom: '2027-01-01', periodTo: '2029-12-31', amends: [] },
    });
  });
});
