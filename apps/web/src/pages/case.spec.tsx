import { emptyJson, richFromPlain } from '@enig/text';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { CasePage } from './case';
import { CasesPage } from './cases';
import { showAt } from './test-round-page';

const agreement = {
  ...{
    __typename: 'Agreement',
    id: 'a',
    title: 'Rammeaftale 2027',
    may: { __typename: 'AgreementMay', readDraft: true },
    parties: [{ __typename: 'Party', id: 'municipality:0253' }],
  },
};
const content = {
  ...emptyJson('case'),
  title: 'Godkendelse',
  kle: '27.03.40',
  recommendation: richFromPlain('Godkend.'),
};
const base = {
  ...{ __typename: 'PartyCase', id: 'c', agreement: 'a', agreementTitle: 'Rammeaftale 2027', shortName: 'Greve' },
  party: { __typename: 'Party', id: 'municipality:0253', name: 'Greve Kommune' },
  ...{ version: 2, state: 'draft', content, text: null, sentAt: null, sentBy: null, earlier: null },
  fields: [{ __typename: 'CaseField', key: 'annexes', plain: 'Ingen bilag.' }],
  annexes: [
    {
      __typename: 'CaseAnnex',
      id: '1',
      name: 'åben.pdf',
      isOpen: true,
      size: 10,
      url: '/cases/annexes/1',
      screening: ['Der står noget, der ligner et CPR-nummer.'],
    },
    {
      __typename: 'CaseAnnex',
      id: '2',
      name: 'lukket.pdf',
      isOpen: false,
      size: 10,
      url: '/cases/annexes/2',
      screening: [],
    },
  ],
  ...{ decidedAlready: null, mayMake: false, maySend: true, isOwn: true },
};

async function show(at: string, path: string, answers: Readonly<Record<string, object>>): Promise<void> {
  const page = path.endsWith('sager') ? <CasesPage /> : <CasePage />;
  showAt({ path, at, page, answers: (name) => answers[name] ?? {} });
  await screen.findByRole('heading', { level: 1, name: /^(?:Sagsfremstilling|Alle parters sager)/ });
}

const showCase = (changed: Partial<Record<keyof typeof base, unknown>>) =>
  show('/aftaler/a/sag/municipality:0253', '/aftaler/:id/sag/:party', {
    PartyCase: { agreement, partyCase: { ...base, ...changed } },
  });

