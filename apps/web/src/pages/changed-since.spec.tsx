import { screen } from '@testing-library/react';
import { ChangedSincePage } from './changed-since';
import { showAt } from './test-round-page';

const GREVE = { __typename: 'Party', id: 'municipality:0253', name: 'Greve Kommune' };
const changedSince = {
  __typename: 'ChangedSince',
  before: { __typename: 'Version', hash: 'a'.repeat(64), number: 1 },
  after: { __typename: 'Version', hash: 'b'.repeat(64), number: 2 },
  sentences: ['Ordene er de samme. Kun versionens nummer er nyt.'],
};
const versionDiff = { __typename: 'VersionDiff', title: null, period: null, parties: [], annexes: [], sections: [] };

async function show(since: object, isWritingOpen = false, party = GREVE.id): Promise<string> {
  const agreement = { __typename: 'Agreement', id: 'a', isWritingOpen, parties: [GREVE] };
  const answers: Readonly<Record<string, object>> = {
    SinceApproval: { agreement, approvedBefore: true, changedSince: null, ...since },
    VersionDiff: { versionDiff },
  };
  showAt({
    ...{ path: '/aftaler/:id/aendret/:party', at: `/aftaler/a/aendret/${party}`, page: <ChangedSincePage /> },
    answers: (name) => answers[name] ?? {},
  });
  return (await screen.findByRole('heading', { level: 1, name: /Greve Kommune|findes ikke/ })).textContent ?? '';
}

describe('AP-22 what has changed since a party approved', () => {
  it('stands under its name, in short and word by word', async () => {
    expect(await show({ changedSince })).toBe('Hvad er ændret, siden Greve Kommune godkendte?');
    expect(screen.getByText('Fra version 1 til version 2')).toBeTruthy();
    const seconds = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(seconds).toEqual(['I korte træk', 'Ord for ord, afsnit for afsnit']);
    expect(screen.getByRole('region', { name: 'Hvad er ændret, siden Greve Kommune godkendte?' })).toBeTruthy();
  });

  it.each<[string, object, boolean, string]>([
    ['the text is being rewritten', {}, true, 'Teksten er ved at blive skrevet om. Når den nye tekst er sendt til'],
    ['it never approved one', { approvedBefore: false }, true, 'Greve Kommune har ikke godkendt en tekst før, så der'],
    ['it has decided about the newest', {}, false, 'Greve Kommune har taget stilling til den nyeste tekst.'],
  ])('is not told where there is nothing, and why is: %s', async (_, since, isWritingOpen, said) => {
    await show(since, isWritingOpen);
    expect(screen.getByText(new RegExp(`^${said}`))).toBeTruthy();
  });

  it('of who is no party is a page that is not there', async () => {
    expect(await show({}, false, 'x')).toBe('Siden findes ikke');
  });
});
