import {
  Alert,
  BackLink,
  Button,
  Details,
  HearingResponseView,
  Page,
  PageHeader,
  PrintFooter,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useNavigate, useParams } from 'react-router';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { useFormats } from '../formats';
import {
  PutTextBackDocument,
  SeeMilestoneDocument,
  TextBeforeDocument,
  type TextBeforeFieldsFragment,
} from '../generated/graphql';
import { QueryPage } from '../query-page';
import { TextView, textOf } from '../text-view';
import { AskedFirst } from './asked-first';

type Before = TextBeforeFieldsFragment;

interface Props {
  readonly before: Before;
  readonly refetch: () => void;
}

/** A text as it was before most of it was deleted, what of it is missing now, and how to put that back. */
export function TextBeforePage() {
  const { milestoneId = '' } = useParams();
  return (
    <QueryPage query={TextBeforeDocument} variables={{ id: milestoneId }} pick={(data) => data.textMilestone} fresh>
      {(before, refetch) => <TextBefore before={before} refetch={refetch} />}
    </QueryPage>
  );
}

function TextBefore({ before, refetch }: Props) {
  const m = useMessages();
  const title = m('page.before.title', { title: before.title });
  useDocumentTitle(title);
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href={before.link} where={before.title} />}
          state={before.sentence}
          action={<PutBack before={before} />}
        />
      }
    >
      <Seen before={before} refetch={refetch} />
      <Missing before={before} />
      <section aria-labelledby="then">
        <h2 id="then">{m('page.before.then')}</h2>
        <Then before={before} />
      </section>
      <PrintFooter>
        {title} · {before.sentence} · {window.location.href}
      </PrintFooter>
    </Page>
  );
}

/** Whether anybody has looked, and a way to say so for those who are asked. */
function Seen({ before, refetch }: Props) {
  const m = useMessages();
  const { dateTime } = useFormats();
  const [, see] = useMutation(SeeMilestoneDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await see({ input: { milestone: before.id } });
    return { result, payload: result.data?.seeMilestone };
  });
  if (before.seen) {
    const { person: who, capacity, body, at } = before.seen;
    return <p>{m('page.before.seen', { who, capacity, body, at: dateTime(at) })}</p>;
  }
  return (
    <Alert tone="warning">
      <p>{m('page.before.unseen')}</p>
      {before.may.see && (
        <>
          <p>{m('page.before.seeThen')}</p>
          {refused && <p role="alert">{refused}</p>}
          <Button busy={busy} onClick={() => void run().then((done) => done && refetch())}>
            {m('page.before.see')}
          </Button>
        </>
      )}
    </Alert>
  );
}

function Missing({ before }: Pick<Props, 'before'>) {
  const m = useMessages();
  if (before.content === null) return null;
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{m('page.before.missing')}</h2>
      {before.missing.length === 0 ? <p>{m('page.before.nothingMissing')}</p> : <Pieces before={before} />}
      {before.closedBecause !== null && <p>{before.closedBecause}</p>}
    </section>
  );
}

/** How much of a piece is shown, in characters: enough to know it again. */
const GLIMPSE = 120;

function Pieces({ before }: Pick<Props, 'before'>) {
  const m = useMessages();
  return (
    <Details summary={m('page.before.missingCount', { count: before.missing.length })}>
      <ul>
        {before.missing.map(({ label, words }, index) => (
          <li key={index}>
            {label} <span className="e-note">»{words.length > GLIMPSE ? `${words.slice(0, GLIMPSE)} …` : words}«</span>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** Says what comes back and what does not change, and then puts it back and goes to the text. */
function PutBack({ before }: Pick<Props, 'before'>) {
  const m = useMessages();
  const navigate = useNavigate();
  const [, putBack] = useMutation(PutTextBackDocument);
  if (!before.may.putBack || before.missing.length === 0) return null;
  return (
    <AskedFirst
      look="primary"
      title={m('page.before.putBack')}
      verb={m('page.before.putBack')}
      consequences={[
        m('page.before.comes', { count: before.missing.length }),
        m('page.before.keeps'),
        m('page.before.twice'),
        m('page.before.yours'),
      ]}
      undoable
      act={async () => {
        const result = await putBack({ input: { milestone: before.id } });
        return { result, payload: result.data?.putTextBack };
      }}
      done={() => void navigate(before.link)}
    >
      {m('page.before.putBack')}
    </AskedFirst>
  );
}

/** The text, to be read; a word where it has been erased. */
function Then({ before }: Pick<Props, 'before'>) {
  const m = useMessages();
  const text = textOf(before.content);
  if (!text) return <p>{m('page.before.forgotten')}</p>;
  if (text.kind === 'hearing-response')
    return <HearingResponseView response={text} sections={before.sections} headingLevel={3} />;
  return <TextView content={text} />;
}
