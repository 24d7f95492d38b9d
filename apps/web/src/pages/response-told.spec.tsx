import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import type { ResponseFieldsFragment } from '../generated/graphql';
import { useChangesTold, useOthersSeen } from './response-told';
import { showAt } from './test-round-page';

let again: jest.Mock;

function Answer() {
  const [hasUnsaved, setUnsaved] = useState(false);
  useOthersSeen('x', hasUnsaved, again);
  return <button onClick={() => setUnsaved(!hasUnsaved)}>{hasUnsaved ? 'Gem' : 'Skriv'}</button>;
}

const PAUSE = { timeout: 5_000 };

beforeEach(() => {
  again = jest.fn();
});

async function show(): Promise<() => Promise<void>> {
  const { tell } = showAt({ path: '/', at: '/', page: <Answer />, answers: () => ({}) });
  await screen.findByRole('button');
  return () =>
    act(async () => {
      tell('ResponseChanged', { responseChanged: { __typename: 'HearingResponse', id: 'x' } });
      await Promise.resolve();
    });
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('HE-35 what others of the council do with an answer', () => {
  it('is asked for each time it is told', async () => {
    const tell = await show();
    await tell();
    await waitFor(() => expect(again).toHaveBeenCalledTimes(1), PAUSE);
    await tell();
    await waitFor(() => expect(again).toHaveBeenCalledTimes(2), PAUSE);
  });

  it('waits for words that are not saved, and is asked for once they are', async () => {
    jest.useFakeTimers();
    try {
      const tell = await show();
      press('Skriv');
      await tell();
      act(() => void jest.advanceTimersByTime(10_000));
      expect(again).not.toHaveBeenCalled();
      press('Gem');
      expect(again).toHaveBeenCalledTimes(1);
    } finally {
      jest.useRealTimers();
    }
  });
});

const file = (id: string) => ({ id, name: `${id}.pdf` });
const open = { id: 't', phase: 'open' };
const sent = { state: 'submitted', submission: { id: 's1' }, text: { id: 't', phase: 'closed' } };
const draft = { state: 'draft', submission: null, text: open };
const corrected = { ...sent, text: open };

/** An answer that becomes another when asked for again: by who is told, or after an act of one's own. */
function Changing({ from, to }: { readonly from: object; readonly to: object }) {
  const [shown, setShown] = useState(() => ({ id: 'x', files: [], ...from }) as unknown as ResponseFieldsFragment);
  const again = () => setShown((before) => ({ ...before, ...to }));
  const acted = useChangesTold(shown, again);
  return (
    <>
      <button onClick={acted}>Gør det selv</button>
      <button onClick={again}>Fået at vide</button>
    </>
  );
}

describe('HE-35 a change of an answer', () => {
  const showChange = async (from: object, to: object, how: string): Promise<string | null> => {
    jest.useFakeTimers();
    try {
      showAt({ path: '/', at: '/', page: <Changing from={from} to={to} />, answers: () => ({}) });
      press(how);
      await act(() => jest.advanceTimersByTimeAsync(5_000));
      return screen.getByTestId('announcer').textContent;
    } finally {
      jest.useRealTimers();
    }
  };

  it.each([
    ['is sent', draft, sent, 'Svaret er sendt'],
    ['is sent again', corrected, { ...sent, submission: { id: 's2' } }, 'Det rettede svar er sendt'],
    ['is opened', sent, corrected, 'Svaret er åbnet, så I kan rette det'],
    ['is kept as it was', corrected, sent, 'Svaret bliver ikke rettet. Det, I har sendt, gælder uændret'],
    ['is withdrawn', sent, { ...draft, state: 'withdrawn' }, 'Svaret er trukket tilbage'],
    ['gets documents', draft, { ...draft, files: [file('a'), file('b')] }, 'a.pdf og b.pdf er lagt ved svaret'],
    ['loses one', { ...draft, files: [file('a')] }, { ...draft, files: [] }, 'a.pdf er taget ud af svaret'],
    [
      'gets one for another',
      { ...draft, files: [file('a')] },
      { ...draft, files: [file('b')] },
      'b.pdf er lagt ved svaret, og a.pdf er taget ud',
    ],
    ['is as it was', draft, { ...draft }, ''],
  ])('is said in one sentence when it %s', async (_, from, to, sentence) => {
    expect(await showChange(from, to, 'Fået at vide')).toBe(sentence);
  });

  it('is not said again to who did it', async () => {
    expect(await showChange(sent, corrected, 'Gør det selv')).toBe('');
  });
});
