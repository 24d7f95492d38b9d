import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { cacheExchange, Client, fetchExchange, Provider } from 'urql';
import { LeaveGuard } from '../leave-guard';
import { today } from '../today';
import { ReaffirmPage } from './reaffirm';
import { StepOverrides } from './step-overrides';
import { Standstill } from './standstill';
import type { BoardFieldsFragment } from '../generated/graphql';

const GREVE = { __typename: 'Party', id: 'municipality:0253', name: 'Greve Kommune', kind: 'municipality' } as const;
const COUNCIL = {
  __typename: 'Body',
  id: 'municipal-council:0253',
  name: 'Greve Byråd',
  kind: 'municipalCouncil',
} as const;
const earlier = {
  ...{
    __typename: 'Decision',
    id: 'd1',
    step: 'council',
    outcome: 'approved',
    meetingDate: '2026-09-01',
    lapsed: true,
  },
  ...{ body: COUNCIL, party: GREVE, version: 'a'.repeat(64) },
};

function boardWith(row: object) {
  return {
    ...{ __typename: 'Board', agreement: 'g1', approvedCount: 0, partyCount: 1, isConcluded: false, sentence: '' },
    ...{
      state: 'running',
      blocks: [],
      vacancies: [],
      overrides: [],
      mayOverride: false,
      missing: [GREVE],
      shared: [],
      steps: [],
    },
    version: { __typename: 'Version', hash: 'b'.repeat(64), number: 4 },
    rows: [
      {
        ...{ __typename: 'BoardRow', party: GREVE, standing: 'notStarted', cells: [], decision: null, toConfirm: null },
        ...{
          mayRecord: true,
          mayConfirm: false,
          mayReaffirm: true,
          twoPeople: false,
          twoPeopleNext: false,
          isOwn: true,
          earlier,
        },
        recordPlaces: [{ __typename: 'RecordPlace', step: 'council', name: 'Byråd', role: 'decides', body: COUNCIL }],
        ...row,
      },
    ],
  };
}

const changed = {
  __typename: 'ChangedSince',
  before: { __typename: 'Version', hash: 'a'.repeat(64), number: 3 },
  after: { __typename: 'Version', hash: 'b'.repeat(64), number: 4 },
  isSame: false,
  sentences: ['Autisme: 1 sted er ændret (Mål 2: kriterium).'],
};
const words = [
  { __typename: 'DiffWord', op: 'removed', text: 'tre' },
  { __typename: 'DiffWord', op: 'added', text: 'to' },
];
const diff = {
  ...{ __typename: 'VersionDiff', title: null, period: null, parties: [], annexes: [] },
  sections: [
    {
      ...{ __typename: 'SectionDiff', section: 's1', title: 'Autisme', change: 'changed' },
      slots: [{ __typename: 'SlotChange', label: 'Mål 2: kriterium', change: 'changed', words }],
    },
  ],
};

/** What was sent with the commands. */
let sent: unknown[];

/** Whether the text that Greve approved is being rewritten. */
let reopened: boolean;
beforeEach(() => void (reopened = false));

