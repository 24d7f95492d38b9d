import { screen } from '@testing-library/react';
import type { Agreement } from './agreement';
import { RoundList } from './round-list';
import { may, roundWith, showAt } from './test-round-page';

function show(over: object): void {
  const agreement = { id: 'a', may: { treat: false }, rounds: [roundWith(over)] } as unknown as Agreement;
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
