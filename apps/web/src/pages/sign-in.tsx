import { Alert, Button, EmptyState, Loading, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useDemoPeople, type DemoPerson } from '../demo-people';
import { useSession } from '../session';
import { capitalised } from '../words';

/** The demo's people by role, one press each. */
export function SignInPage() {
  const m = useMessages();
  const people = useDemoPeople();
  const title = m('page.signIn.title');
  useDocumentTitle(title);
  return (
    <Page header={<PageHeader title={title} state={m('page.signIn.state')} />} wide>
      {people === undefined && <Loading />}
      {people === 'unknown' && (
        <EmptyState action={<Button onClick={() => window.location.reload()}>{m('page.trouble.retry')}</Button>}>
          {m('page.trouble.offline.text')}
        </EmptyState>
      )}
      {people !== undefined && people !== 'unknown' && people.length === 0 && (
        <EmptyState>{m('page.signIn.noDemo')}</EmptyState>
      )}
      {people !== undefined && people !== 'unknown' && people.length > 0 && <PeopleByRole people={people} />}
    </Page>
  );
}

function PeopleByRole({ people }: { readonly people: readonly DemoPerson[] }) {
  const m = useMessages();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const { become } = useSession();
  const [failed, setFailed] = useState(false);
  const choose = async (person: DemoPerson) => {
    if (await become(person.persona)) await navigate(placeInside(parameters.get('til')));
    else setFailed(true);
  };
  return (
    <>
      <Alert tone="info">
        <p>{m('page.signIn.demo')}</p>
      </Alert>
      {failed && (
        <Alert tone="error" live>
          <p>{m('page.signIn.failed')}</p>
        </Alert>
      )}
      {byRole(people).map(([role, ofRole]) => (
        <section key={role} className="e-demo-role">
          <h2>{capitalised(role)}</h2>
          <ul className="e-demo-people">
            {ofRole.map((person) => (
              <li key={person.persona}>
                <Button onClick={() => void choose(person)} data-persona={person.persona}>
                  {person.name}
                  <span className="e-demo-body"> {person.body}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function byRole(people: readonly DemoPerson[]): (readonly [string, readonly DemoPerson[]])[] {
  const roles = new Map<string, DemoPerson[]>();
  for (const person of people) {
    const sofar = roles.get(person.role);
    if (sofar) sofar.push(person);
    else roles.set(person.role, [person]);
  }
  return [...roles];
}

/** Only addresses of our own: a link may not send people on to somewhere else. */
function placeInside(wanted: string | null): string {
  if (!wanted?.startsWith('/') || wanted === '/log-ind') return '/';
  // As the browser reads it: a backslash or a tab can make an address of a place look like one of ours.
  const { origin } = window.location;
  return URL.canParse(wanted, origin) && new URL(wanted, origin).origin === origin ? wanted : '/';
}
