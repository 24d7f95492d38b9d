import { Alert, Button, EmptyState, Loading, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Contact } from '../contact';
import { useDemoPeople, type DemoPerson } from '../demo-people';
import { useSession } from '../session';
import { capitalised } from '../words';
import { SignInByMail } from './sign-in-by-mail';

/** A link in a mail, and where this is a demo its people by role, one press each. */
export function SignInPage() {
  const m = useMessages();
  const people = useDemoPeople();
  const [parameters] = useSearchParams();
  const to = placeInside(parameters.get('til'));
  const title = m('page.signIn.title');
  useDocumentTitle(title);
  return (
    <Page header={<PageHeader title={title} state={m('page.signIn.state')} />} wide>
      <SignInByMail to={to} />
      <Contact />
      {people === undefined && <Loading />}
      {people === 'unknown' && (
        <EmptyState action={<Button onClick={() => window.location.reload()}>{m('page.trouble.retry')}</Button>}>
          {m('page.trouble.offline.text')}
        </EmptyState>
      )}
      {people !== undefined && people !== 'unknown' && people.length > 0 && <PeopleByRole people={people} to={to} />}
    </Page>
  );
}

function PeopleByRole({ people, to }: { readonly people: readonly DemoPerson[]; readonly to: string }) {
  const m = useMessages();
  const { become } = useSession();
  const [failed, setFailed] = useState(false);
  const choose = async (person: DemoPerson) => {
    // Loaded anew: the place may be a page that the server draws.
    if (await become(person.persona)) window.location.assign(to);
    else setFailed(true);
  };
  return (
    <>
      <h2>{m('page.signIn.asDemo')}</h2>
      <Alert tone="info">
        <p>{m('page.signIn.demo')}</p>
        <p>
          <a href="/post">{m('page.signIn.post')}</a>
        </p>
      </Alert>
      {failed && (
        <Alert tone="error" live>
          <p>{m('page.signIn.failed')}</p>
        </Alert>
      )}
      {byRole(people).map(([role, ofRole]) => (
        <section key={role} className="e-demo-role">
          <h3>{capitalised(role)}</h3>
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
