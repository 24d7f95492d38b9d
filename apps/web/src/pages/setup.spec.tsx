import { act, fireEvent, screen, within } from '@testing-library/react';
import { SetupPage } from './setup';
import { showAt, type Asked } from './test-round-page';
import { fillDay } from './test-signed-in';

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

let asked: readonly Asked[];

async function show(kind: string, bound = parties): Promise<HTMLElement> {
  ({ asked } = showAt({
    ...{ path: '/aftaler/:id/opsaetning', at: '/aftaler/a/opsaetning', page: <SetupPage /> },
    answers: (name) =>
      name === 'Regions'
        ? { regions: [{ __typename: 'Region', id: '1085', name: 'Sjælland', parties }], agreements: [] }
        : name === 'EditAgreement'
          ? { editAgreement: { __typename: 'AgreementPayload', refused: null, agreement: agreementOf(kind, bound) } }
          : { agreement: agreementOf(kind, bound) },
  }));
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
    async (kind) => {
      const found = await show(kind);
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

describe('AG-23 the deadline where an agreement is set up', () => {
  const save = () =>
    act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Gem navn, periode og frister' })));
  const edits = () => asked.filter(({ name }) => name === 'EditAgreement');

  it('may stay after the last day while the name is changed', async () => {
    await show('agreement');
    fireEvent.change(screen.getByLabelText(/^Aftalens navn/), { target: { value: 'Et andet navn' } });
    await save();
    expect(edits()).toHaveLength(1);
  });

  it('is not moved to a day after it: that is said at the field, and nothing is sent', async () => {
    await show('agreement');
    fillDay(/^Frist for alle/, '2029-01-01');
    await save();
    const late = screen.getByRole('link', {
      name: /^Fristen ligger efter aftalens sidste dag, 31\.\sdecember\s2028\./u,
    });
    expect(late.getAttribute('href')).toBe('#deadline');
    expect(edits()).toEqual([]);
  });
});
