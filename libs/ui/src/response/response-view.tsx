import { parseLocalDate } from '@enig/kernel';
import { formatDate, wordNoted } from '@enig/messages';
import {
  entryOf,
  GENERAL_ENTRY,
  isEmptyRich,
  type CommentJson,
  type Entry,
  type HearingResponseJson,
  type StatementJson,
} from '@enig/text';
import { Link } from '../links';
import { useLocale, useMessages } from '../messages';
import { RichTextView } from '../texts/rich-text-view';
import type { ViewNames } from '../texts/text-views';

type Level = 2 | 3 | 4;

/** A document that goes with an answer. `section` is null for one about everything. */
export type AnswerFile = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly section: string | null;
};

type Shown = ViewNames & {
  readonly headingLevel?: Level | undefined;
  readonly files?: readonly AnswerFile[] | undefined;
  /** Where an entry can be changed, by its id; left out where it cannot. */
  readonly changeHref?: ((entry: string) => string) | undefined;
};

/**
 * A hearing response to be read, entry by entry: prose, comments on the heard text, what was said, documents, and where
 * there are no remarks. What is empty is left out, unless it can be changed. da: høringssvar
 */
export function HearingResponseView(
  props: Shown & {
    readonly response: HearingResponseJson;
    /** In the order of the agreement. */
    readonly sections: readonly { readonly id: string; readonly title: string }[];
  },
) {
  const m = useMessages();
  const { response, sections, files = [] } = props;
  const areas = sections.filter(({ id }) => id !== GENERAL_ENTRY);
  const entries = [...areas, { id: GENERAL_ENTRY, title: m('ui.response.general') }];
  return (
    <div className="e-text">
      {entries.map(({ id, title }) => {
        const own = files.filter(({ section }) => section === (id === GENERAL_ENTRY ? null : id));
        return (
          <EntryView key={id} {...props} id={id} title={title} entry={entryOf(response, id, own.length)} files={own} />
        );
      })}
    </div>
  );
}

type EntryProps = Shown & { readonly id: string; readonly title: string; readonly entry: Entry };

function EntryView(props: EntryProps) {
  const m = useMessages();
  const { id, title, entry, files = [], headingLevel: level = 2, changeHref } = props;
  const isLeftOut = entry.isSilent && !entry.noRemarks;
  const Heading = `h${level}` as const;
  if (isLeftOut && !changeHref) return null;
  return (
    <section className="e-entry">
      <Heading>{title}</Heading>
      {changeHref && <Change href={changeHref(id)} what={title} />}
      {isLeftOut && <p className="e-remark-to">{m('answer.state.notStarted')}</p>}
      {entry.noRemarks && <p>{m('ui.response.noRemarks')}</p>}
      <Said {...props} />
      {files.length > 0 && <Files files={files} />}
      <Minority {...props} />
    </section>
  );
}

/** What the council wrote, its comments and what was said; what has no words is left out. */
function Said({ entry, headingLevel: level = 2, labelOf, hrefOf }: EntryProps) {
  const { prose } = entry;
  return (
    <>
      {!isEmptyRich(prose) && (
        <RichTextView content={prose} headingLevel={level + 1} labelOf={labelOf} hrefOf={hrefOf} />
      )}
      {entry.comments
        .filter(({ body }) => !isEmptyRich(body))
        .map((comment) => (
          <Comment key={comment.id} comment={comment} level={level} />
        ))}
      {entry.statements
        .filter(({ body }) => !isEmptyRich(body))
        .map((statement) => (
          <Statement key={statement.id} statement={statement} level={level} />
        ))}
    </>
  );
}

function Minority({ entry: { minority }, headingLevel: level = 2, labelOf, hrefOf }: EntryProps) {
  const m = useMessages();
  const Heading = `h${level + 1}` as 'h3' | 'h4' | 'h5';
  if (minority === null || isEmptyRich(minority)) return null;
  return (
    <>
      <Heading>{m('ui.response.minority')}</Heading>
      <RichTextView content={minority} headingLevel={level + 2} labelOf={labelOf} hrefOf={hrefOf} />
    </>
  );
}

function Change({ href, what }: { readonly href: string; readonly what: string }) {
  const m = useMessages();
  return (
    <p className="e-entry-change">
      <Link href={href}>
        {m('ui.change')}
        <span className="e-hidden"> {what}</span>
      </Link>
    </p>
  );
}

function Comment({ comment, level }: { readonly comment: CommentJson; readonly level: Level }) {
  const m = useMessages();
  return (
    <div className="e-remark">
      {comment.anchor && <p className="e-remark-to">{m('answer.comments.to', { quote: comment.anchor.exact })}</p>}
      <RichTextView content={comment.body} headingLevel={level + 1} />
    </div>
  );
}

/** What was said is never taken for what the council wrote: how, who and when stand before it (HE-38). */
function Statement({ statement, level }: { readonly statement: StatementJson; readonly level: Level }) {
  const m = useMessages();
  const locale = useLocale();
  const { how, who, on, body } = statement;
  const day = on === null ? null : parseLocalDate(on);
  const facts = [
    m(how === 'phone' ? 'answer.spoken.saidPhone' : 'answer.spoken.saidMeeting'),
    who,
    day?.ok ? formatDate(day.value, locale) : '',
    wordNoted(m, statement.noted ?? null),
  ];
  return (
    <div className="e-remark">
      <p className="e-remark-to">{facts.filter((fact) => fact.trim() !== '').join(' · ')}</p>
      <RichTextView content={body} headingLevel={level + 1} />
    </div>
  );
}

function Files({ files }: { readonly files: readonly AnswerFile[] }) {
  const m = useMessages();
  return (
    <ul className="e-files" aria-label={m('answer.files.heading')}>
      {files.map(({ id, name, url }) => (
        <li key={id}>
          <a href={url} download={name}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
