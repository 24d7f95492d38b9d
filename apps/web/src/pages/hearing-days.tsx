import { Button, Details, TextField, useAnnouncer, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { SetHearingDaysDocument } from '../generated/graphql';
import { RefusedWhole } from '../refused-whole';

/** The days a round has at least without a reason, for who may set them. */
export function HearingDays(props: { readonly region: string; readonly days: number; readonly refetch: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [typed, setTyped] = useState(String(props.days));
  const [isWrong, setWrong] = useState(false);
  const [, set] = useMutation(SetHearingDaysDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await set({ input: { region: props.region, days: Number(typed) } });
    return { result, payload: result.data?.setHearingDays };
  });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const isNumber = /^\d{1,3}$/.test(typed.trim());
    setWrong(!isNumber);
    if (!isNumber || !(await run())) return;
    say(m('page.hearingDays.saved'));
    props.refetch();
  };
  return (
    <Details summary={m('page.hearingDays.title', { days: props.days })}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <RefusedWhole sentence={refused} />
        <TextField
          label={m('page.hearingDays.days')}
          hint={m('page.hearingDays.hint')}
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
          error={isWrong ? m('page.hearingDays.wrong') : undefined}
        />
        <Button type="submit" busy={busy}>
          {m('page.hearingDays.save')}
        </Button>
      </form>
    </Details>
  );
}
