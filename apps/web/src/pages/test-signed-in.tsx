import { UiProvider, type LinkProps } from '@enig/ui';
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { LeaveGuard } from '../leave-guard';
import { SessionProvider, useSession } from '../session';

/** For specs only: the secretariat's officer, of one region. */
const VIEWER = {
  ...{ __typename: 'Viewer', locale: 'da', mayManage: true, seats: [] },
  person: { __typename: 'Person', id: 'mette', name: 'Mette Holm' },
  regions: [{ __typename: 'Region', id: '1085', name: 'Sjælland' }],
};

function RouterLink({ href, ...rest }: LinkProps) {
  return <Link to={href} {...rest} />;
}

function WhenSignedIn({ children }: { readonly children: ReactNode }) {
  return useSession().viewer ? children : null;
}

/**
 * Shows a page to a signed-in person, with a server that answers by the name of what it is asked.
 *
 * @returns what was sent, and where the page has led.
 */
export function showSignedIn(given: {
  readonly path: string;
  readonly at: string;
  readonly page: ReactNode;
  readonly answers: (name: string) => object;
  /** Where the person has seats, where that is not the one region alone. */
  readonly regions?: readonly object[];
}) {
  const viewer = { ...VIEWER, regions: given.regions ?? VIEWER.regions };
  const sent: { readonly name: string; readonly input: Record<string, unknown> }[] = [];
  globalThis.fetch = async (_path, init) => {
    await Promise.resolve();
    const { operationName: name, variables } = JSON.parse(String(init?.body)) as {
      operationName: string;
      variables?: { input?: Record<string, unknown> };
    };
    if (variables?.input) sent.push({ name, input: variables.input });
    return Response.json({ data: name === 'Viewer' ? { viewer } : given.answers(name) });
  };
  const element = (
    <LeaveGuard>
      <SessionProvider>
        <UiProvider locale="da" link={RouterLink}>
          <WhenSignedIn>{given.page}</WhenSignedIn>
        </UiProvider>
      </SessionProvider>
    </LeaveGuard>
  );
  const routes = [
    { path: given.path, element },
    { path: '*', element: <p>Et andet sted</p> },
  ];
  const router = createMemoryRouter(routes, { initialEntries: [given.at] });
  render(<RouterProvider router={router} />);
  return { sent, router };
}

/** Fills in a day in the three fields of a date. */
export function fillDay(label: RegExp | string, day: string): void {
  const date = within(screen.getByRole('group', { name: label }));
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  for (const [name, value] of [
    ['Dag', dayOfMonth],
    ['Måned', month],
    ['År', year],
  ] as const)
    fireEvent.change(date.getByLabelText(name), { target: { value } });
}
