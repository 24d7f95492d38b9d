import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { NewAgreementPage } from './new-agreement';
import { fillDay, showSignedIn } from './test-signed-in';

const chain = {
  ...{ __typename: 'ChainTemplate', key: 'k', version: 2, name: 'Sjælland 2021', refused: null },
  ...{ sentence: 'Forløbet har ingen trin.', steps: [] },
};
let refused: object | null;

function show() {
  return showSignedIn({
    ...{ path: '/aftaler/ny', at: '/aftaler/ny', page: <NewAgreementPage /> },
    answers: (name) => {
      if (name === 'Regions') {
        return { regions: [], agreements: [{ __typename: 'AgreementSummary', id: 'gammel', title: 'Den gamle' }] };
      }
      if (name === 'ChainTemplates') return { chainTemplates: [chain] };
      const agreement = refused ? null : { __typename: 'Agreement', id: 'ny' };
      return { createAgreement: { __typename: 'AgreementPayload', refused, agreement } };
    },
  });
}

const create = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Opret aftalen' })));

async function fill() {
  fireEvent.change(await screen.findByLabelText(/^Aftalens navn/), { target: { value: 'Rammeaftale 2031' } });
  fillDay(/^Gælder fra/, '2031-01-01');
  fillDay(/^Gælder til/, '2032-12-31');
  fillDay(/^Frist for alle/, '2030-10-15');
  fireEvent.change(screen.getByLabelText(/^Begynd med/), { target: { value: 'gammel' } });
}

beforeEach(() => {
  refused = null;
});

describe('AG-23 a new agreement', () => {
  it('says what is missing, by field; the day of writing may be left out', async () => {
    const { sent } = show();
    await screen.findByRole('heading', { level: 1, name: 'Ny aftale' });
    await create();
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href') ?? '');
    expect(links.filter((href) => href.startsWith('#'))).toEqual(['#title', '#from', '#to', '#deadline']);
    expect(sent).toEqual([]);
  });

  it('says at the field that the deadline lies after the last day, and sends nothing', async () => {
    const { sent } = show();
    await fill();
    fillDay(/^Frist for alle/, '2033-01-01');
    await create();
    const late = screen.getByRole('link', {
      name: /^Fristen ligger efter aftalens sidste dag, 31\.\sdecember\s2032\./u,
    });
    expect(late.getAttribute('href')).toBe('#deadline');
    expect(sent).toEqual([]);
  });

  it('is begun on the chain that is shown, and one comes to where it is set up', async () => {
    const { sent, router } = show();
    await fill();
    await screen.findByLabelText(/^Forløb/);
    await create();
    await waitFor(() => expect(router.state.location.pathname).toBe('/aftaler/ny/opsaetning'));
    expect(sent).toEqual([
      {
        name: 'CreateAgreement',
        input: {
          ...{ region: '1085', title: 'Rammeaftale 2031', periodFrom: '2031-01-01', periodTo: '2032-12-31' },
          ...{ deadline: '2030-10-15', writingUntil: null, copyFrom: 'gammel', chain: { key: 'k', version: 2 } },
        },
      },
    ]);
  });

  it('is refused at the field in which that is mended, and keeps what was typed', async () => {
    const message = 'Fristen er gået.';
    refused = { __typename: 'Refusal', code: 'AG-27-DEADLINE-IN-THE-PAST', message, details: [] };
    const { router } = show();
    await fill();
    await create();
    expect((await screen.findByRole('link', { name: message })).getAttribute('href')).toBe('#deadline');
    expect(router.state.location.pathname).toBe('/aftaler/ny');
    expect(screen.getByDisplayValue('Rammeaftale 2031')).toBeDefined();
  });
});
