import { UiProvider } from '@enig/ui';
import { render, screen, within } from '@testing-library/react';
import { OverviewBar } from './overview-bar';
import { OverviewTable } from './overview-table';
import type { Overview } from './round-overview';

type Row = Overview['rows'][number];

const council = { id: 'disability-council:0253', name: 'Greve Handicapråd' };
const untouched: Row = {
  ...{ body: council, progress: 'notOpened', openedAt: null, hasBegun: false, sentAt: null, isLate: false },
  ...{ moreTime: null, nextMeeting: null },
  meetings: { body: council, meets: 'unknown', mayEnter: true, meetings: [] },
};

function cells(over: Partial<Row>): string[] {
  const { unmount } = render(
    <UiProvider locale="da">
      <OverviewTable rows={[{ ...untouched, ...over }]} caption="3 er spurgt" empty={null} />
    </UiProvider>,
  );
  const found = within(screen.getByRole('table', { name: '3 er spurgt' })).getAllByRole('cell');
  const words = found.map(({ textContent }) => (textContent ?? '').replaceAll('\u00a0', ' ').trim());
  unmount();
  return words;
}

describe('HE-31 the overview as a table', () => {
  it('says no where nothing has happened', () => {
    expect(cells({})).toEqual(['har ikke åbnet materialet', 'nej', 'ikke endnu', '–', 'nej', 'ikke oplyst']);
  });

  it('says when it was opened and sent, and that it was late', () => {
    const sent = {
      ...({ progress: 'answeredLate', hasBegun: true, isLate: true } as const),
      ...{ openedAt: '2026-03-02T09:00:00.000Z', sentAt: '2026-04-11T08:42:00.000Z' },
    };
    expect(cells(sent).slice(0, 4)).toEqual([
      ...['har svaret for sent', '2. marts 2026 kl. 10.00', '11. april 2026 kl. 10.42', 'ja'],
    ]);
  });

  it('says in words how far each has come: two that have not sent may have come differently far', () => {
    expect(cells({ progress: 'opened' })[0]).toBe('har åbnet materialet');
    expect(cells({ progress: 'begun', hasBegun: true })[0]).toBe('er gået i gang');
  });

  it.each([
    ['waits for an answer', { isAnswered: false, given: null }, 'ja, til 01.05.2026 – venter på svar'],
    ['was declined', { isAnswered: true, given: null }, 'ja, til 01.05.2026 – afslået'],
    ['was given', { isAnswered: true, given: '2026-05-08' }, 'ja – forlænget til 08.05.2026'],
  ])('more time that %s', (_, answer, expected) => {
    expect(cells({ moreTime: { wanted: '2026-05-01', ...answer } })[4]).toBe(expected);
  });

  it('HE-30 warns in words of a body that does not meet before the deadline', () => {
    const meetings = { ...untouched.meetings, meets: 'doesNotMeet' } as const;
    expect(cells({ nextMeeting: '2026-05-04', meetings })[5]).toBe('4. maj 2026 – mødes ikke før fristen');
  });
});

describe('the overview as one bar', () => {
  const overview: Overview = {
    ...{ rows: [untouched], sentence: '1 af 4 har svaret.', reminderDays: [], reminders: [], csvUrl: '' },
    counts: [
      { progress: 'answered', count: 1 },
      { progress: 'answeredLate', count: 0 },
      { progress: 'begun', count: 2 },
      { progress: 'opened', count: 0 },
      { progress: 'notOpened', count: 1 },
    ],
  };

  it('is as long as there are bodies, each way to stand after the other, and says what it comes to', () => {
    const { container } = render(
      <UiProvider locale="da">
        <OverviewBar overview={overview} />
      </UiProvider>,
    );
    const parts = [...container.querySelectorAll('svg.e-bar rect')].map((part) => [
      ...[part.getAttribute('x'), part.getAttribute('width')].map(Number),
    ]);
    expect(parts).toEqual([
      [0, 1],
      [1, 0],
      [1, 2],
      [3, 0],
      [3, 1],
    ]);
    expect(screen.getByRole('figure').textContent).toContain('1 af 4 har svaret.');
  });
});
