import { Button, LeftWords, Select, SkipLink, unsentCopies, useMessages, wordsSetAside } from '@enig/ui';
import type { ReactNode } from 'react';
import { NavLink, useNavigate } from 'react-router';
import { useArrivalAt, useFocusOnArrival, useKeptFocus } from './arrival';
import { useDemoPeople } from './demo-people';
import { useAskBeforeLeaving } from './leave-guard';
import { useLeftBehind } from './left-behind';
import { NotSignedOutPage } from './not-signed-out';
import { currentSeats, useSession, type Viewer } from './session';
import { SignedOutNotice } from './signed-out';

/** What stands around every page: the way past it, the name, where one can go, and who one is. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { viewer, isLeaving } = useSession();
  useFocusOnArrival();
  useArrivalAt(isLeaving ? 'leaving' : 'here');
  useKeptFocus();
  if (isLeaving) return <NotSignedOutPage />;
  return (
    <>
      <SkipLink />
      {viewer && <PersonBar viewer={viewer} />}
      <header className="e-site-header">
        <NavLink to="/" className="e-brand">
          Enig
        </NavLink>
        {viewer && <Navigation viewer={viewer} />}
      </header>
      {viewer && <SignedOutNotice key={`out-${viewer.person.id}`} person={viewer.person.id} />}
      {viewer && <LeftBehind key={viewer.person.id} person={viewer.person.id} />}
      {children}
    </>
  );
}

/** What one wrote the last time and is not saved: it is sent, or offered to be copied. */
function LeftBehind({ person }: { readonly person: string }) {
  useLeftBehind(person);
  return <LeftWords person={person} />;
}

function Navigation({ viewer }: { readonly viewer: Viewer }) {
  const m = useMessages();
  return (
    <nav aria-label={m('nav.label')} className="e-site-nav">
      <ul>
        <li>
          <NavLink to="/" end>
            {m('nav.tasks')}
          </NavLink>
        </li>
        <li>
          <NavLink to="/aftaler">{m('nav.agreements')}</NavLink>
        </li>
        <li>
          <NavLink to="/aarshjul">{m('nav.year')}</NavLink>
        </li>
        {viewer.mayManage && (
          <li>
            <NavLink to="/personer">{m('nav.people')}</NavLink>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** Who one is and in which capacities; in the demo also the way to become somebody else. */
function PersonBar({ viewer }: { readonly viewer: Viewer }) {
  const m = useMessages();
  const { become, signOut } = useSession();
  const ask = useAskBeforeLeaving();
  const people = useDemoPeople();
  const navigate = useNavigate();
  const leave = async (then: () => void) => {
    const { id } = viewer.person;
    ask(then, wordsSetAside(id).length > 0 || (await unsentCopies(id)).length > 0);
  };
  const out = async () => {
    if (await signOut()) await navigate('/log-ind');
  };
  const options = (people === 'unknown' ? [] : (people ?? [])).map(({ persona, name, role, body }) => ({
    value: persona,
    label: `${name} – ${role}, ${body}`,
  }));
  return (
    <section className="e-person-bar" aria-label={m('nav.whoYouAre')}>
      <p>
        <strong>{viewer.person.name}</strong>
        {currentSeats(viewer).map((seat) => (
          <span key={seat.id}>
            {' '}
            · {seat.label}, {seat.body.name}
          </span>
        ))}
      </p>
      {options.length > 0 && (
        <Select
          label={m('nav.changePerson')}
          options={options}
          value=""
          none={m('nav.choosePerson')}
          onChange={(persona) => {
            if (persona) void leave(() => void become(persona));
          }}
        />
      )}
      <Button look="quiet" onClick={() => void leave(() => void out())}>
        {m('nav.signOut')}
      </Button>
    </section>
  );
}