describe('a party’s case', () => {
  it('reads as it stands, with a button that copies each field that has words', async () => {
    await showCase({});
    expect(screen.getByRole('heading', { level: 1, name: 'Sagsfremstilling: Greve' })).toBeDefined();
    expect(screen.getByText(/^Udkast · version 2 · kun folk fra Greve kan læse den$/)).toBeDefined();
    const names = screen.getAllByRole('button', { name: /^Kopiér/ }).map(({ textContent }) => textContent);
    expect(names).toEqual(['Kopiér Overskrift', 'Kopiér Indstilling', 'Kopiér Bilag', 'Kopiér KLE-emne']);
    expect(screen.getAllByText('Ikke skrevet endnu')).toHaveLength(5);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Kopiér KLE-emne' })));
    expect(screen.getAllByText('KLE-emne kunne ikke kopieres. Markér teksten, og kopiér den selv.')).toHaveLength(2);
  });

  it('CA-5 keeps its open and its closed annexes apart', async () => {
    await showCase({});
    const list = (name: string) => screen.getByRole('heading', { name }).nextElementSibling as HTMLElement;
    expect(within(list('Åbne bilag')).getByRole('link').textContent).toBe('åben.pdf');
    expect(within(list('Lukkede bilag')).getByRole('link').textContent).toBe('lukket.pdf');
    expect(within(list('Åbne bilag')).getByText('Der står noget, der ligner et CPR-nummer.')).toBeDefined();
  });

  it('is sent on once it is asked whether, and what follows is said first', async () => {
    await showCase({});
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Send sagen videre' })));
    const asked = screen.getByRole('dialog', { name: 'Vil I sende sagen videre?', hidden: true });
    expect(asked.textContent).toMatch(/kan ikke rettes her bagefter[\s\S]*ikke lukkede bilag/u);
  });

  it('AP-34 a personal number in it is said before it is sent on, which it forbids nobody', async () => {
    await showCase({ content: { ...content, economy: richFromPlain('Udgiften til 010190-1234.') } });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Send sagen videre' })));
    const asked = screen.getByRole('dialog', { name: 'Vil I sende sagen videre?', hidden: true });
    expect(asked.textContent).toMatch(/Her ser ud til at stå et CPR-nummerØkonomi[\s\S]*sende sagen alligevel/u);
    expect(within(asked).getByRole('button', { name: 'Send videre', hidden: true })).toBeDefined();
  });

  it('can be made by its own people, and is a sentence for everybody else', async () => {
    const none = { id: null, state: 'notMade', content: null, annexes: [], fields: [], maySend: false };
    await showCase({ ...none, mayMake: true });
    expect(screen.getByRole('button', { name: 'Lav sagen' })).toBeDefined();
  });

  it('says first that the council has decided already, where it is made and where it is sent on', async () => {
    const none = { id: null, state: 'notMade', content: null, annexes: [], fields: [], maySend: false };
    const decidedAlready = 'Byrådet har allerede truffet beslutning.';
    await showCase({ ...none, mayMake: true, decidedAlready });
    const said = screen.getByText(decidedAlready);
    const make = screen.getByRole('button', { name: 'Lav sagen' });
    expect(said.compareDocumentPosition(make) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    cleanup();
    await showCase({ decidedAlready });
    expect(screen.getByText(decidedAlready)).toBeDefined();
  });

  it('tells nothing of a draft to who may not read it', async () => {
    const none = { id: null, state: 'notMade', content: null, annexes: [], fields: [], maySend: false };
    await showCase({ ...none, isOwn: false });
    expect(screen.getByText(/^Greve har ikke sendt en sag til version 2 videre/)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('CA-4 the case on the version before', () => {
  const [open] = base.annexes;
  const words = { ...content, title: 'Godkendelse af version 1', summary: 'Vores egne ord.' };
  const earlier = { __typename: 'EarlierCase', version: 1, content: words, annexes: [open] };
  const none = { id: null, state: 'notMade', content: null, annexes: [], fields: [], maySend: false };
  const fold = () => screen.getByText('Jeres sag til version 1').closest('details');

  it('is named before the new one is made, with what of it begins anew', async () => {
    await showCase({ ...none, mayMake: true, earlier });
    expect(screen.getByText(/overskrift, resumé og indstilling begynder forfra/).textContent).toMatch(
      /^I skrev en sag til version 1\./,
    );
    expect(fold()?.textContent).toContain('Vores egne ord.');
  });

  it('stands beside the new one, with each field and annex to be fetched and nothing to be changed', async () => {
    await showCase({ earlier });
    const beside = within(fold() ?? document.body);
    expect(beside.getByText(/er overskrift, resumé og indstilling begyndt forfra/)).toBeDefined();
    expect(beside.getByText('Vores egne ord.')).toBeDefined();
    expect(beside.getAllByRole('button', { hidden: true }).map(({ textContent }) => textContent)).toEqual(
      ['Overskrift', 'Resumé', 'Indstilling', 'KLE-emne'].map((field) => `Kopiér ${field} fra version 1`),
    );
    expect(beside.getByRole('link', { name: 'åben.pdf', hidden: true })).toBeDefined();
    expect(beside.getByText(/egne bilag følger ikke med/)).toBeDefined();
  });

  it('is what there is where none was made for the last one, and it is not said that one can be made', async () => {
    await showCase({ ...none, earlier });
    expect(screen.getByText(/^I har ingen sag til version 2\./)).toBeDefined();
    expect(screen.queryByText(/^Sagen laves, når/)).toBeNull();
    expect(fold()?.open).toBe(true);
    expect(screen.getByText('Vores egne ord.')).toBeDefined();
  });
});

describe('where there is no case', () => {
  const none = { PartyCase: { agreement, partyCase: null } };

  it('says when a party’s is made', async () => {
    await show('/aftaler/a/sag/municipality:0253', '/aftaler/:id/sag/:party', none);
    expect(screen.getByText(/^Sagen laves, når teksten er frosset/)).toBeDefined();
  });

  it('of who is no party is a page that is not there', async () => {
    const at = '/aftaler/a/sag/municipality:0101';
    showAt({ path: '/aftaler/:id/sag/:party', at, page: <CasePage />, answers: () => none.PartyCase });
    await screen.findByRole('heading', { level: 1, name: 'Siden findes ikke' });
    expect(screen.queryByText(/^Sagen laves/)).toBeNull();
  });
});

describe('all parties’ cases', () => {
  const line = (name: string, state: string, sentAt: string | null) => {
    const party = { __typename: 'Party', id: name, name };
    return { __typename: 'CaseLine', party, state, sentAt, path: `/aftaler/a/sag/${name}` };
  };

  it('are a table of how far each is, and one file', async () => {
    const partyCases = [line('Greve', 'sentOn', '2026-06-01T08:00:00.000Z'), line('Holbæk', 'notMade', null)];
    await show('/aftaler/a/sager', '/aftaler/:id/sager', { PartyCases: { agreement, partyCases } });
    expect(screen.getByText('1 af 2 har sendt deres sag videre')).toBeDefined();
    expect(screen.getByRole('row', { name: /^Holbæk ikke sendt videre$/ })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Hent alle sager' })).toBeDefined();
  });

  it('are not there before a text is put to the parties', async () => {
    await show('/aftaler/a/sager', '/aftaler/:id/sager', { PartyCases: { agreement, partyCases: [] } });
    expect(screen.getByText(/^Sagerne kan laves, når/)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
