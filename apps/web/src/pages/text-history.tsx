import { Alert, Card, Link, useMessages } from '@enig/ui';
import { useFormats } from '../formats';
import type { MilestoneLineFragment } from '../generated/graphql';

interface Shown {
  readonly text: string;
  readonly milestones: readonly MilestoneLineFragment[];
}

/** A line for each time most of the text was deleted that nobody who writes it has seen. */
export function Deletions({ text, milestones }: Shown) {
  const m = useMessages();
  return milestones
    .filter(({ seen }) => seen === null)
    .map(({ id, sentence }) => (
      <Alert key={id} tone="warning" live>
        <p>
          {sentence} <Link href={`/tekster/${text}/foer/${id}`}>{m('page.textHistory.look')}</Link>
        </p>
      </Alert>
    ));
}

/** How a text came to be: who wrote what, and what it was before most of it was deleted. */
export function TextHistoryCard({ text, milestones }: Shown) {
  const m = useMessages();
  const { dateTime } = useFormats();
  return (
    <Card heading={m('page.textHistory.heading')}>
      <ul>
        <li>
          <Link href={`/tekster/${text}/hvem`}>{m('page.textHistory.who')}</Link>
        </li>
        {milestones.map(({ id, at }) => (
          <li key={id}>
            <Link href={`/tekster/${text}/foer/${id}`}>{m('page.textHistory.before', { at: dateTime(at) })}</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
