import { act, fireEvent, screen } from '@testing-library/react';
import type { BoardFieldsFragment } from '../generated/graphql';
import { showAt } from './test-round-page';
import { TwoPeople } from './two-people';

type Row = BoardFieldsFragment['rows'][number];

function show(twoPeople: boolean, twoPeopleNext: boolean) {
  const party = { __typename: 'Party', id: 'municipality:0316', name: 'Holbæk Kommune' };
  const row = { __typename: 'BoardRow', party, twoPeople, twoPeopleNext } as unknown as Row;
  return showAt({
    ...{ path: '/', at: '/' },
    page: <TwoPeople agreement="a" row={row} done={() => undefined} />,
    answers: () => ({ setTwoPeople: { __typename: 'BoardPayload', refused: null, board: null } }),
  });
}

describe('AP-18 whether two people look at a decision', () => {
  it.each([
    [false, false, 'En person er nok til at registrere Holbæk Kommunes beslutninger.', 'Lad to personer se den', true],
    [true, true, 'To personer ser Holbæk Kommunes beslutninger, før de gælder.', 'Lad én person være nok', false],
    [
      ...([true, false] as const),
      'To personer ser Holbæk Kommunes beslutninger om denne tekst. Fra den næste tekst er én person nok.',
      ...(['Lad to personer se den', true] as const),
    ],
  ] as const)('now %s, then %s: %s', async (now, next, sentence, button, chosen) => {
    const { asked } = show(now, next);
    expect(screen.getByText(sentence)).toBeTruthy();
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: button }));
      await Promise.resolve();
    });
    expect(JSON.stringify(asked)).toContain(`"twoPeople":${chosen}`);
  });
});
