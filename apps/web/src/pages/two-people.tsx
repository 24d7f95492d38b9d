import { Alert, Button, useAnnouncer, useMessages } from '@enig/ui';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { SetTwoPeopleDocument, type BoardFieldsFragment } from '../generated/graphql';

type Row = BoardFieldsFragment['rows'][number];

/** Whether a second of the party's people confirms what the first records: the party's own choice, by its own people. */
export function TwoPeople(props: { readonly agreement: string; readonly row: Row; readonly done: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { party, twoPeople, twoPeopleNext } = props.row;
  const [, choose] = useMutation(SetTwoPeopleDocument);
  const { busy, refused, run } = useCommand(async () => {
    const input = { agreement: props.agreement, party: party.id, twoPeople: !twoPeopleNext };
    const result = await choose({ input });
    return { result, payload: result.data?.setTwoPeople };
  });
  const send = async () => {
    if (!(await run())) return;
    say(m('page.twoPeople.done'));
    props.done();
  };
  // What is turned off holds for the text that is being decided all the same (AP-18).
  const letGo = twoPeople && !twoPeopleNext;
  const stands = letGo ? 'page.twoPeople.letGo' : twoPeople ? 'page.twoPeople.is' : 'page.twoPeople.isNot';
  return (
    <section aria-labelledby="two-people">
      <h2 id="two-people">{m('page.twoPeople.title')}</h2>
      <p>{m(stands, { party: party.name })}</p>
      <p className="e-note">{m('page.twoPeople.text')}</p>
      {refused && (
        <Alert tone="error" live>
          <p>{refused}</p>
        </Alert>
      )}
      <Button busy={busy} onClick={() => void send()}>
        {m(twoPeopleNext ? 'page.twoPeople.turnOff' : 'page.twoPeople.turnOn')}
      </Button>
    </section>
  );
}
