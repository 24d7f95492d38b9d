import { Alert, Button, forgetText, useMessages } from '@enig/ui';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { useIsPast } from '../deadline';
import { useFormats } from '../formats';
import { SubmitResponseDocument, type ResponseFieldsFragment } from '../generated/graphql';
import { correctedIn } from './response-ways';

/** Who is about to send. */
export interface Sender {
  readonly id: string;
  readonly name: string;
}

interface Sending {
  readonly person: Sender;
  readonly response: ResponseFieldsFragment;
  /** Who holds the round, by name. */
  readonly ownerName: string;
  /** The round's deadline. */
  readonly dueAt: string;
  /** What was read through: how far the text had come, and the documents there were. */
  readonly checked: { readonly seq: number | null; readonly files: readonly string[] };
  readonly hasUnsaved: boolean;
  readonly refetch: () => void;
  /** Fetches the answer again, when it is no longer what was read through. */
  readonly readAgain: () => void;
}

/**
 * Sends the answer on the council's behalf: who sends it in which capacity and what happens then stand before the button.
 * Not while words are still on their way to the server.
 */
export function SendResponse(props: Sending) {
  const m = useMessages();
  const { person, response, hasUnsaved } = props;
  const { busy, refused, send } = useSending(props);
  const council = response.body.name;
  const { capacity } = response.may;
  const verb = m(correctedIn(response) ? 'answer.correct.send' : 'page.response.send');
  return (
    <section aria-labelledby="send">
      <h2 id="send">{m('page.response.sendTitle')}</h2>
      <p>{m('answer.check.as', { name: person.name, capacity: capacity ? m(`seat.${capacity}`) : '', council })}</p>
      <WhatFollows {...props} verb={verb} />
      {refused && (
        <Alert tone="error" live>
          <p>{refused}</p>
        </Alert>
      )}
      <Button look="primary" busy={busy || hasUnsaved} onClick={() => void send()}>
        {verb}
      </Button>
      <p role="status">{hasUnsaved ? m('answer.check.saving') : ''}</p>
    </section>
  );
}

function useSending({ person, response, checked, readAgain, refetch }: Sending) {
  const [, submit] = useMutation(SubmitResponseDocument);
  const { busy, refused, run } = useCommand(async () => {
    const { seq, files } = checked;
    const result = await submit({ input: { response: response.id, seq, files: [...files] } });
    return { result, payload: result.data?.submitResponse };
  });
  const send = async () => {
    if (await run()) {
      // What was taken back while writing must not stay in a browser after the answer is sent.
      if (response.text) await forgetText(person.id, response.text.id);
    } else readAgain();
    refetch();
  };
  return { busy, refused, send };
}

/** What happens once it is sent, as it is by the clock: after the deadline nothing can be changed any more. */
function WhatFollows({ response, ownerName, dueAt, verb }: Sending & { readonly verb: string }) {
  const m = useMessages();
  const { dueAt: said, moment } = useFormats();
  const isPast = useIsPast(dueAt);
  const replaced = correctedIn(response);
  return (
    <>
      <p>{m('answer.check.after', { send: verb })}</p>
      <ul>
        <li>{m('page.response.sendSeen', { owner: ownerName })}</li>
        {replaced && <li>{m('answer.correct.replaces', { at: moment(replaced.submittedAt) })}</li>}
        <li>{isPast ? m('page.response.sendLocked') : m('page.response.sendReplace', { deadline: said(dueAt) })}</li>
      </ul>
    </>
  );
}
