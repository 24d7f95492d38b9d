import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { RECONNECTED } from '../client';
import { SessionProvider, useSession } from '../session';
import { TreatmentPage } from './treatment-page';

const viewer = {
  __typename: 'Viewer',
  ...{ locale: 'da', mayManage: false, seats: [] },
  person: { __typename: 'Person', id: 'mette', name: 'Mette Holm' },
};

export interface Row {
  readonly id: string;
  treatment: object | null;
}

/** A point as the server sends it, numbered from 1. */
export function point(number: number, given: object = {}): Row {
  return {
    ...{ __typename: 'Point', id: `p${number}`, place: 'general', section: null, sectionTitle: null },
    ...{ kind: 'paragraph', about: null, excerpt: `Ordene i punkt ${number}.`, position: number, label: `${number}` },
    ...{ mayTreat: true, mayArrange: true, party: null, responsible: [], treatment: null, history: [] },
    council: { __typename: 'Body', id: 'greve', name: 'Greve Handicapråd' },
    submission: { __typename: 'Submission', id: 's', late: false, reference: 'H1' },
    ...given,
  } as Row;
}

/** An answer as the server sends it. */
export function treated(outcome: string, answer = 'Tak.', id = 't1', by = 'Bo'): object {
  return {
    ...{ __typename: 'Treatment', id, given: `given-${id}`, takenBack: false, change: null, outcome, answer },
    ...{ reason: 'Enig.', by, capacity: 'sekretariat', at: '2027-04-01T08:00:00Z' },
  };
}

interface Server {
  points: Row[];
  changes: object[];
  responses: object[];
  /** What is heard, where it is no version. */
  document: object | null;
  state: 'ended' | 'closed';
  refuse: string | null;
  /** What is done to the points by a command, beside answering it. */
  onCommand: (name: string) => void;
  /** What was sent to it, by the name of the operation. */
  sent: { readonly name: string; readonly input: Record<string, unknown> }[];
}

/** The server the page asks; each test sets what it has. */
export const server: Server = begin();

function begin(): Server {
  return {
    points: [point(1), point(2), point(3, { treatment: treated('noted'), history: [treated('noted')] })],
    ...{
      changes: [],
      responses: [],
      state: 'ended',
      document: null,
      refuse: null,
      sent: [],
      onCommand: () => undefined,
    },
  };
}

/** As new, and what the test's browser lacks. */
export function startOver(): void {
  Object.assign(server, begin());
  localStorage.clear();
  Object.assign(globalThis, { fetch: answer });
  Object.assign(window, { requestAnimationFrame: (then: () => void) => setTimeout(then, 0) });
  Element.prototype.scrollIntoView = () => undefined;
}

function round(): object {
  const { points, changes, responses, state } = server;
  const open = points.filter(({ treatment }) => treatment === null).length;
  return {
    ...{ __typename: 'HearingRound', id: 'r', number: 1, state, openedAt: '2027-03-01T08:00:00Z' },
    ...{ dueDate: '2027-04-10', dueAt: '2027-04-10T22:00:00Z', shortReason: null, minimumDays: 28, answeredCount: 1 },
    ...{ openPointCount: open, extensions: [], invited: [], responses, points, pointChanges: changes },
    ...{
      pointPlaces: [],
      pointParties: [],
      requests: [],
      sections: [],
      version: null,
      document: server.document,
      owner: null,
    },
    ...{ ownerName: 'Sekretariatet', isWhole: true },
    agreement: { __typename: 'AgreementSummary', id: 'a', title: 'Rammeaftale', region: null },
    may: { __typename: 'RoundMay', extend: false, end: false, close: state === 'ended', treat: true },
  };
}

async function answer(path: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  await Promise.resolve();
  if (path !== '/graphql') return Response.json([]);
  const { operationName, variables } = JSON.parse(String(init?.body)) as {
    operationName: string;
    variables: { input?: Record<string, unknown> };
  };
  if (operationName === 'Viewer') return Response.json({ data: { viewer } });
  if (operationName === 'Treatment') return Response.json({ data: { round: round() } });
  server.sent.push({ name: operationName, input: variables.input ?? {} });
  server.onCommand(operationName);
  const { refuse } = server;
  const refused = refuse && { __typename: 'Refusal', code: refuse, message: 'En anden har svaret.', details: [] };
  const field = operationName.charAt(0).toLowerCase() + operationName.slice(1);
  return Response.json({ data: { [field]: { __typename: 'PointsPayload', refused, points: [] } } });
}

function Behind() {
  const { viewer: present } = useSession();
  return present ? <TreatmentPage /> : null;
}

/** Shows the page at an address. @returns what the address says now. */
export async function show(query = ''): Promise<() => string> {
  const page = (
    <SessionProvider>
      <UiProvider locale="da">
        <Behind />
      </UiProvider>
    </SessionProvider>
  );
  const router = createMemoryRouter([{ path: '/aftaler/:id/behandling/:roundId', element: page }], {
    initialEntries: [`/aftaler/a/behandling/r${query}`],
  });
  render(<RouterProvider router={router} />);
  await screen.findByRole('heading', { level: 1, name: 'Behandling af høringssvar' });
  return () => router.state.location.search;
}

/** The server has something new, and the page hears of it; over when `shows` no longer fails. */
export async function toldOfChange(shows: () => void): Promise<void> {
  act(() => void window.dispatchEvent(new Event(RECONNECTED)));
  // The page gathers what it hears for a second before it asks.
  await waitFor(shows, { timeout: 5_000 });
}

export const name = (number: number | string) =>
  screen.getByRole('button', { name: `Punkt ${number} fra Greve Handicapråd` });
export const press = (key: string, element: Element = document.activeElement ?? document.body, more: object = {}) =>
  act(() => void fireEvent.keyDown(element, { key, ...more }));
export const write = (label: RegExp, words: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: words } });
export const answerField = () => screen.getByLabelText<HTMLTextAreaElement>(/^Svar til rådet/);

/** Presses a button, and waits for what was sent. */
export async function click(button: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: button }));
    await Promise.resolve();
  });
}

/** Answers the open point. */
export async function fillIn(): Promise<void> {
  fireEvent.click(screen.getByRole('radio', { name: 'Taget til efterretning' }));
  write(/^Svar til rådet/, 'Tak for ordene.');
  write(/^Begrundelse/, 'I har ret.');
  await click('Gem svaret');
}
