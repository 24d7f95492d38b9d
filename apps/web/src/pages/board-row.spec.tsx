import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import type { BoardFieldsFragment } from '../generated/graphql';
import { RowActs } from './board-row';
import { decisionWith, refusedBy } from './test-decision-page';
import { showAt } from './test-round-page';

type Row = BoardFieldsFragment['rows'][number];

const rowWith = (toConfirm: object | null): Row =>
  ({
    ...{ party: { id: 'municipality:0320', name: 'Faxe Kommune', kind: 'municipality' }, toConfirm },
    ...{ mayReaffirm: false, mayRecord: false, isOwn: false, decision: null, unconfirmed: null },
  }) as unknown as Row;

/** The acts of a row, which is as the second says once the first was pressed. */
function Shown({ first, second }: { readonly first: Row; readonly second: Row }) {
  const [row, setRow] = useState(first);
  return <RowActs agreement="a" row={row} refetch={() => setRow(second)} />;
}

async function confirmed(first: object, second: object | null, code: string) {
  const page = <Shown first={rowWith(first)} second={rowWith(second)} />;
  const answer = refusedBy(code, 'Beslutningen er allerede bekræftet eller rettet. Se tavlen igen.');
  showAt({ path: '/', at: '/', page, answers: () => ({ confirmDecision: answer }) });
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: /^Bekræft/u }));
    await new Promise((done) => setTimeout(done, 50));
  });
  return screen.getByRole('alert').textContent;
}

describe('AP-11 a decision that was corrected while one confirmed it', () => {
  const entered = decisionWith({ isOwn: false });

  it('is said to be another one now, with what it says, before the button is pressed again', async () => {
    const corrected = decisionWith({ id: 'd2', isOwn: false, outcome: 'rejected', meetingDate: '2026-11-21' });
    expect((await confirmed(entered, corrected, 'AP-11-NOTHING-TO-CONFIRM')).replace(/\s/gu, ' ')).toBe(
      'Beslutningen er bekræftet eller rettet imens. Nu er det noget andet, der skal bekræftes: Byrådet i Faxe Kommune, »afvist«, mødet 21. november 2026. Er det rigtigt, så bekræft det.',
    );
  });

  it.each([
    ['nothing waits any more', null, 'AP-11-NOTHING-TO-CONFIRM'],
    ['another rule refused it', entered, 'AP-18-SAME-PERSON'],
  ])('is told in the words of the rule where %s', async (_, then, code) => {
    expect(await confirmed(entered, then, code)).toBe(
      'Beslutningen er allerede bekræftet eller rettet. Se tavlen igen.',
    );
  });
});
