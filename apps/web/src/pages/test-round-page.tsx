import { UiProvider, type LinkProps } from '@enig/ui';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { cacheExchange, Client, fetchExchange, Provider, subscriptionExchange } from 'urql';
import { LeaveGuard } from '../leave-guard';

/** What was asked of the server. */
export interface Asked {
  readonly name: string;
  readonly input: object | undefined;
}

/** What others do is told when a spec says so. */
function telling(listeners: Map<string, (data: object) => void>) {
  return subscriptionExchange({
    forwardSubscription: ({ query = '' }) => ({
      subscribe: (sink) => {
        const name = /subscription (\w+)/.exec(query)?.[1] ?? '';
        listeners.set(name, (data) => sink.next({ data }));
        return { unsubscribe: () => void listeners.delete(name) };
      },
    }),
  });
}

function RouterLink({ href, ...rest }: LinkProps) {
  return <Link to={href} {...rest} />;
}

/**
 * Shows a page of a round at its address, with a server that answers by the name of what it is asked.
 *
 * @param answers what is answered now: asked anew for each question.
 */
export function showAt(given: {
  readonly path: string;
  readonly at: string;
  readonly page: ReactNode;
  readonly answers: (name: string) => object;
  readonly locale?: 'da' | 'en';
}) {
  const asked: Asked[] = [];
  const listeners = new Map<string, (data: object) => void>();
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange, telling(listeners)],
    fetch: async (_, init) => {
      await Promise.resolve();
      const { operationName: name, variables } = JSON.parse(String(init?.body)) as {
        operationName: string;
        variables?: { input?: object };
      };
      asked.push({ name, input: variables?.input });
      return new Response(JSON.stringify({ data: given.answers(name) }), {
        headers: { 'content-type': 'application/json' },
      });
    },
  });
  const element = (
    <LeaveGuard>
      <Provider value={client}>
        <UiProvider locale={given.locale ?? 'da'} link={RouterLink}>
          {given.page}
        </UiProvider>
      </Provider>
    </LeaveGuard>
  );
  const router = createMemoryRouter([{ path: given.path, element }], { initialEntries: [given.at] });
  render(<RouterProvider router={router} />);
  /** Tells of what others do, by the name of what listens. */
  const tell = (name: string, data: object): void => listeners.get(name)?.(data);
  return { asked, router, tell };
}

/** A round as the pages ask for it; `over` says what is otherwise. */
export function roundWith(over: object): object {
  return {
    ...{ __typename: 'HearingRound', id: 'r', number: 1, state: 'collecting', openedAt: '2027-03-01T08:00:00.000Z' },
    ...{ dueDate: '2099-04-10', dueAt: '2099-04-10T22:00:00.000Z', shortReason: null, minimumDays: 28 },
    ...{ ownerName: 'Sekretariatet', owner: null, isWhole: true, sections: [], document: null, extensions: [] },
    ...{ answeredCount: 0, openPointCount: 3, responses: [], timeRequests: [], mayScreen: false, publicPath: null },
    ...{ myResponse: null, overview: null },
    version: { __typename: 'Version', hash: 'v1', number: 1, sections: [], annexes: [] },
    invited: [{ __typename: 'Body', id: 'b', name: 'Greve Handicapråd' }],
    agreement: { __typename: 'AgreementSummary', id: 'a', title: 'Rammeaftale', region: null },
    may: may(),
    ...over,
  };
}

/** What may be done with a round: nothing but what is said. */
export function may(...acts: readonly ('oversee' | 'extend' | 'end' | 'close' | 'treat')[]): object {
  const nothing = { oversee: false, extend: false, end: false, close: false, treat: false };
  return { __typename: 'RoundMay', ...nothing, ...Object.fromEntries(acts.map((act) => [act, true])) };
}
