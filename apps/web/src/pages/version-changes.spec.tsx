import { UiProvider } from '@enig/ui';
import { render, screen, within } from '@testing-library/react';
import { cacheExchange, Client, fetchExchange, Provider } from 'urql';
import { VersionChanges } from './version-changes';

const NOTHING = { title: null, period: null, parties: [], annexes: [], sections: [] };
const annex = (number: number, title: string, fileName: string, url: string) => {
  return { __typename: 'Annex', number, title, fileName, url };
};
const rates = annex(2, 'Takster', 'takster.pdf', '/files/old');
const newRates = { ...rates, url: '/files/new' };

function open(versionDiff: object): void {
  const body = JSON.stringify({ data: { versionDiff: { ...NOTHING, ...versionDiff } } });
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: () => Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } })),
  });
  render(
    <Provider value={client}>
      <UiProvider locale="da">
        <VersionChanges before="a" after="b" />
      </UiProvider>
    </Provider>,
  );
}

/** What is said under a heading, each line of a list by itself. */
async function saidUnder(name: string): Promise<readonly (string | null)[]> {
  const region = await screen.findByRole('region', { name });
  return within(region)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

describe('what changed between two versions, in plain words', () => {
  it('is nothing where nothing did', async () => {
    open({});
    expect(await screen.findByText('Der er ingen forskel på de to.')).toBeDefined();
  });

  it.each<[string, object, string, readonly string[]]>([
    ['a party came', { change: 'added', before: null, after: 'Greve' }, 'Parter', ['Greve er blevet part.']],
    ['a party left', { change: 'removed', before: 'Greve', after: null }, 'Parter', ['Greve er ikke længere part.']],
    ['another name', { change: 'changed', before: 'A', after: 'B' }, 'Parter', ['A hedder nu B.']],
  ])('%s', async (_, party, heading, said) => {
    open({ parties: [{ party: '1', ...party }] });
    expect(await saidUnder(heading)).toEqual(said);
  });

  it.each<[string, object, string]>([
    [
      'an annex came',
      { change: 'added', differs: [], before: null, after: rates },
      'Bilag 2, »Takster«, er kommet til. takster.pdf',
    ],
    [
      'an annex went',
      { change: 'removed', differs: [], before: rates, after: null },
      'Bilag 2, »Takster«, er taget ud. takster.pdf',
    ],
    [
      'another file under the same name',
      { change: 'changed', differs: ['file'], before: rates, after: newRates },
      'Bilag 2, »Takster«: Filen er skiftet ud. Hent den gamle fil · Hent den nye fil',
    ],
    [
      'everything but the file',
      {
        change: 'changed',
        differs: ['number', 'title', 'fileName'],
        before: annex(1, 'Pris', 'pris.pdf', '/files/old'),
        after: rates,
      },
      'Bilag 2, »Takster«: Det var bilag 1 og er nu bilag 2. Det hed »Pris« og hedder nu »Takster«. Filen hed pris.pdf og hedder nu takster.pdf. ',
    ],
  ])('%s', async (_, change, said) => {
    open({ annexes: [change] });
    expect(await saidUnder('Bilag')).toEqual([said]);
  });

  it('leads to both files of an annex that was replaced', async () => {
    open({ annexes: [{ change: 'changed', differs: ['file'], before: rates, after: newRates }] });
    const links = await screen.findAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/files/old', '/files/new']);
  });

  it('shows name and period as what went and what came', async () => {
    open({
      title: {
        words: [
          { op: 'removed', text: 'Før' },
          { op: 'added', text: 'Efter' },
        ],
      },
      period: { before: { from: '2027-01-01', to: '2028-12-31' }, after: { from: '2027-01-01', to: '2029-12-31' } },
    });
    const marked = async (name: string) => {
      const region = await screen.findByRole('region', { name });
      return [...region.querySelectorAll('del, ins')].map(
        (each) => `${each.tagName} ${each.childNodes[1]?.textContent}`,
      );
    };
    expect(await marked('Aftalens navn')).toEqual(['DEL Før', 'INS Efter']);
    expect(await marked('Periode')).toEqual([
      'DEL 1.\u00a0januar 2027 – 31.\u00a0december 2028',
      'INS 1.\u00a0januar 2027 – 31.\u00a0december 2029',
    ]);
  });
});
