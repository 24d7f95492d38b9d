import { EmptyState, Page, PageHeader, TextField, useAnnouncer, useDocumentTitle, useMessages } from '@enig/ui';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useFormats } from '../formats';
import { EndSeatDocument, PeopleDocument, type PeopleQuery, type PersonFieldsFragment } from '../generated/graphql';
import { QueryPage, TroublePage } from '../query-page';
import { useViewer } from '../session';
import { today } from '../today';
import { AddHeardBody } from './add-heard-body';
import { AddPerson } from './add-person';
import { AskedFirst } from './asked-first';
import { GrantSeat } from './grant-seat';

type Region = PeopleQuery['regions'][number];

/** The people of a region and the seats they hold, for the secretariat. */
export function PeoplePage() {
  const { mayManage, regions } = useViewer();
  if (!mayManage) return <TroublePage trouble="forbidden" retry={() => window.location.reload()} />;
  return (
    <QueryPage
      query={PeopleDocument}
      variables={{}}
      pick={(data) => data.regions.find(({ id }) => regions.some((own) => own.id === id))}
    >
      {(region, refetch) => <People region={region} refetch={refetch} />}
    </QueryPage>
  );
}

function People({ region, refetch }: { readonly region: Region; readonly refetch: () => void }) {
  const m = useMessages();
  useDocumentTitle(m('page.people.title'));
  const [sought, setSought] = useState('');
  const words = sought.trim().toLocaleLowerCase('da');
  const found = region.people.filter((person) => wordsOf(person).includes(words));
  return (
    <Page
      wide
      header={
        <PageHeader
          title={m('page.people.title')}
          state={m('page.people.state', { count: region.people.length, region: region.name })}
        />
      }
    >
      <AddPerson region={region.id} refetch={refetch} />
      <AddHeardBody region={region} refetch={refetch} />
      <search>
        <TextField label={m('page.people.search')} type="search" value={sought} onChange={setSought} />
      </search>
      <p role="status">{m('page.people.found', { count: found.length })}</p>
      {found.length === 0 && <EmptyState>{m('page.people.empty')}</EmptyState>}
      <ul className="e-people">
        {found.map((person) => (
          <li key={person.id}>
            <PersonCard person={person} region={region} refetch={refetch} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function wordsOf(person: PersonFieldsFragment): string {
  const seats = person.seats.map(({ label, body }) => `${label} ${body.name}`).join(' ');
  return `${person.name} ${person.email ?? ''} ${seats}`.toLocaleLowerCase('da');
}

function PersonCard(props: {
  readonly person: PersonFieldsFragment;
  readonly region: Region;
  readonly refetch: () => void;
}) {
  const name = useRef<HTMLHeadingElement>(null);
  const { person } = props;
  return (
    <div className="e-person">
      <h2 ref={name} tabIndex={-1}>
        {person.name}
      </h2>
      {person.email && <p className="e-note">{person.email}</p>}
      <ul>
        {person.seats.map((seat) => (
          <li key={seat.id}>
            <SeatLine
              seat={seat}
              person={person}
              ended={() => {
                // The button goes away with what it did.
                name.current?.focus();
                props.refetch();
              }}
            />
          </li>
        ))}
      </ul>
      <GrantSeat person={person} bodies={props.region.bodies} refetch={props.refetch} />
    </div>
  );
}

/** One seat: where, as what, from when, and a way to end it today. */
function SeatLine(props: {
  readonly seat: PersonFieldsFragment['seats'][number];
  readonly person: PersonFieldsFragment;
  readonly ended: () => void;
}) {
  const m = useMessages();
  const { date } = useFormats();
  const { say } = useAnnouncer();
  const { seat, person } = props;
  const [, end] = useMutation(EndSeatDocument);
  const { name } = person;
  return (
    <>
      {seat.label}, {seat.body.name}{' '}
      <span className="e-note">
        {m('page.people.from', { date: date(seat.from) })}
        {seat.to && ` ${m('page.people.to', { date: date(seat.to) })}`}
      </span>{' '}
      {!seat.to && (
        <AskedFirst
          title={m('page.people.endTitle', { name })}
          verb={m('page.people.end')}
          consequences={[
            m('page.people.endLast', { name, seat: seat.label, body: seat.body.name }),
            m('page.people.endStands'),
            m('page.people.endAgain', { name }),
          ]}
          undoable={false}
          act={async () => {
            const result = await end({ input: { seat: seat.id, to: today() } });
            return { result, payload: result.data?.endSeat };
          }}
          done={() => {
            say(m('page.people.ended'));
            props.ended();
          }}
        >
          {m('page.people.end')}
          <span className="e-hidden"> {`${seat.label}, ${seat.body.name}, ${name}`}</span>
        </AskedFirst>
      )}
    </>
  );
}
