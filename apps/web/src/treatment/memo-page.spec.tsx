import { screen } from '@testing-library/react';
import { may, showAt } from '../pages/test-round-page';
import { MemoPage } from './memo-page';

async function back(document: object | null): Promise<HTMLElement> {
  const agreement = { __typename: 'AgreementSummary', id: 'a', title: 'Rammeaftale' };
  const round = { __typename: 'HearingRound', id: 'r', number: 1, state: 'ended', document, agreement, may: may() };
  const model = { title: 'Høringsnotat', subtitle: '', foot: '', blocks: [] };
  showAt({
    ...{ path: '/aftaler/:id/hoeringsnotat/:roundId', at: '/aftaler/a/hoeringsnotat/r', page: <MemoPage /> },
    answers: () => ({ memo: { __typename: 'Memo', title: 'Høringsnotat', model }, round }),
  });
  return screen.findByRole('link', { name: /^Tilbage til/ });
}

describe('the way back from the memo on a hearing', () => {
  it.each([
    ['what is heard', null, 'Høring: Rammeaftale'],
    ['the document', { __typename: 'HeardDocument', title: 'Rapport om kørsel' }, 'Høring: Rapport om kørsel'],
  ])('leads to the round, by the name of %s', async (_, document, name) => {
    const link = await back(document);
    expect(link.getAttribute('href')).toBe('/aftaler/a/hoering/r');
    expect(link.textContent).toContain(name);
  });
});
