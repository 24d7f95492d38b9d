import { BackLink, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useParams } from 'react-router';
import { PartyWayDocument, type WayFieldsFragment } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { choicesOf } from '../way-order';
import { AddCommittee } from './add-committee';
import { BodyCalendar } from './body-calendar';
import { WayForm } from './way-form';

/** How a party comes to its decisions: its committees in their order, and the days they and the council meet. */
export function WayPage() {
  const { party = '' } = useParams();
  return (
    <QueryPage query={PartyWayDocument} variables={{ party }} pick={(data) => data.partyWay}>
      {(way, refetch) => <WayView way={way} refetch={refetch} />}
    </QueryPage>
  );
}

function WayView({ way, refetch }: { readonly way: WayFieldsFragment; readonly refetch: () => void }) {
  const m = useMessages();
  const title = m('page.way.title', { party: way.party.name });
  useDocumentTitle(title);
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href="/aftaler" where={m('nav.agreements')} />}
          state={m('page.way.state')}
        />
      }
    >
      <p>{way.sentence}</p>
      <WayOrder way={way} />
      {way.maySet && (
        <section aria-labelledby="own-way" className="e-no-print">
          <h2 id="own-way">{m('page.way.own')}</h2>
          <p>{m('page.way.why', { council: way.council.name })}</p>
          <WayForm key={way.bodies.map(({ id }) => id).join(' ')} way={way} changed={refetch} />
          <AddCommittee party={way.party.id} added={refetch} />
        </section>
      )}
      <section aria-labelledby="meetings">
        <h2 id="meetings">{m('page.way.meetings')}</h2>
        {way.calendars.some(({ mayEnter }) => mayEnter) && <p>{m('page.way.meetingsWhy')}</p>}
        {way.calendars.map((calendar) => (
          <BodyCalendar key={calendar.body.id} calendar={calendar} changed={refetch} />
        ))}
      </section>
    </Page>
  );
}

/** The way as it is set: what comes when, and what the council waits for. Whoever is told of another's looks here. */
function WayOrder({ way }: { readonly way: WayFieldsFragment }) {
  const m = useMessages();
  const steps = choicesOf(way.bodies, way.steps)
    .filter(({ place }) => place > 0)
    .toSorted((one, other) => one.place - other.place);
  if (steps.length === 0) return null;
  return (
    <ul>
      {steps.map(({ body, place, mandatory }) => (
        <li key={body}>
          {m(mandatory ? 'page.way.waitedFor' : 'page.way.passedOver', {
            ...{ number: place, council: way.council.name },
            body: way.bodies.find(({ id }) => id === body)?.name ?? '',
          })}
        </li>
      ))}
    </ul>
  );
}
