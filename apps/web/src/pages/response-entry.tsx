import { entryOf, GENERAL_ENTRY, markEntry } from '@enig/text';
import { Button, EntryEditor, EntryNumberWarning, Link, useMessages, useTextJson, type OpenText } from '@enig/ui';
import type { Doc } from 'yjs';
import { useNavigate } from 'react-router';
import type { ResponseFieldsFragment } from '../generated/graphql';
import { useViewer } from '../session';
import { HeardBeside, heardIn } from './heard-beside';
import type { Round } from './hearing';
import { AnswerFiles } from './response-files';
import { checkHref, responseHref, type AnswerPart } from './response-ways';

/** Where the council's own words stand on the page. */
const OWN = 'jeres-svar';

/** Where one goes from a part; without a title it is the check. */
interface Next {
  readonly href: string;
  readonly title: string | null;
}

/** One part of an answer: what is heard beside what is answered, and the way to the next. */
export function AnswerEntry(props: {
  readonly round: Round;
  readonly response: ResponseFieldsFragment;
  readonly part: AnswerPart;
  readonly next: Next;
  readonly open: OpenText;
  readonly collaboration: NonNullable<OpenText['collaboration']>;
  readonly refetch: () => void;
}) {
  const m = useMessages();
  const { round, response, part, collaboration } = props;
  const { doc, awareness } = collaboration;
  const { mayWrite } = props.open.snapshot;
  const { person } = useViewer();
  const section = part.id === GENERAL_ENTRY ? null : part.id;
  const heard = heardIn(round, part.id);
  const { noteSpoken, capacity } = response.may;
  const files = response.files.filter((file) => file.section === section);
  return (
    <div className={heard ? 'e-beside' : ''}>
      {heard && <HeardBeside heard={heard} part={part} doc={doc} mayWrite={mayWrite} answer={OWN} />}
      <section id={OWN} tabIndex={-1} aria-labelledby="own">
        <h2 id="own">{m('answer.entry.own')}</h2>
        <EntryEditor
          doc={doc}
          awareness={awareness}
          entry={part}
          readOnly={!mayWrite}
          files={files.length}
          notedBy={noteSpoken && capacity ? { name: person.name, capacity } : null}
        >
          <EntryNumberWarning doc={doc} entry={part} />
          <AnswerFiles response={response.id} section={section} files={files} changed={props.refetch} />
        </EntryEditor>
        <Ways {...props} files={files.length} />
      </section>
    </div>
  );
}

/** The ways from a part: on to the next, which makes it ready, to the list, and to the check. */
function Ways(props: Parameters<typeof AnswerEntry>[0] & { readonly files: number }) {
  const m = useMessages();
  const { round, response, part, next, collaboration, files } = props;
  return (
    <>
      <div className="e-button-row">
        {props.open.snapshot.mayWrite && <GoOn doc={collaboration.doc} part={part.id} files={files} next={next} />}
      </div>
      <p>
        <Link href={responseHref(round, response)}>{m('answer.entry.list')}</Link>
      </p>
      {next.title !== null && (
        <p>
          <Link href={checkHref(round, response)}>{m('page.response.check')}</Link>
        </p>
      )}
    </>
  );
}

/** The way on. A part that says something is ready by it; one that says nothing stays not begun, and is only left. */
export function GoOn(props: { readonly doc: Doc; readonly part: string; readonly files: number; readonly next: Next }) {
  const m = useMessages();
  const navigate = useNavigate();
  const { doc, part, files, next } = props;
  const json = useTextJson('hearing-response', doc);
  const isSaid = json !== null && entryOf(json, part, files).state !== 'notStarted';
  const goOn = () => {
    if (isSaid) markEntry(doc, part, 'ready', true);
    void navigate(next.href);
  };
  const on = isSaid ? 'answer.entry.next' : 'answer.entry.pass';
  const last = isSaid ? 'answer.entry.last' : 'page.response.check';
  return (
    <Button look="primary" onClick={goOn}>
      {next.title === null ? m(last) : m(on, { part: next.title })}
    </Button>
  );
}