async function show(row: object = {}, read = changed, title = 'Godkend igen: Greve Kommune'): Promise<void> {
  sent = [];
  const agreement = { __typename: 'Agreement', id: 'g1', title: 'Rammeaftale', board: boardWith(row) };
  const answers: Readonly<Record<string, unknown>> = {
    Board: { agreement },
    ChangedSince: { changedSince: read },
    ApprovedBefore: {
      agreement: { __typename: 'Agreement', id: 'g1', isWritingOpen: reopened },
      approvedBefore: reopened,
    },
    VersionDiff: { versionDiff: diff },
    RecordDecision: { recordDecision: { __typename: 'DecisionPayload', refused: null, decision: null, board: null } },
  };
  const client = new Client({
    ...{ url: 'http://localhost/graphql', preferGetMethod: false, exchanges: [cacheExchange, fetchExchange] },
    fetch: (_, init) => {
      const { operationName, variables } = JSON.parse(String(init?.body)) as Record<string, unknown>;
      if (operationName === 'RecordDecision') sent.push((variables as { input: unknown }).input);
      return Promise.resolve(Response.json({ data: answers[String(operationName)] }));
    },
  });
  const page = (
    <LeaveGuard>
      <ReaffirmPage />
    </LeaveGuard>
  );
  const routes = [
    { path: '/aftaler/:id/godkendelse/:who/igen', element: page },
    { path: '*', element: <p>Tavlen</p> },
  ];
  const at = `/aftaler/g1/godkendelse/${encodeURIComponent(GREVE.id)}/igen`;
  render(
    <Provider value={client}>
      <UiProvider locale="da">
        <RouterProvider router={createMemoryRouter(routes, { initialEntries: [at] })} />
      </UiProvider>
    </Provider>,
  );
  await screen.findByRole('heading', { level: 1, name: title });
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('AP-22 a party approves again in one step', () => {
  it('sees what has changed, in plain words and word by word, and not by colour alone', async () => {
    await show();
    expect(screen.getByText('Autisme: 1 sted er ændret (Mål 2: kriterium).')).toBeTruthy();
    const section = await screen.findByRole('region', { name: 'Autisme' });
    expect(within(section).getByText('tre').closest('del')).toBeTruthy();
    expect(within(section).getByText('to').closest('ins')).toBeTruthy();
  });

  it('is told that nothing has changed, where nothing has', async () => {
    await show({}, { ...changed, isSame: true, sentences: ['Ordene er de samme. Kun versionens nummer er nyt.'] });
    expect(screen.getByText(/Teksten er sendt ud igen som en ny version, og intet i den er ændret\./)).toBeTruthy();
    expect(screen.queryByText(/er alt, der er ændret/)).toBeNull();
    expect(screen.queryByText(/har set ændringerne/)).toBeNull();
  });

  it('asks for the meeting and the item, and sends what is approved again', async () => {
    await show();
    await press('Godkend igen');
    expect(screen.getAllByText('Skriv punktets nummer på dagsordenen.').length).toBeGreaterThan(0);
    expect(sent).toEqual([]);
    const [year, month, day] = today().split('-');
    const type = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    await act(async () => {
      type('Dag', day ?? '');
      type('Måned', month ?? '');
      type('År', year ?? '');
      fireEvent.change(screen.getByLabelText(/^Punkt på dagsordenen/), { target: { value: '14' } });
    });
    await press('Godkend igen');
    expect(sent).toMatchObject([
      { reaffirms: 'd1', outcome: 'approved', item: '14', meetingDate: today(), version: 'b'.repeat(64) },
    ]);
    expect(screen.getByText('Tavlen')).toBeTruthy();
  });

  it('is offered nothing where the changes that were read are of another text than the one to approve', async () => {
    const after = { ...changed.after, hash: 'c'.repeat(64), number: 5 };
    await show({}, { ...changed, after }, 'Noget gik galt hos os');
    expect(screen.queryByRole('button', { name: 'Godkend igen' })).toBeNull();
  });

  it('says where there is nothing to repeat', async () => {
    await show({ earlier: null, mayReaffirm: false });
    expect(screen.getByText('Der er ingen tidligere godkendelse at gentage.')).toBeTruthy();
  });

  it('says where what it approved is being rewritten, that the comparison comes with the new text', async () => {
    reopened = true;
    await show({ earlier: null, mayReaffirm: false });
    expect(screen.getByText(/^Teksten er ved at blive skrevet om/)).toBeTruthy();
  });

  it('sees both parts as headings of one level, and what changed under the second', async () => {
    await show();
    await screen.findByRole('heading', { level: 3, name: 'Autisme · ændret' });
    const seconds = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(seconds).toEqual(['I korte træk', 'Ord for ord, afsnit for afsnit', 'Godkend igen']);
  });
});

describe('AP-23 the board of a blocked chain', () => {
  it('says for whom it stands still and which ways there are, and nothing while it runs', () => {
    const blocked = {
      state: 'blocked',
      blocks: [
        { party: GREVE, exits: ['liftCondition', 'newVersion'], sentence: 'Greve Kommune: godkendt på betingelse.' },
      ],
      vacancies: [],
    } satisfies Pick<BoardFieldsFragment, 'state' | 'blocks' | 'vacancies'>;
    const { rerender } = render(
      <UiProvider locale="da">
        <Standstill board={blocked} />
      </UiProvider>,
    );
    expect(screen.getByText('betingelsen løftes')).toBeTruthy();
    expect(screen.getByText(/^teksten ændres/)).toBeTruthy();
    rerender(
      <UiProvider locale="da">
        <Standstill board={{ state: 'running', blocks: [], vacancies: [] }} />
      </UiProvider>,
    );
    expect(screen.queryByText('Aftalen er gået i stå.')).toBeNull();
  });
});

describe('AP-24 a step that is taken otherwise', () => {
  it('says who asked and who must agree, and the button says what it agrees to', () => {
    const one = { id: 'o1', sentence: 'Greve: »Fagudvalg« ventes der ikke på.', askedBy: 'Maja', agreedBy: null };
    const board = { ...boardWith({}), overrides: [{ ...one, mayAgree: true }] } as unknown as BoardFieldsFragment;
    const client = new Client({ url: 'http://localhost/graphql', preferGetMethod: false, exchanges: [fetchExchange] });
    render(
      <Provider value={client}>
        <UiProvider locale="da">
          <StepOverrides agreement="g1" board={board} refetch={() => undefined} />
        </UiProvider>
      </Provider>,
    );
    expect(screen.getByRole('region', { name: 'Trin, der tages anderledes' }).className).toBe('');
    expect(screen.getByText('Bedt om af Maja. Venter på, at en anden siger ja')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Sig ja Greve/ })).toBeTruthy();
  });
});
