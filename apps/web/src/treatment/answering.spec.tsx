import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  answerField,
  click,
  fillIn,
  name,
  point,
  press,
  server,
  show,
  startOver,
  toldOfChange,
  treated,
  write,
} from './test-treatment';

beforeEach(startOver);

const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('enig:answer:'));
const theirs = () => screen.queryByRole('group', { name: 'Maja svarede imens' });
/** Maja answers the first point. */
const majaAnswers = (id = 'maja') => {
  server.points[0] = point(1, { treatment: treated('accommodated', 'Ja, det gør vi.', id, 'Maja') });
};

describe('answering', () => {
  it('saves outcome, answer and reason, and says what is missing first', async () => {
    await show();
    fireEvent.click(name(1));
    fireEvent.click(screen.getByRole('button', { name: 'Gem svaret' }));
    expect(screen.getAllByText('Vælg et udfald.')).toHaveLength(2);
    await fillIn();
    const given = { outcome: 'noted', answer: 'Tak for ordene.', reason: 'I har ret.', change: null };
    expect(server.sent).toMatchObject([
      { name: 'TreatPoints', input: { points: [{ point: 'p1', seen: null }], ...given } },
    ]);
  });

  it('saves and goes on to the next with Ctrl and Enter, from inside a field', async () => {
    await show();
    fireEvent.click(name(1));
    fireEvent.click(screen.getByRole('radio', { name: 'Imødekommet' }));
    write(/^Svar til rådet/, 'Ja.');
    write(/^Begrundelse/, 'Fordi.');
    await act(async () => {
      fireEvent.keyDown(screen.getByLabelText(/^Begrundelse/), { key: 'Enter', ctrlKey: true });
      await Promise.resolve();
    });
    expect(server.sent).toHaveLength(1);
    await waitFor(() => expect(name(2).getAttribute('aria-expanded')).toBe('true'));
  });

  it('gives several points the same answer', async () => {
    await show();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Vælg Punkt 1 fra Greve Handicapråd' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Vælg Punkt 2 fra Greve Handicapråd' }));
    fireEvent.click(screen.getByRole('button', { name: 'Giv 2 punkter samme svar' }));
    await fillIn();
    expect(server.sent[0]?.input['points']).toEqual([
      { point: 'p1', seen: null },
      { point: 'p2', seen: null },
    ]);
  });
});

