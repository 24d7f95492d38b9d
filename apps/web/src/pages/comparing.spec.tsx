import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Client, fetchExchange, Provider } from 'urql';
import { CommentsOnVersion } from './comments-on-version';
import { ConsistencyFindings } from './consistency-findings';
import { DocumentCheck } from './document-check';

let asked = 0;

/** Shows a part of a page, with a server that answers every question so. */
function show(part: ReactNode, data: object): void {
  asked = 0;
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: () => {
      asked += 1;
      const headers = { 'content-type': 'application/json' };
      return Promise.resolve(new Response(JSON.stringify({ data }), { status: 200, headers }));
    },
  });
  render(
    <Provider value={client}>
      <UiProvider locale="da">{part}</UiProvider>
    </Provider>,
  );
}

const finding = (words: string, path: readonly string[]) => {
  return { code: 'AG-28-COUNT-DISAGREES', message: `Der står »${words}«.`, path, start: 3, end: 9, words };
};

describe('AG-28 to AG-33 on a page', () => {
  const sections = [
    { section: 's1', title: 'Indledning', findings: [finding('fem fokusområder', ['body'])] },
    {
      section: 's2',
      title: 'Skole',
      findings: [finding('tre mål', ['intro']), finding('to parter', ['goals', 'g1', 'body'])],
    },
  ];

  it('stand by section, each with a way to its place', async () => {
    show(<ConsistencyFindings agreement="a1" />, { consistency: { agreement: 'a1', count: 3, sections } });
    expect((await screen.findByRole('heading', { name: 'Skole' })).tagName).toBe('H3');
    expect(screen.getByText('3 ting at se på').getAttribute('role')).toBe('status');
    const link = screen.getByRole('link', { name: 'Gå til stedet: to parter' });
    expect(link.getAttribute('href')).toBe('/aftaler/a1/afsnit/s2#sted=goals.g1.body&ord=to+parter');
  });

  it('lead into the version where a version was looked through', async () => {
    show(<ConsistencyFindings agreement="a1" version="v1" />, { consistency: { agreement: 'a1', count: 3, sections } });
    const hrefs = (await screen.findAllByRole('link')).map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual(['/versioner/v1#s1', '/versioner/v1#s2', '/versioner/v1#goals-g1']);
  });

  it('are asked for only when somebody wants to know, and it is said when there are none', async () => {
    show(<ConsistencyFindings agreement="a1" waits />, { consistency: { agreement: 'a1', count: 0, sections: [] } });
    expect(asked).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Se teksten igennem for fejl' }));
    expect(await screen.findByText('Der er ikke fundet noget, der ikke passer sammen.')).toBeTruthy();
    expect(asked).toBe(1);
  });
});

describe('HE-51 comments on a page', () => {
  const words = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Skriv hvem' }] }] };
  const comment = (id: string, more: object) => ({
    ...{ id, body: 'Handicaprådet i Greve', round: 1, versionNumber: 1, submittedAt: '2026-10-01T10:00:00.000Z' },
    late: false,
    ...{ section: 's1', title: 'Skole', quote: 'Parterne mødes', comment: words, state: 'same' },
    ...{ nowSection: 's1', nowTitle: 'Skole', nowPath: ['intro'], now: 'Parterne mødes' },
    ...more,
  });
  const gone = { nowSection: null, nowTitle: null, nowPath: null, now: null };
  const sections = [
    { section: 's1', title: 'Skole' },
    { section: 's2', title: 'Bolig' },
  ];

  it('say in words first what became of each, under the section where it is now', async () => {
    const commentsOnVersion = [
      comment('1', {}),
      comment('2', { state: 'moved', nowSection: 's2', nowTitle: 'Bolig', nowPath: ['goals', 'g1', 'body'] }),
      comment('3', { state: 'changed', now: 'De mødes' }),
      comment('4', { state: 'removed', ...gone }),
      comment('5', { state: 'unplaced', ...gone, section: 's9', quote: '' }),
    ];
    show(<CommentsOnVersion version="v2" sections={sections} />, { commentsOnVersion });
    const headings = (await screen.findAllByRole('heading', { level: 3 })).map(({ textContent }) => textContent);
    expect(headings).toEqual(['Skole', 'Bolig', 'Afsnit, der ikke er med mere']);
    const first = screen.getAllByRole('article').map((article) => article.textContent?.split(' · ')[0]);
    expect(first).toEqual(['Uændret', 'Ændret', 'Fjernet', 'Flyttet', 'Stedet kendes ikke']);
    const [, changed, , movedOne] = screen.getAllByRole('article');
    if (!changed || !movedOne) throw new Error('Five were sent');
    expect(within(changed).getByText('De mødes')).toBeTruthy();
    expect(within(movedOne).getByRole('link').getAttribute('href')).toBe('#goals-g1');
    expect(screen.getAllByText('Skriv hvem')).toHaveLength(5);
  });

  it('are marked where they came after the deadline', async () => {
    const commentsOnVersion = [comment('1', {}), comment('2', { late: true })];
    show(<CommentsOnVersion version="v2" sections={sections} />, { commentsOnVersion });
    const articles = await screen.findAllByRole('article');
    expect(articles.map((article) => article.textContent?.includes('sendt for sent'))).toEqual([false, true]);
  });

  it('take no room where there are none', async () => {
    show(<CommentsOnVersion version="v2" sections={sections} />, { commentsOnVersion: [] });
    await waitFor(() => expect(asked).toBe(1));
    await act(() => Promise.resolve());
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

describe('HE-25 a document on a page, before it is heard', () => {
  const empty = { title: '', text: '', easyRead: '', files: [] };
  const found = [
    { field: 'files', message: 'I filen »a.pdf« ser der ud til at stå et CPR-nummer: side 2.', start: null, end: null },
    { field: 'text', message: 'Linje 1: Her ser ud til at stå et CPR-nummer.', start: 4, end: 15 },
  ];

  it('says field by field what was seen, with the words marked where they stand', async () => {
    const text = 'Nr. 010203-1234 venter.';
    const part = (
      <>
        <textarea id="text" aria-label="Tekst" defaultValue={text} />
        <DocumentCheck agreement="a1" document={{ ...empty, text }} />
      </>
    );
    show(part, { documentCheck: { findings: found } });
    expect((await screen.findByText('2 ting at se på')).getAttribute('role')).toBe('status');
    const headings = screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['Teksten', 'Filerne']);
    fireEvent.click(screen.getByRole('button', { name: /^Gå til stedet/ }));
    const field = screen.getByLabelText<HTMLTextAreaElement>('Tekst');
    expect([document.activeElement, field.selectionStart, field.selectionEnd]).toEqual([field, 4, 15]);
  });

  it('asks nothing and says nothing where nothing is filled in', () => {
    show(<DocumentCheck agreement="a1" document={empty} />, { documentCheck: { findings: [] } });
    expect([asked, screen.queryByRole('heading')]).toEqual([0, null]);
  });
});
