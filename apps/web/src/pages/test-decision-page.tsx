import { act, fireEvent, screen } from '@testing-library/react';
import { RecordDecisionPage } from './record-decision';
import { showAt } from './test-round-page';

/* For specs only: the page where a decision is recorded, of one party and its council. */

const FAXE = { __typename: 'Party', id: 'municipality:0320', name: 'Faxe Kommune', kind: 'municipality' };

/** The party's council. */
export const COUNCIL = {
  ...{ __typename: 'Body', id: 'municipal-council:0320', name: 'Byrådet i Faxe Kommune', kind: 'municipalCouncil' },
};

/** A body of the party that recommends before the council decides. */
export const COMMITTEE = {
  ...{ __typename: 'Body', id: 'committee:0320', name: 'Fagudvalget i Faxe Kommune', kind: 'committee' },
};

/** Where the council's decision is recorded, and where the committee's is. */
export const DECIDES = placeOf('council', 'decides', COUNCIL);
export const RECOMMENDS = placeOf('committee', 'recommends', COMMITTEE);

function placeOf(step: string, role: string, body: typeof COUNCIL) {
  return { __typename: 'RecordPlace', step, name: body.name, role, body, waitingFor: [] };
}

/** A yes of the council, recorded by its secretary, but for what is said of it. */
export function decisionWith(other: object): object {
  return {
    ...{ __typename: 'Decision', id: 'd1', step: 'council', outcome: 'approved', version: 'f'.repeat(64) },
    ...{ meetingDate: '2026-11-20', item: '14', wording: 'Tiltrådt.', reason: '', minority: '', nextMeeting: null },
    ...{ minutesLink: null, minutesSha256: null, minutesName: null, minutesUrl: null, minutesHeldBack: false },
    ...{ receiptUrl: '/decisions/d1/receipt.pdf', reaffirms: null, needsSecond: false, isOwn: true },
    ...{ confirmedBy: null, confirmedAt: null, supersedes: null, superseded: [], fellAway: false, lapsed: false },
    ...{ recordedAt: '2026-11-20T15:00:00.000Z', recordedBy: 'Grete Holm', capacity: 'rådssekretær' },
    ...{ party: FAXE, body: COUNCIL, ...other },
  };
}

/** What the server answers to a record that went well. */
export const DONE = { __typename: 'DecisionPayload', refused: null, decision: null, board: null };

/** What it answers to one that a rule refuses. */
export function refusedBy(code: string, message: string): object {
  return { ...DONE, refused: { __typename: 'Refusal', code, message, details: [] } };
}

/** What the server knows now; a spec changes it as others would. */
export interface Known {
  /** What differs in the party's row of the board from that of one who may record and nobody has decided. */
  row: object;
  /** What differs in the board around it; nothing in most specs. */
  board?: object;
  /** What it answers to a record. */
  answer: object;
}

function agreement({ row, board: other }: Known) {
  const board = {
    ...{ __typename: 'Board', agreement: 'a', approvedCount: 13, partyCount: 18, isConcluded: false, sentence: '' },
    ...{ state: 'running', blocks: [], vacancies: [], overrides: [], mayOverride: false, missing: [FAXE] },
    ...{ version: { __typename: 'Version', hash: 'f'.repeat(64), number: 4 }, steps: [], shared: [] },
    rows: [
      {
        ...{ __typename: 'BoardRow', party: FAXE, standing: 'notStarted', cells: [], decision: null, toConfirm: null },
        ...{ unconfirmed: null, mayRecord: true, entersOnly: false, mayConfirm: false, mayReaffirm: false },
        ...{ twoPeople: false, twoPeopleNext: false, isOwn: true, earlier: null, recordPlaces: [DECIDES], ...row },
      },
    ],
    ...other,
  };
  const days = { deadline: '2099-10-15', periodFrom: '2099-11-01', periodTo: '2099-12-31', concludedOn: null };
  return { __typename: 'Agreement', id: 'a', title: 'Rammeaftale 2099', ...days, board };
}

/** Opens the page; the server knows what `known` holds when it is asked. */
export async function openDecisionPage(known: Known) {
  const shown = showAt({
    path: '/aftaler/:id/godkendelse/:who?',
    at: `/aftaler/a/godkendelse/${FAXE.id}`,
    page: <RecordDecisionPage />,
    answers: (asked) =>
      asked === 'RecordDecision' ? { recordDecision: known.answer } : { agreement: agreement(known) },
  });
  await screen.findByRole('heading', { level: 1, name: 'Registrér beslutning for Faxe Kommune' });
  return shown;
}

/** Presses the button that records. */
export function record(): Promise<void> {
  return act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Registrér' }));
    await Promise.resolve();
  });
}

/** Types into fields, by their labels. */
export function type(values: Readonly<Record<string, string>>): void {
  for (const [label, value] of Object.entries(values))
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

/** What stands in a field. */
export const valueOf = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;

/** What was sent to be recorded, in order. */
export const sentBy = ({ asked }: Awaited<ReturnType<typeof openDecisionPage>>) =>
  asked.filter(({ name }) => name === 'RecordDecision').map(({ input }) => input);
