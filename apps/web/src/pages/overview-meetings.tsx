import { isMissing } from '@enig/hearing';
import { Alert, Select, useMessages } from '@enig/ui';
import { useSearchParams } from 'react-router';
import { useFormats } from '../formats';
import { BodyMeetings } from './body-meetings';
import { withParam } from './overview-address';
import type { Overview } from './round-overview';

interface Props {
  readonly round: { readonly id: string };
  readonly overview: Overview;
  readonly refetch: () => void;
}

/** Who does not meet while the hearing lasts, and so cannot come to one answer together. */
export function NotInTime({ overview }: { readonly overview: Overview }) {
  const m = useMessages();
  const { date, list } = useFormats();
  const waiting = overview.rows.filter(({ progress }) => isMissing(progress));
  const late = waiting.filter(({ meetings }) => meetings.meets === 'doesNotMeet');
  const unknown = waiting.filter(({ meetings }) => meetings.meets === 'unknown');
  return (
    <>
      {late.length > 0 && (
        <Alert tone="warning" heading={m('page.overview.notInTime', { count: late.length })}>
          <ul>
            {late.map(({ body, nextMeeting }) => (
              <li key={body.id}>
                {nextMeeting === null
                  ? body.name
                  : m('page.overview.meetsFirst', {
                      body: body.name,
                      date: date(nextMeeting),
                    })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {unknown.length > 0 && (
        <Alert tone="info">
          <p>
            {m('page.overview.meetingsUnknown', {
              bodies: list(unknown.map(({ body }) => body.name)),
            })}
          </p>
        </Alert>
      )}
    </>
  );
}

/** Names the chosen body in the address. */
const BODY = 'moeder';

/** The meetings of one body at a time: entered for those who have not done it themselves. */
export function Meetings({ round, overview, refetch }: Props) {
  const m = useMessages();
  const [query, setQuery] = useSearchParams();
  const chosen = query.get(BODY) ?? '';
  const row = overview.rows.find(({ body }) => body.id === chosen);
  if (overview.rows.length === 0) return null;
  return (
    <section aria-labelledby="meetings" className="e-no-print">
      <h2 id="meetings">{m('page.meetings.title')}</h2>
      <p>{m('page.meetings.why')}</p>
      <Select
        label={m('page.meetings.whose')}
        options={overview.rows.map(({ body }) => ({ value: body.id, label: body.name }))}
        value={row ? chosen : ''}
        onChange={(body) => setQuery(withParam(query, BODY, body), { replace: true })}
      />
      {row && <BodyMeetings key={row.body.id} round={round.id} meetings={row.meetings} changed={refetch} />}
    </section>
  );
}
