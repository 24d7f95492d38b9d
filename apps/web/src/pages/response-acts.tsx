import { Alert, useMessages } from '@enig/ui';
import { useMutation } from 'urql';
import { useIsPast } from '../deadline';
import { useFormats } from '../formats';
import {
  CorrectResponseDocument,
  KeepSentResponseDocument,
  WithdrawResponseDocument,
  type ResponseFieldsFragment,
  type SubmissionFieldsFragment,
} from '../generated/graphql';
import { AskedFirst } from './asked-first';
import { correctedIn } from './response-ways';

/** What an act on an answer that was sent needs: whose, until when, and how the page is shown anew. */
interface SentAnswer {
  readonly response: ResponseFieldsFragment;
  /** The round's deadline. */
  readonly dueAt: string;
  readonly refetch: () => void;
}

/** "Ret svaret": opens the text while what was sent stands (HE-54). */
export function CorrectSent({ response, dueAt, refetch }: SentAnswer) {
  const m = useMessages();
  const { dueAt: said } = useFormats();
  const [, correct] = useMutation(CorrectResponseDocument);
  return (
    <AskedFirst
      look="primary"
      title={m('answer.correct.title')}
      verb={m('answer.correct.verb')}
      consequences={[
        m('answer.correct.stands'),
        m('answer.correct.until', { deadline: said(dueAt) }),
        m('answer.correct.ended'),
        m('answer.correct.unseen'),
      ]}
      undoable
      act={async () => {
        const result = await correct({ input: { response: response.id } });
        return { result, payload: result.data?.correctResponse };
      }}
      done={refetch}
    >
      {m('answer.correct.verb')}
    </AskedFirst>
  );
}

/** What was sent stands while it is corrected: which, until when, and the way back to it. */
export function BeingCorrected(props: {
  readonly round: { readonly dueAt: string };
  readonly response: ResponseFieldsFragment;
  readonly refetch: () => void;
}) {
  const m = useMessages();
  const { round, response, refetch } = props;
  const { moment } = useFormats();
  const sent = correctedIn(response);
  if (!sent) return null;
  return (
    <Alert tone="info" heading={m('answer.correct.now')}>
      <p>{m('answer.correct.standing', { at: moment(sent.submittedAt), reference: sent.reference })}</p>
      <p>
        <a href={`/submissions/${sent.id}.pdf`}>{m('answer.correct.receipt')}</a>
      </p>
      {response.may.keepSent && <KeepSent {...{ response, sent, refetch }} dueAt={round.dueAt} />}
    </Alert>
  );
}

/** "Behold det, vi sendte": closes the text again, and what was sent stands as it was. */
function KeepSent(props: SentAnswer & { readonly sent: SubmissionFieldsFragment }) {
  const m = useMessages();
  const isLate = useIsPast(props.dueAt);
  const [, keep] = useMutation(KeepSentResponseDocument);
  return (
    <AskedFirst
      look="secondary"
      title={m('answer.correct.keepTitle')}
      verb={m('answer.correct.keep')}
      consequences={[
        m('answer.correct.keepStands', { reference: props.sent.reference }),
        m(isLate ? 'answer.correct.keepForGood' : 'answer.correct.keepWords'),
      ]}
      undoable={!isLate}
      act={async () => {
        const result = await keep({ input: { response: props.response.id } });
        return { result, payload: result.data?.keepSentResponse };
      }}
      done={props.refetch}
    >
      {m('answer.correct.keep')}
    </AskedFirst>
  );
}

/** "Træk svaret tilbage": from then on nothing stands, until something is sent again. */
export function WithdrawSent({ response, dueAt, refetch }: SentAnswer) {
  const m = useMessages();
  const { dueAt: said } = useFormats();
  const [, withdraw] = useMutation(WithdrawResponseDocument);
  return (
    <AskedFirst
      look="danger"
      title={m('page.response.withdrawTitle')}
      verb={m('page.response.withdraw')}
      consequences={[
        m('page.response.withdrawMissing', { deadline: said(dueAt) }),
        m('page.response.withdrawOpen'),
        m('page.response.withdrawKept'),
      ]}
      undoable
      act={async () => {
        const result = await withdraw({ input: { response: response.id } });
        return { result, payload: result.data?.withdrawResponse };
      }}
      done={refetch}
    >
      {m('page.response.withdraw')}
    </AskedFirst>
  );
}
