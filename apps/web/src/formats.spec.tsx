import { UiProvider } from '@enig/ui';
import { render } from '@testing-library/react';
import { useFormats } from './formats';

function Said() {
  const { date, dueAt, list } = useFormats();
  return (
    <p>
      {date('2026-10-15')} / {dueAt('2026-04-10T22:00:00.000Z')} / {list(['Greve', 'Holbæk', 'Solrød'])}
    </p>
  );
}

describe('days, moments and lists are said in the language of the page', () => {
  const said = (locale: 'da' | 'en') =>
    render(
      <UiProvider locale={locale}>
        <Said />
      </UiProvider>,
    ).container.textContent?.replaceAll('\u00a0', ' ');

  it('in Danish', () => {
    expect(said('da')).toBe('15. oktober 2026 / fredag den 10. april 2026 kl. 24 / Greve, Holbæk og Solrød');
  });

  it('in English', () => {
    expect(said('en')).toMatch(/^15 October 2026 \/ .*10 April 2026.* \/ Greve, Holbæk and Solrød$/);
  });
});
