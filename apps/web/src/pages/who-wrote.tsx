import { instantOf, localDateAt } from '@enig/kernel';
import {
  Alert,
  BackLink,
  Button,
  EmptyState,
  Page,
  PageHeader,
  PrintFooter,
  useAnnouncer,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useEffect, useId, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useFormats, type Formats } from '../formats';
import { WhoWroteDocument, type WhoWroteQuery } from '../generated/graphql';
import { troubleOf, TroublePage } from '../query-page';
import { NotFoundPage } from './not-found';

type Told = NonNullable<WhoWroteQuery['textAttribution']>;
type Slot = Told['slots'][number];
type Run = Slot['runs'][number];

/** Who wrote what stands in a text, for which body, and when. */
export function WhoWrotePage() {
  const { textId = '' } = useParams();
  const [stopped, setStopped] = useState(false);
  const [{ data, error }, execute] = useQuery({
    query: WhoWroteDocument,
    variables: { text: textId },
    requestPolicy: 'network-only',
    pause: stopped,
  });
  if (data?.textAttribution) return <WhoWrote told={data.textAttribution} />;
  if (error) return <TroublePage trouble={troubleOf(error)} retry={() => execute()} />;
  if (data) return <NotFoundPage />;
  return <Reading stopped={stopped} setStopped={setStopped} />;
}

/** How long in ms one may wait before there is a bar and a way to stop it. */
const PATIENCE = 2_000;

/** A long history takes seconds to read. How many is not known before it is read, so the bar says only that it goes on. */
function Reading({ stopped, setStopped }: { readonly stopped: boolean; readonly setStopped: (is: boolean) => void }) {
  const m = useMessages();
  const id = useId();
  const { say } = useAnnouncer();
  const reading = m('page.whoWrote.reading');
  const isLate = useLate(stopped);
  useEffect(() => {
    if (isLate) say(reading);
  }, [isLate, say, reading]);
  const title = m('page.textHistory.who');
  useDocumentTitle(title);
  return (
    <Page header={<PageHeader title={title} />}>
      {stopped ? (
        <EmptyState action={<Button onClick={() => setStopped(false)}>{m('page.whoWrote.again')}</Button>}>
          {m('page.whoWrote.stopped')}
        </EmptyState>
      ) : (
        isLate && (
          <div className="e-progress">
            <label htmlFor={id}>{reading}</label>
            <progress id={id} />
            <Button onClick={() => setStopped(true)}>{m('ui.stop')}</Button>
          </div>
        )
      )}
    </Page>
  );
}

function useLate(stopped: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (stopped) return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [stopped]);
  return isLate;
}

function WhoWrote({ told }: { readonly told: Told }) {
  const m = useMessages();
  const title = m('page.whoWrote.title', { title: told.title });
  useDocumentTitle(title);
  const written = told.slots.filter(({ runs }) => runs.length > 0);
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href={told.link} where={told.title} />}
          state={m('page.whoWrote.state')}
          aside={
            <Button look="quiet" onClick={() => window.print()}>
              {m('button.print')}
            </Button>
          }
        />
      }
    >
      {told.erasedThrough !== null && (
        <Alert tone="info">
          <p>{m('page.whoWrote.erased')}</p>
        </Alert>
      )}
      {written.length === 0 && (
        <EmptyState>{m(told.slots.length === 0 ? 'page.whoWrote.unreadable' : 'page.whoWrote.empty')}</EmptyState>
      )}
      {written.map((slot) => (
        <Piece key={slot.path.join(' ')} slot={slot} />
      ))}
      <PrintFooter>
        {title} · {window.location.href}
      </PrintFooter>
    </Page>
  );
}

function Piece({ slot }: { readonly slot: Slot }) {
  const id = useId();
  const formats = useFormats();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{slot.label}</h2>
      {blocksOf(slot.runs, formats).map((stretches, index) => (
        <Block key={index} stretches={stretches} />
      ))}
    </section>
  );
}

/** What one person wrote for one body on one day, without a break. */
interface Stretch {
  readonly who: string;
  readonly words: string;
}

/** A paragraph. By one: their name stands under it. By several: each name stands in brackets after their words. */
function Block({ stretches }: { readonly stretches: readonly Stretch[] }) {
  const m = useMessages();
  const [first, ...others] = stretches;
  if (!first) return null;
  if (others.length > 0) {
    return (
      <p>
        {stretches.map(({ who, words }, index) => (
          <span key={index}>
            {words} <span className="e-note">[{who}] </span>
          </span>
        ))}
      </p>
    );
  }
  return (
    <p>
      {first.words}
      <br />
      <span className="e-note">{m('page.whoWrote.by', { who: first.who })}</span>
    </p>
  );
}

/** The paragraphs of a slot; what is by the same author on the same day is one stretch. */
function blocksOf(runs: readonly Run[], formats: Formats): readonly (readonly Stretch[])[] {
  const blocks = new Map<number, Stretch[]>();
  for (const run of runs) {
    const block = blocks.get(run.block) ?? [];
    blocks.set(run.block, block);
    const who = authorOf(run, formats);
    const last = block.at(-1);
    if (last?.who === who) block[block.length - 1] = { who, words: last.words + run.text };
    else block.push({ who, words: run.text });
  }
  return [...blocks.values()].filter((block) => block.some(({ words }) => words.trim() !== ''));
}

/** "Mette Holm (Roskilde), 3. maj 2026" */
function authorOf({ person, body, at }: Run, { date }: Formats): string {
  const name = [person, body !== null && `(${body})`].filter(Boolean).join(' ');
  return at === null ? name : `${name}, ${date(localDateAt(instantOf(new Date(at))))}`;
}
