import { UiProvider, type LinkProps } from '@enig/ui';
import { fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { LeaveGuard } from '../leave-guard';
import { SessionProvider, useSession } from '../session';
import { OpenRoundPage } from './open-round';

const council = (code: string, name: string) => {
  return { __typename: 'Body', id: `disability-council:${code}`, name, kind: 'disabilityCouncil' };
};
const hearer = { __typename: 'MayHear', minimumDays: 28, mayFreeze: true, mayHearVersion: true, maySetDays: false };
const hard = { __typename: 'Section', id: 's1', kind: 'focusArea', number: 1, title: 'Autisme', easyRead: null };
const easy = {
  ...{ __typename: 'Section', id: 's2', kind: 'focusArea', number: 2, title: 'Botilbud' },
  easyRead: { __typename: 'TextEntry', id: 't' },
};

/** An agreement with two councils; its first focus area lacks an easy-read version. */
export const agreement = {
  ...{ __typename: 'Agreement', id: 'a', title: 'Rammeaftale', state: 'drafting', versions: [] },
  region: { __typename: 'Region', id: '1085' },
  mayHear: [{ ...hearer, owner: null, bodies: [council('0253', 'Rådet i Greve'), council('0316', 'Rådet i Holbæk')] }],
  parts: [{ __typename: 'Part', sections: [hard, easy] }],
};
/** The same, and everything in it can be heard. */
export const easyAgreement = { ...agreement, parts: [{ __typename: 'Part', sections: [easy] }] };
/** As a municipality may hear its own council. */
export const ownHearing = {
  ...{ ...hearer, mayFreeze: false, owner: { __typename: 'Party', id: 'municipality:0316', name: 'Holbæk Kommune' } },
  bodies: [council('0316', 'Rådet i Holbæk')],
};

const finding = {
  ...{ __typename: 'Finding', code: 'AG-29-NO-SUCH-ANNEX', message: 'Der henvises til »bilag 9«.' },
  ...{ path: ['body'], start: 0, end: 7, words: 'bilag 9' },
};
const consistency = {
  ...{ __typename: 'Consistency', count: 1 },
  sections: [{ __typename: 'ConsistencySection', section: 's2', title: 'Botilbud', findings: [finding] }],
};
const viewer = {
  ...{ __typename: 'Viewer', locale: 'da', mayManage: false, seats: [] },
  person: { __typename: 'Person', id: 'mette', name: 'Mette Holm' },
};

/** What was asked of the server. */
export interface Asked {
  readonly name: string;
  readonly input: object | undefined;
}

interface Given {
  readonly agreement?: object;
  /** What the act is answered with. */
  readonly answer?: object;
  readonly warnings?: readonly object[];
}

const OPENED = { refused: null, round: { __typename: 'HearingRound', id: 'r' } };

function dataFor(name: string, given: Given): object {
  if (name === 'Viewer') return { viewer };
  if (name === 'OpenRound') return { openRound: { __typename: 'RoundPayload', ...(given.answer ?? OPENED) } };
  if (name === 'Consistency') return { consistency };
  if (name === 'RoundFreezeCheck') {
    const freezeCheck = { __typename: 'FreezeCheck', refusals: [], warnings: given.warnings ?? [] };
    return { agreement: { __typename: 'Agreement', id: 'a', freezeCheck } };
  }
  return { agreement: given.agreement ?? agreement };
}

function RouterLink({ href, ...rest }: LinkProps) {
  return <Link to={href} {...rest} />;
}

function Behind() {
  const { viewer: present, signOut } = useSession();
  if (!present) return null;
  return (
    <>
      <OpenRoundPage />
      <button onClick={() => void signOut()}>Log ud</button>
    </>
  );
}

/** Opens the page as somebody who is signed in. @returns what is asked of the server, and the way about. */
export function open(given: Given = {}) {
  const asked: Asked[] = [];
  globalThis.fetch = async (_, init) => {
    await Promise.resolve();
    const { operationName, variables } = JSON.parse(String(init?.body)) as {
      operationName?: string;
      variables?: { input?: object };
    };
    if (!operationName) return Response.json({});
    asked.push({ name: operationName, input: variables?.input });
    return Response.json({ data: dataFor(operationName, given) });
  };
  const page = (
    <LeaveGuard>
      <SessionProvider>
        <UiProvider locale="da" link={RouterLink}>
          <Behind />
        </UiProvider>
      </SessionProvider>
    </LeaveGuard>
  );
  const router = createMemoryRouter(
    [
      { path: '/aftaler/:id/ny-hoering', element: page },
      { path: '/aftaler/:id/afsnit/:section', element: <h1>Afsnittet</h1> },
      { path: '/aftaler/:id/hoering/:roundId', element: <h1>Høringen er åben</h1> },
    ],
    { initialEntries: ['/aftaler/a/ny-hoering'] },
  );
  const { unmount } = render(<RouterProvider router={router} />);
  return { asked, router, unmount, opened: () => asked.filter(({ name }) => name === 'OpenRound') };
}

/** Presses the act. */
export function press(): void {
  fireEvent.click(screen.getByRole('button', { name: 'Åbn høringen' }));
}
