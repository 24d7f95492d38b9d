import { render, screen } from '@testing-library/react';
import { UiProvider } from '../ui-provider';
import { SummaryList } from './steps';

describe('a link that says more to those who do not see where it stands', () => {
  it('has the space before it there too, and none that is underlined', () => {
    render(
      <UiProvider locale="da">
        <SummaryList rows={[{ key: 'due', term: 'Frist', value: '10. april', changeHref: '/ret' }]} />
      </UiProvider>,
    );
    const link = screen.getByRole('link', { name: 'Ret Frist' });
    expect([...link.childNodes].map(({ textContent }) => textContent)).toEqual(['Ret', ' Frist']);
  });
});
