import { screen, within } from '@testing-library/react';
import { SetupPage } from './setup';
import { showAt } from './test-round-page';

const parties = [
  { __typename: 'Party', id: 'municipality:0253', name: 'Greve Kommune', kind: 'municipality' },
  { __typename: 'Party', id: 'municipality:0316', name: 'Holbæk Kommune', kind: 'municipality' },
];

function agreementOf(act: string, bound = parties): object {
  const mayDo = { freezeForHearing: false, endHearing: false, freezeForDecision: false, reopenWriting: false };
  return {
    ...{ __typename: 'Agreement', id: 'a', act, title: 'Allonge om transport', label: null, state: 'drafting' },
    ...{ standing: 'drafting', periodFrom: '2027-01-01', periodTo: '2028-12-31', deadline: '2099-10-15' },
    ...{
      writingUntil: null,
      isWritingOpen: true,
      concludedOn: null,
      parties: bound,
      parts: [],
      annexes: [],
      versions: [],
    },
    ...{ mayHear: [], board: null, copiedFrom: null, rounds: [] },
    region: { __typename: 'Region', id: '1085', name: 'Sjælland' },
    may: { ...mayDo, __typename: 'AgreementMay', edit: true, treat: false, abandon: false, readDraft: true },
  };
}

async function show(act: string, bound = parties): Promise<HTMLElement> {
  showAt({
    ...{ path: '/aftaler/:id/opsaetning', at: '/aftaler/a/opsaetning', page: <SetupPage /> },
    answers: (name) =>
      name === 'Regions'
        ? { regions: [{ __typename: 'Region', id: '1085', name: 'Sjælland', parties }], agreements: [] }
        : { agreement: agreementOf(act, bound) },
  });
  return screen.findByRole('region', { name: `Parter (${bound.length})` });
}

describe('the parties where an agreement is set up', () => {
  it('are chosen for an agreement', async () => {
    const found = await show('agreement');
    expect(within(found).getByText('Ret, hvem der er parter')).toBeDefined();
    expect(screen.getByRole('heading', { name: /Bilag/ })).toBeDefined();
    expect(screen.queryByText(/kun én part/)).toBeNull();
  });

  it('AG-42 says that one alone is too few', async () => {
    const found = await show('agreement', parties.slice(0, 1));
    expect(within(found).getByText(/^Aftalen har kun én part/)).toBeDefined();
  });

  it('AG-42 says so of what hangs on an agreement of one, where nobody else can be chosen', async () => {
    const found = await show('addendum', parties.slice(0, 1));
    expect(within(found).getByText(/^Aftalen, den hænger på, har kun én part/)).toBeDefined();
    expect(screen.queryByText(/Vælg under Opsætning/)).toBeNull();
  });

  it.each(['addendum', 'extension'])(
    'AG-34 are the agreement’s own for an %s: named, and not to be chosen',
    async (act) => {
      const found = await show(act);
      expect(within(found).getByText(/^Det er aftalens egne parter/)).toBeDefined();
      expect(
        within(found)
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent),
      ).toEqual(['Greve Kommune', 'Holbæk Kommune']);
      expect(within(found).queryByText('Ret, hvem der er parter')).toBeNull();
      expect(within(found).queryByRole('checkbox')).toBeNull();
    },
  );

  it('AG-35 an extension has no annexes of its own, and says why', async () => {
    await show('extension');
    expect(screen.queryByRole('heading', { name: /Bilag/ })).toBeNull();
    expect(screen.getByText(/En forlængelse har samme tekst/)).toBeDefined();
  });
});
