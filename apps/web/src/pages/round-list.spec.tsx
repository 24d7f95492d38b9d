import { screen } from '@testing-library/react';
import type { Agreement } from './agreement';
import { RoundList } from './round-list';
import { may, roundWith, showAt } from './test-round-page';

function show(over: object, treat = false): void {
  const agreement = { id: 'a', may: { treat }, rounds: [roundWith(over)] } as unknown as Agreement;
  showAt({ path: '*', at: '/', page: <RoundList agreement={agreement} />, answers: () => ({}) });
}

describe('HE-31 the overview of a round', () => {
  it.each(['ended', 'closed'])('is reached from the agreement also when the round is %s', (state) => {
    show({ state, may: may('oversee') });
    const link = screen.getByRole('link', { name: 'Overblik: hvem mangler at svare' });
    expect(link.getAttribute('href')).toBe('/aftaler/a/hoering/r/overblik');
  });

  it('is not shown to who may not see it', () => {
    show({ state: 'ended', may: may() });
    expect(screen.queryByRole('link', { name: /^Overblik/ })).toBeNull();
  });
});

describe('the way to the points of a round', () => {
  const POINTS = /punkter mangler svar/;

  it('is there when answers have come', () => {
    show({ state: 'ended', answeredCount: 1 }, true);
    expect(screen.getByRole('link', { name: POINTS }).getAttribute('href')).toBe('/aftaler/a/behandling/r');
    expect(screen.queryByText(/der kom ingen svar/)).toBeNull();
  });

  it('is none where no answers came, and that is said instead', () => {
    show({ state: 'ended', answeredCount: 0, openPointCount: 0 }, true);
    expect(screen.queryByRole('link', { name: POINTS })).toBeNull();
    expect(screen.getByText(/der kom ingen svar/)).toBeDefined();
  });

  it('is none either while nobody has answered yet', () => {
    show({ state: 'collecting', answeredCount: 0, openPointCount: 0 }, true);
    expect(screen.queryByRole('link', { name: POINTS })).toBeNull();
    expect(screen.queryByText(/der kom ingen svar/)).toBeNull();
  });
});