describe('what is begun', () => {
  it('stands after a reload, and is forgotten when it is saved', async () => {
    await show();
    fireEvent.click(name(1));
    write(/^Svar til rådet/, 'Halvt skrevet');
    document.body.innerHTML = '';
    await show();
    fireEvent.click(name(1));
    expect(answerField().value).toBe('Halvt skrevet');
    expect(screen.getByText(/ligger kun i denne browser/)).toBeDefined();
    await fillIn();
    await waitFor(() => expect(kept()).toEqual([]));
  });

  it('can be thrown away, and had again', async () => {
    await show();
    fireEvent.click(name(1));
    expect(screen.queryByRole('button', { name: 'Kassér det, jeg skrev' })).toBeNull();
    write(/^Svar til rådet/, 'Halvt skrevet');
    expect(screen.getByRole('button', { name: 'Luk, og svar senere' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Kassér det, jeg skrev' }));
    expect([answerField().value, kept()]).toEqual(['', []]);
    fireEvent.click(screen.getByRole('button', { name: 'Hent det, jeg skrev, igen' }));
    expect(answerField().value).toBe('Halvt skrevet');
    expect(kept()).toHaveLength(1);
  });

  it('says so where somebody has answered since it was begun', async () => {
    await show();
    fireEvent.click(name(1));
    write(/^Svar til rådet/, 'Halvt skrevet');
    document.body.innerHTML = '';
    majaAnswers();
    await show('?vis=all');
    fireEvent.click(name(1));
    expect(answerField().value).toBe('Halvt skrevet');
    expect(within(theirs() ?? document.body).getByText('Ja, det gør vi.')).toBeDefined();
  });
});

/** Whether the browser asks before the window is closed. */
function isAskedAbout(): boolean {
  const closing = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(closing);
  return closing.defaultPrevented;
}

describe('closing the window', () => {
  it('takes nothing of an answer, which is kept; nor is one asked', async () => {
    await show();
    fireEvent.click(name(1));
    write(/^Svar til rådet/, 'Halvt skrevet');
    expect(isAskedAbout()).toBe(false);
  });

  it('is asked about where the browser keeps nothing', async () => {
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await show();
    fireEvent.click(name(1));
    write(/^Svar til rådet/, 'Halvt skrevet');
    expect(isAskedAbout()).toBe(true);
    full.mockRestore();
  });

  it('is asked about where a point is being cut', async () => {
    await show();
    fireEvent.click(name(1));
    expect(isAskedAbout()).toBe(false);
    write(/^Del punktet/, 'Ordene i\npunkt 1.');
    expect(isAskedAbout()).toBe(true);
  });
});

describe('HE-19 somebody else answers the same point meanwhile', () => {
  /** Writes an answer to the first point, which Maja answers before it is saved. */
  async function beRefused(): Promise<void> {
    await show();
    fireEvent.click(name(1));
    server.refuse = 'HE-19-ANSWERED-ALREADY';
    server.onCommand = () => majaAnswers();
    await fillIn();
    await screen.findByRole('group', { name: 'Maja svarede imens' });
  }

  it('keeps what was written and why it was refused, and shows the other answer, which is gone to', async () => {
    await beRefused();
    expect(answerField().value).toBe('Tak for ordene.');
    expect(screen.getByText('En anden har svaret.')).toBeDefined();
    expect(within(theirs() ?? document.body).getByText('Ja, det gør vi.')).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(theirs()));
  });

  it('is not written over by saving once more, only by saying so', async () => {
    await beRefused();
    server.refuse = null;
    await click('Gem svaret');
    press('Enter', answerField(), { ctrlKey: true });
    expect(server.sent).toHaveLength(1);
    expect(document.activeElement).toBe(theirs());
    await click('Gem mit alligevel');
    expect(server.sent[1]?.input).toMatchObject({
      points: [{ point: 'p1', seen: 'maja' }],
      answer: 'Tak for ordene.',
    });
  });

  it('can stand instead, and what was written can still be had', async () => {
    await beRefused();
    await click('Brug svaret fra Maja');
    expect([answerField().value, theirs(), kept()]).toEqual(['Ja, det gør vi.', null, []]);
    expect(screen.queryByText('En anden har svaret.')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Hent det, jeg skrev, igen' }));
    expect(answerField().value).toBe('Tak for ordene.');
  });

  it('is asked about again where it was answered once more', async () => {
    await beRefused();
    server.onCommand = () => majaAnswers('maja-again');
    await click('Gem mit alligevel');
    await waitFor(() => expect(document.activeElement).toBe(theirs()));
    expect(server.sent[1]?.input['points']).toEqual([{ point: 'p1', seen: 'maja' }]);
    expect(answerField().value).toBe('Tak for ordene.');
  });
});

describe('what others do while a point is open', () => {
  it('is shown as it happens; a form nobody has written in shows the answer that stands', async () => {
    await show();
    fireEvent.click(name(1));
    majaAnswers();
    await toldOfChange(() => expect(answerField().value).toBe('Ja, det gør vi.'));
    expect(theirs()).toBeNull();
  });

  it('takes no words away: the answer is shown beside them', async () => {
    await show();
    fireEvent.click(name(1));
    write(/^Svar til rådet/, 'Halvt skrevet');
    answerField().focus();
    majaAnswers();
    await toldOfChange(() => expect(theirs()).not.toBeNull());
    expect(answerField().value).toBe('Halvt skrevet');
    expect(document.activeElement).toBe(answerField());
  });

  it('takes no words away where the point was split: it stands until it is closed, and says so', async () => {
    await show();
    fireEvent.click(name(1));
    write(/^Svar til rådet/, 'Halvt skrevet');
    server.points = [point(1, { id: 'p1a', label: '1a' }), point(1, { id: 'p1b', label: '1b' }), point(2)];
    await toldOfChange(() => expect(screen.getByText(/mens det stod åbent hos dig/)).toBeDefined());
    expect(answerField().value).toBe('Halvt skrevet');
    fireEvent.click(name(1));
    expect(screen.getAllByRole('article')).toHaveLength(3);
  });
});
