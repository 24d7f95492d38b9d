import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { AgreementBeside } from './agreement-beside';
import { besideWith } from './test-beside';
import { fillDay, showSignedIn } from './test-signed-in';

let over: object;
let refused: object | null;

function show() {
  const refetch = jest.fn();
  const shown = showSignedIn({
    ...{ path: '/', at: '/', page: <AgreementBeside id="a" refetch={refetch} /> },
    answers: (name) => {
      const payload = { __typename: 'AgreementPayload', refused, agreement: null };
      if (name === 'NoteSentToAuthority') return { noteSentToAuthority: payload };
      return name === 'AmendSection' ? { amendSection: payload } : { agreement: besideWith(over) };
    },
  });
  return { ...shown, refetch };
}

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const summary = (id: string, act: string, standing: string) => ({
  ...{ __typename: 'AgreementSummary', id, title: `Nr. ${id}`, act, standing, deadline: '2027-05-01' },
  ...{ periodFrom: '2027-01-01', periodTo: '2028-12-31' },
});

beforeEach(() => {
  [over, refused] = [{}, null];
});

describe('AG-37 beside a concluded agreement', () => {
  it('stands where anybody reads it, its page for politicians too, and that it was not sent', async () => {
    show();
    const found = await screen.findByRole('region', { name: 'Offentliggjort' });
    expect(
      within(found)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['/aftale/a', '/aftale/a/kort']);
    expect(within(found).getByText('Det er ikke noteret, at aftalen er sendt til myndigheden.')).toBeDefined();
  });

  it('AG-37 is noted when and to whom it was sent; what is missing is said by field', async () => {
    const { sent, refetch } = show();
    await screen.findByRole('region', { name: 'Offentliggjort' });
    fireEvent.click(screen.getByText('Registrér, at aftalen er sendt', { selector: 'summary, summary *' }));
    await press('Registrér, at aftalen er sendt');
    expect(screen.getByRole('link', { name: 'Skriv, hvem den er sendt til.' })).toBeDefined();
    expect(sent).toEqual([]);
    fillDay('Sendt den', '2026-10-20');
    fireEvent.change(screen.getByLabelText('Modtager'), { target: { value: 'Socialstyrelsen' } });
    await press('Registrér, at aftalen er sendt');
    await waitFor(() => expect(refetch).toHaveBeenCalled());
    expect(sent).toEqual([
      {
        name: 'NoteSentToAuthority',
        input: { agreement: 'a', sentOn: '2026-10-20', recipient: 'Socialstyrelsen', journalNumber: '' },
      },
    ]);
  });

  it.each(['Modtager', 'Journalnummer'])(
    'AG-37-HOLDS-NUMBER is said at the field it stands in, %s, and nothing is sent',
    async (label) => {
      const { sent } = show();
      await screen.findByRole('region', { name: 'Offentliggjort' });
      fireEvent.click(screen.getByText('Registrér, at aftalen er sendt', { selector: 'summary, summary *' }));
      fillDay('Sendt den', '2026-10-20');
      fireEvent.change(screen.getByLabelText('Modtager'), { target: { value: 'Socialstyrelsen' } });
      const field = screen.getByLabelText(new RegExp(`^${label}`, 'u'));
      fireEvent.change(field, { target: { value: '010190-1234' } });
      await press('Registrér, at aftalen er sendt');
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(screen.getByRole('link', { name: /^Her ser ud til at stå et CPR-nummer/u })).toBeDefined();
      expect(sent).toEqual([]);
    },
  );

  it('AG-36 leads to what it replaces and to what has replaced it', async () => {
    const named = (id: string, title: string) => ({ __typename: 'AgreementSummary', id, title });
    over = { succeeds: [named('før', 'Den gamle')], succeededBy: [named('efter', 'Den nye')] };
    show();
    expect((await screen.findByRole('link', { name: 'Afløser Den gamle' })).getAttribute('href')).toBe('/aftaler/før');
    expect(screen.getByRole('link', { name: 'Afløst af Den nye' }).getAttribute('href')).toBe('/aftaler/efter');
  });

  it('nothing of that while it is not concluded', async () => {
    over = { publishedPath: null, maySupplement: false, mayNoteSent: false };
    show();
    await act(async () => undefined);
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('AG-38 what hangs on an agreement', () => {
  it('is listed with how it stands, and the text that holds is one link away once one is in force', async () => {
    over = { supplements: [summary('1', 'addendum', 'inForce'), summary('2', 'extension', 'deciding')] };
    show();
    const found = await screen.findByRole('region', { name: 'Allonger og forlængelser' });
    const rows = within(found)
      .getAllByRole('listitem')
      .map(({ textContent }) => (textContent ?? '').replace(/\s/gu, ' '));
    expect(rows).toEqual([
      'Nr. 1 · allonge · i kraft · Frist for at beslutte: 1. maj 2027',
      'Nr. 2 · forlængelse · til beslutning · Frist for at beslutte: 1. maj 2027',
    ]);
    const link = screen.getByRole('link', { name: 'Læs teksten, som den gælder nu' });
    expect(link.getAttribute('href')).toBe('/aftale/a/samlet');
  });

  it('an addendum says what it changes, and another section can be changed while it is written', async () => {
    const amendment = { __typename: 'Amendment', section: 'x1', amends: 's1', kind: 'replaces' };
    over = {
      ...{ act: 'addendum', publishedPath: null, maySupplement: false, mayNoteSent: false, amendments: [amendment] },
      ...{ parent: { __typename: 'AgreementSummary', id: 'p', title: 'Rammeaftalen' } },
      may: { __typename: 'AgreementMay', edit: true },
    };
    const { sent } = show();
    const changes = await screen.findByRole('region', { name: 'Ændringer i aftalen' });
    expect(within(changes).getByRole('link', { name: '1 Autisme: ændres' })).toBeDefined();
    expect(screen.getByRole('link', { name: 'Hænger på Rammeaftalen' }).getAttribute('href')).toBe('/aftaler/p');
    const choice = screen.getByLabelText('Afsnit');
    expect(
      within(choice)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['2 Hjerneskade', 'Indledning']);
    fireEvent.change(choice, { target: { value: 's3' } });
    fireEvent.change(screen.getByLabelText('Hvad sker der med det?'), { target: { value: 'removes' } });
    await press('Tilføj ændringen');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({ name: 'AmendSection', input: { agreement: 'a', section: 's3', kind: 'removes' } });
  });

  it('an extension says that nothing is written in it', async () => {
    over = { act: 'extension', publishedPath: null, maySupplement: false, mayNoteSent: false };
    show();
    expect(await screen.findByText(/En forlængelse har samme tekst/)).toBeDefined();
  });
});
