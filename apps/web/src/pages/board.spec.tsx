import { screen } from '@testing-library/react';
import { BoardPage } from './board';
import { showAt } from './test-round-page';

const MISSING = ['Faxe', 'Greve', 'Holbæk', 'Køge', 'Lejre', 'Lolland', 'Næstved', 'Odsherred', 'Region Sjælland'];

/** The board while nine are missing, with a sentence about them. */
function answered(sentence: string) {
  const board = {
    ...{ __typename: 'Board', agreement: 'a', approvedCount: 2, partyCount: 11, isConcluded: false, sentence },
    ...{ state: 'running', blocks: [], vacancies: [], overrides: [], mayOverride: false, rows: [], shared: [] },
    ...{ missing: [], missingNames: MISSING, steps: [], meetings: [], csvUrl: '/board/a.csv' },
    ...{ forecastSentence: '', forecast: [] },
    version: { __typename: 'Version', hash: 'f'.repeat(64), number: 4 },
  };
  const days = { deadline: '2099-10-15', periodFrom: '2099-11-01', periodTo: '2099-12-31', concludedOn: null };
  const may = { __typename: 'AgreementMay', reopenWriting: false };
  const agreement = { __typename: 'Agreement', id: 'a', title: 'Rammeaftale', standing: 'deciding', reopening: null };
  return { agreement: { ...agreement, ...days, may, board } };
}

async function show(sentence: string): Promise<void> {
  showAt({
    ...{ path: '/aftaler/:id/godkendelse', at: '/aftaler/a/godkendelse', page: <BoardPage /> },
    answers: () => answered(sentence),
  });
  await screen.findByText(sentence);
}

describe('who is missing on the board', () => {
  it('is said by short names, as a colleague would, where the sentence only counts them', async () => {
    await show('2 af 11 har godkendt · ikke indgået. 9 mangler.');
    expect(screen.getByText(/^Mangler:/).textContent).toBe(
      'Mangler: Faxe, Greve, Holbæk, Køge, Lejre, Lolland, Næstved, Odsherred og Region Sjælland.',
    );
  });

  it('is not said once more where the sentence names them', async () => {
    await show(`Ikke indgået. Det er ${MISSING.join(', ')}, der mangler.`);
    expect(screen.queryByText(/^Mangler:/)).toBeNull();
  });
});
