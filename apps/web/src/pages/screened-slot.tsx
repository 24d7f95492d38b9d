import { Button, Details, useAnnouncer, useMessages, type Translate } from '@enig/ui';
import { useMutation } from 'urql';
import { useCommand, type Answer, type Payload } from '../command';
import { useFormats } from '../formats';
import { LiftRedactionDocument, RedactResponseDocument, type ScreeningFieldsFragment } from '../generated/graphql';
import { FindingView } from './finding';
import { focusPlace, slotId } from './open-places';
import type { ReasonedAct } from './reason-form';
import { TakeOutWords } from './take-out-words';
import type { Stretch } from './words-in-answer';

type Submission = ScreeningFieldsFragment['submissions'][number];
type Slot = Submission['slots'][number];
type Redaction = Slot['redactions'][number];

interface SlotProps {
  readonly slot: Slot;
  readonly submission: Submission;
  readonly screening: ScreeningFieldsFragment;
  readonly refetch: () => void;
}

/** A piece of a typed answer: what was found in it, what is taken out of it, and the words as they were sent. */
export function ScreenedSlotView({ slot, submission, screening, refetch }: SlotProps) {
  const m = useMessages();
  const name = nameOf(m, slot);
  const id = slotId(submission.id, slot.key);
  const takeOut = useTakeOut(submission, slot);
  const removal = useRemoval(takeOut, () => focusPlace(id));
  const { findings, redactions, text, isPublic } = slot;
  return (
    <section id={id} tabIndex={-1} aria-label={`${name}, ${submission.council.name}`}>
      <h3>{name}</h3>
      {!isPublic && <p className="e-note">{m('page.screening.notPublic')}</p>}
      {isPublic && findings.length === 0 && <p className="e-note">{m('page.screening.noFindings')}</p>}
      {isPublic && findings.length > 0 && (
        <ul aria-label={m('page.screening.findings', { what: name })}>
          {findings.map((finding) => (
            <FindingView
              key={finding.key}
              finding={finding}
              submission={submission.id}
              refetch={refetch}
              other={removal({ start: finding.start ?? 0, end: finding.end ?? 0 }, finding.where)}
            />
          ))}
        </ul>
      )}
      {redactions.map((redaction) => (
        <Removed key={redaction.id} redaction={redaction} screening={screening} place={id} refetch={refetch} />
      ))}
      <Details summary={m('page.screening.text')}>
        <p className="e-as-written">{text}</p>
        {isPublic && <TakeOutWords text={text} takenOut={redactions} takeOut={takeOut} refetch={refetch} />}
      </Details>
    </section>
  );
}

function useTakeOut(submission: Submission, slot: Slot): (of: Stretch, reason: string) => Promise<Answer<Payload>> {
  const [, redact] = useMutation(RedactResponseDocument);
  return async ({ start, end }, reason) => {
    const result = await redact({ input: { submission: submission.id, slot: slot.key, start, end, reason } });
    return { result, payload: result.data?.redactResponse };
  };
}

/** Taking out what was found: the finding goes away with it, so focus goes to the piece it stood in. */
function useRemoval(takeOut: ReturnType<typeof useTakeOut>, done: () => void) {
  const m = useMessages();
  const { say } = useAnnouncer();
  return (of: Stretch, where: string): ReasonedAct => ({
    verb: m('page.screening.remove'),
    label: m('page.screening.removeOf', { what: where }),
    send: (reason) => takeOut(of, reason),
    done: () => {
      say(m('page.screening.saidRemoved', { count: 1 }));
      done();
    },
  });
}

function Removed(props: {
  readonly redaction: Redaction;
  readonly screening: ScreeningFieldsFragment;
  /** Where it was taken out. */
  readonly place: string;
  readonly refetch: () => void;
}) {
  const { reason, by, at, id } = props.redaction;
  const m = useMessages();
  const formats = useFormats();
  const { say } = useAnnouncer();
  const [, lift] = useMutation(LiftRedactionDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await lift({ input: { round: props.screening.round, redaction: id } });
    return { result, payload: result.data?.liftRedaction };
  });
  const putBack = async () => {
    if (!(await run())) return;
    say(m('page.screening.saidPutBack'));
    focusPlace(props.place);
    props.refetch();
  };
  return (
    <p>
      {m('page.screening.removed', { reason, by, day: formats.dateTime(at) })}{' '}
      {!props.screening.isPublished && (
        <Button look="quiet" busy={busy} onClick={() => void putBack()}>
          {m('page.screening.putBack')}
        </Button>
      )}
      {refused && <span role="alert">{refused}</span>}
    </p>
  );
}

/** What a piece of an answer is called. */
export function nameOf(m: Translate, { kind, sectionTitle }: Slot): string {
  const about = sectionTitle ?? m('published.general');
  switch (kind) {
    case 'minority':
      return m('published.minority');
    case 'comment':
      return m('published.comments', { about });
    case 'statement':
    case 'speaker':
      return m('published.statements', { about });
    default:
      return about;
  }
}
