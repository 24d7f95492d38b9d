import { screen } from '@testing-library/react';
import { BoardPage } from './board';
import { showAt } from './test-round-page';

const LAPSED = 'Teksten er åbnet for at blive skrevet om. Det, der var besluttet, gælder ikke længere.';
const board = {
  ...{ __typename: 'Board', agreement: 'a', approvedCount: 0, partyCount: 18, isConcluded: false, sentence: LAPSED },
  ...{ missing: [], missingNames: [], steps: [], shared: [], rows: [], blocks: [], vacancies: [], overrides: [] },
  ...{ state: 'running', mayOverride: false, forecastSentence: null, forecast: [], meetings: [], csvUrl: '/tavle.csv' },
  version: { __typename: 'Version', hash: 'f'.repeat(64), number: 2 },
};
const agreement = {
  ...{ __typename: 'Agreement', id: 'a', title: 'Rammeaftale', standing: 'drafting', deadline: '2099-12-01', board },
  ...{ periodFrom: '2100-01-01', periodTo: '2101-12-31', concludedOn: null },
  reopening: { __typename: 'Reopening', at: '2026-11-23T09:15:00.000Z', by: 'Maja Holm', reason: 'Bilag 3 manglede' },
  may: { __typename: 'AgreementMay', reopenWriting: false },
};

describe('AG-7 the board of a text that was opened again', () => {
  it('says by whom and why, where it says that nothing decided counts any more', async () => {
    showAt({
      ...{ path: '/aftaler/:id/godkendelse', at: '/aftaler/a/godkendelse', page: <BoardPage /> },
      answers: () => ({ agreement }),
    });
    const told = (await screen.findByText(LAPSED)).closest('.e-alert');
    expect(told?.textContent).toMatch(/Maja Holm åbnede teksten .* Begrundelsen er: Bilag 3 manglede/);
  });
});
