import { screen } from '@testing-library/react';
import { AgreementPage } from './agreement';
import { may, roundWith, showAt } from './test-round-page';

function agreementWith(rounds: readonly object[]): object {
  const mayDo = { edit: false, freezeForHearing: false, endHearing: false, freezeForDecision: false };
  return {
    ...{ __typename: 'Agreement', id: 'a', title: 'Rammeaftale', label: null, state: 'hearing', standing: 'hearing' },
    ...{ periodFrom: '2027-01-01', periodTo: '2028-12-31', deadline: '2027-10-15', writingUntil: null },
    ...{ isWritingOpen: false, concludedOn: null, parties: [], parts: [], annexes: [], versions: [], mayHear: [] },
    ...{ board: null, copiedFrom: null, reopening: null, rounds },
    region: { __typename: 'Region', id: '1085', name: 'Sjælland' },
    may: { ...mayDo, __typename: 'AgreementMay', reopenWriting: false, treat: true, abandon: false, readDraft: false },
  };
}

async function mainAct(...rounds: readonly object[]): Promise<readonly (string | null)[]> {
  showAt({
    ...{ path: '/aftaler/:id', at: '/aftaler/a', page: <AgreementPage /> },
    answers: () => ({ agreement: agreementWith(rounds) }),
  });
  await screen.findByRole('heading', { level: 1, name: 'Rammeaftale' });
  const [main] = document.querySelectorAll('.button-primary');
  return [main?.textContent ?? null, main?.getAttribute('href') ?? null];
}

const round = (id: string, answeredCount: number) => roundWith({ id, answeredCount, may: may('treat') });

describe('how far the sections of an agreement are', () => {
  const section = { __typename: 'Section', kind: 'chapter', number: null, strand: null, covers: null };
  const nobody = { changedAt: null, changedBy: null, writersNow: 0, coordinators: [], warnings: [] };

  async function columns(readiness: string | null): Promise<readonly (string | null)[]> {
    const sections = [{ ...section, ...nobody, id: 's', title: 'Takster', readiness }];
    const part = { __typename: 'Part', id: 'p', kind: 'steeringAgreement', missingContents: [], sections };
    showAt({
      ...{ path: '/aftaler/:id', at: '/aftaler/a', page: <AgreementPage /> },
      answers: () => ({ agreement: { ...agreementWith([]), parts: [part] } }),
    });
    await screen.findByRole('table', { name: 'Styringsaftale' });
    return screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
  }

  it('is said while they are written', async () => {
    expect(await columns('ready')).toContain('Tilstand');
  });

  it('is not said where nobody writes in them', async () => {
    expect(await columns(null)).toEqual(['Afsnit', 'Tovholder', 'Sidst rettet']);
  });
});

describe('AG-7 an agreement whose text was opened again', () => {
  it('says so, by whom, and why', async () => {
    const reopening = {
      __typename: 'Reopening',
      at: '2026-11-23T09:15:00.000Z',
      by: 'Maja Holm',
      reason: 'Bilag 3 manglede',
    };
    const counts = { approvedCount: 0, partyCount: 18, isConcluded: false };
    const board = { __typename: 'Board', ...counts, sentence: 'Teksten er åbnet for at blive skrevet om.' };
    showAt({
      ...{ path: '/aftaler/:id', at: '/aftaler/a', page: <AgreementPage /> },
      answers: () => ({ agreement: { ...agreementWith([]), standing: 'drafting', reopening, board } }),
    });
    expect(await screen.findByText('Teksten er åbnet for at blive skrevet om.')).toBeTruthy();
    expect(
      screen.getByText(/^Maja Holm åbnede teksten .*23\. november 2026.* Begrundelsen er: Bilag 3 manglede$/),
    ).toBeTruthy();
  });
});

describe('the main act of an agreement whose hearing is not closed', () => {
  it('leads to the points when answers have come, whichever round they came in', async () => {
    expect(await mainAct(round('r1', 0), round('r2', 1))).toEqual(['Behandl høringssvar', '/aftaler/a/behandling/r2']);
  });

  it('leads to the round where none have come: there are no points', async () => {
    expect(await mainAct(round('r1', 0))).toEqual(['Se høringen', '/aftaler/a/hoering/r1']);
  });
});
