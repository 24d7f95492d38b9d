import { UiProvider } from '@enig/ui';
import { render, screen } from '@testing-library/react';
import type { BoardFieldsFragment } from '../generated/graphql';
import { PlaceCell } from './decision-cell';

type Cell = BoardFieldsFragment['rows'][number]['cells'][number];
const decisionWith = (other: object) =>
  ({
    ...{ id: 'd1', outcome: 'approved', meetingDate: '2026-11-20', item: '14', wording: 'Tiltrådt.', reason: '' },
    ...{ lapsed: false, fellAway: false, isOwn: true, needsSecond: false, confirmedAt: null, superseded: [] },
    ...{ minutesLink: null, minutesUrl: null, minutesName: null, minutesHeldBack: false, minority: '' },
    ...{ receiptUrl: '/decisions/d1/receipt.pdf', recordedAt: '2026-11-22T23:30:00.000Z' },
    ...{ body: { id: 'council', name: 'Byrådet', kind: 'municipalCouncil' }, ...other },
  }) as unknown as NonNullable<Cell['decision']>;
const entered = decisionWith({
  ...{ id: 'd2', outcome: 'rejected', item: '3', reason: 'Økonomien', isOwn: false },
  receiptUrl: '/decisions/d2/receipt.pdf',
});

function shown(cell: Pick<Cell, 'decision' | 'unconfirmed'>): string {
  const { container } = render(
    <UiProvider locale="da">
      <PlaceCell {...cell} />
    </UiProvider>,
  );
  return (container.textContent ?? '').replace(/\s+/gu, ' ').trim();
}
const receipts = () => screen.getAllByRole('link', { hidden: true }).map((link) => link.getAttribute('href'));

describe('a place of the board', () => {
  it('AP-5 keeps what counts with its day and receipt, and shows what was entered since beside it', () => {
    expect(shown({ decision: decisionWith({}), unconfirmed: entered })).toBe(
      'godkendt 20.11.2026, punkt 14 kvittering Byrådet' +
        'Registreret siden: afvist, venter på at blive bekræftet, 20.11.2026, punkt 3 kvittering Byrådet' +
        'Økonomien',
    );
    expect(receipts()).toEqual(['/decisions/d1/receipt.pdf', '/decisions/d2/receipt.pdf']);
  });

  it('lets an item of 200 letters without a blank be broken, and so the reason', () => {
    const [item, reason] = ['x'.repeat(200), 'y'.repeat(200)];
    shown({ decision: null, unconfirmed: { ...entered, item, reason } });
    for (const words of [`, punkt ${item}`, reason])
      expect(screen.getByText(words, { normalizer: String }).className).toContain('e-typed');
  });

  it('shows what waits alone where nothing counts', () => {
    expect(shown({ decision: null, unconfirmed: entered })).toMatch(/^afvist, venter på at blive bekræftet,/);
  });

  it('AP-25 strikes what nobody confirmed before the conclusion, in words too', () => {
    const fallen = { ...entered, fellAway: true };
    expect(shown({ decision: decisionWith({}), unconfirmed: fallen })).toContain('blev ikke bekræftet og faldt bort,');
    expect(screen.getByText('afvist').tagName).toBe('S');
  });

  const earlier = (other: object) => ({
    ...{ id: 'd0', outcome: 'approved', meetingDate: '2026-11-19', item: '14', counted: true },
    ...{ receiptUrl: '/decisions/d0/receipt.pdf', ...other },
  });
  const shownAfter = (before: object, now: object = {}) =>
    shown({ decision: decisionWith({ superseded: [before], ...now }), unconfirmed: null });

  it('AP-12 says that it was corrected, when in Copenhagen, and leads to the earlier one and its receipt', () => {
    const words = shownAfter(earlier({}));
    expect(words).toContain('rettet 23. november 2026');
    expect(words).toContain('godkendt 19.11.2026, punkt 14 kvittering Byrådet, 19.11.2026');
    expect(receipts()).toEqual(['/decisions/d1/receipt.pdf', '/decisions/d0/receipt.pdf']);
  });

  it('AP-12 calls another item of the same meeting a correction', () => {
    expect(shownAfter(earlier({ meetingDate: '2026-11-20', item: '13' }))).toContain('rettet 23. november 2026');
  });

  it('calls a later meeting that came to something else a new decision', () => {
    const words = shownAfter(earlier({ outcome: 'postponed', meetingDate: '2026-10-19', counted: false }));
    expect(words).toContain('ny beslutning 23. november 2026');
    expect(words).toContain('udsat, blev ikke bekræftet,');
  });

  it('calls a later meeting that put it off once more a new decision', () => {
    const before = earlier({ outcome: 'postponed', meetingDate: '2026-10-19', item: '9' });
    const words = shownAfter(before, { outcome: 'postponed', item: '4' });
    expect(words).toContain('ny beslutning 23. november 2026');
    expect(words).not.toContain('rettet');
  });

  it('AP-5 dates what was confirmed later by the day from which it counts', () => {
    const confirmed = { isOwn: false, confirmedAt: '2026-11-25T09:00:00.000Z' };
    expect(shownAfter(earlier({}), confirmed)).toContain('rettet 25. november 2026');
  });
});
