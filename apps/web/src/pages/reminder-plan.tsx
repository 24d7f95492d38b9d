import { Button, Details, ErrorSummary, TextField, useAnnouncer, useMessages } from '@enig/ui';
import { useId, useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { useFormats } from '../formats';
import { PlanRemindersDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import type { Overview } from './round-overview';

interface Props {
  readonly round: { readonly id: string; readonly state: string };
  readonly overview: Overview;
  readonly refetch: () => void;
}

/** When those who have not answered are reminded, and another plan for it. */
export function ReminderPlan(props: Props) {
  const m = useMessages();
  const { dateTime, list } = useFormats();
  if (props.round.state !== 'collecting') return null;
  const { reminders } = props.overview;
  const moments = reminders.map(({ at }) => dateTime(at));
  return (
    <section aria-labelledby="reminders">
      <h2 id="reminders">{m('page.reminders.title')}</h2>
      <p>{moments.length === 0 ? m('page.reminders.none') : m('page.reminders.coming', { moments: list(moments) })}</p>
      <div className="e-no-print">
        <Details summary={m('page.reminders.change')}>
          <PlanForm {...props} />
        </Details>
      </div>
    </section>
  );
}

function PlanForm({ round, overview, refetch }: Props) {
  const m = useMessages();
  const field = useId();
  const { say } = useAnnouncer();
  const planned = overview.reminderDays.join(', ');
  const [typed, setTyped] = useState(planned);
  const [attempt, setAttempt] = useState(0);
  const sent = useGuardedForm(typed !== planned);
  const [, plan] = useMutation(PlanRemindersDocument);
  const days = daysIn(typed);
  const { busy, refused, run, forget } = useCommand(async () => {
    const result = await plan({ input: { round: round.id, days: days ?? [] } });
    return { result, payload: result.data?.planReminders };
  });
  const error = attempt > 0 && days === null ? m('page.reminders.notNumbers') : refused;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (days === null) {
      setAttempt(attempt + 1);
      return forget();
    }
    if (!(await run())) return setAttempt(attempt + 1);
    setAttempt(0);
    sent();
    say(m('page.reminders.changed'));
    refetch();
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate aria-label={m('page.reminders.change')}>
      <ErrorSummary errors={error ? [{ field, message: error }] : []} attempt={error ? attempt : 0} />
      <TextField
        id={field}
        label={m('page.reminders.days')}
        hint={m('page.reminders.daysHint')}
        value={typed}
        onChange={setTyped}
        error={error}
      />
      <Button type="submit" busy={busy}>
        {m('page.reminders.save')}
      </Button>
    </form>
  );
}

/** "14, 7, 2" or "14 7 og 2" as numbers; nothing typed is none; null where something else stands there. */
export function daysIn(typed: string): readonly number[] | null {
  const words = typed.split(/[\s,;.]+|\bog\b|\band\b/i).filter((word) => word !== '');
  return words.every((word) => /^\d{1,3}$/.test(word)) ? words.map(Number) : null;
}
