import { Alert, Button, RichTextView, useMessages } from '@enig/ui';
import type { RichText } from '@enig/text';
import { useId } from 'react';
import { useQuery } from 'urql';
import { CommentsOnVersionDocument, type CommentsOnVersionQuery } from '../generated/graphql';
import { troubleOf } from '../query-page';

type Comment = CommentsOnVersionQuery['commentsOnVersion'][number];

/** What councils commented on a version or one before it, with what became of each place. In words first. */
export function CommentsOnVersion(props: {
  readonly version: string;
  /** The sections of the version, in the order they are read. */
  readonly sections: readonly { readonly section: string; readonly title: string }[];
}) {
  const m = useMessages();
  const id = useId();
  const [{ data, error }, execute] = useQuery({
    query: CommentsOnVersionDocument,
    variables: { version: props.version },
  });
  const comments = data?.commentsOnVersion;
  if (comments?.length === 0 || (!comments && !error)) return null;
  return (
    <section aria-labelledby={id} className="e-comments">
      <h2 id={id}>{m('page.comments.heading')}</h2>
      {!comments && error && (
        <Alert tone="warning" live>
          <p>{m(`page.trouble.${troubleOf(error)}.text`)}</p>
          <Button onClick={() => execute({ requestPolicy: 'network-only' })}>{m('page.trouble.retry')}</Button>
        </Alert>
      )}
      {comments && <Groups comments={comments} sections={props.sections} />}
    </section>
  );
}

function Groups(props: {
  readonly comments: readonly Comment[];
  readonly sections: readonly { readonly section: string; readonly title: string }[];
}) {
  const m = useMessages();
  const { comments, sections } = props;
  const homeOf = ({ nowSection, section }: Comment) => nowSection ?? section;
  const isThere = (comment: Comment) => sections.some(({ section }) => section === homeOf(comment));
  const groups = [
    ...sections.map(({ section, title }) => ({
      key: section,
      title,
      own: comments.filter((each) => homeOf(each) === section),
    })),
    { key: 'gone', title: m('page.comments.gone'), own: comments.filter((each) => !isThere(each)) },
  ];
  return (
    <>
      <p>
        {m('page.comments.lead')} {m('page.comments.count', { count: comments.length })}.
      </p>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ key, title, own }) => (
          <div key={key}>
            <h3>{title}</h3>
            <ul className="e-comments-list">
              {own.map((comment) => (
                <li key={comment.id}>
                  <OneComment comment={comment} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </>
  );
}

function OneComment({ comment }: { readonly comment: Comment }) {
  const m = useMessages();
  const { state, quote, now, nowSection, nowPath, nowTitle } = comment;
  const isElsewhere = nowSection !== null && nowSection !== comment.section;
  return (
    <article>
      <p>
        <strong>{m(`commentState.${state}`)}</strong>
        {isElsewhere && ` · ${m('page.comments.movedTo', { title: nowTitle ?? '' })}`}
        {' · '}
        {m('page.comments.from', { body: comment.body, version: comment.versionNumber })}
        {comment.late && ` · ${m('page.comments.late')}`}
      </p>
      {/* Only what the server sent as a comment's words is shown, and it reads them as prose. */}
      <RichTextView content={comment.comment as RichText} headingLevel={4} />
      <dl className="e-facts">
        {quote !== '' && (
          <div>
            <dt>{m('page.comments.quote')}</dt>
            <dd>
              <q>{quote}</q>
            </dd>
          </div>
        )}
        {now !== null && state === 'changed' && (
          <div>
            <dt>{m('page.comments.now')}</dt>
            <dd>
              <q>{now}</q>
            </dd>
          </div>
        )}
      </dl>
      {nowSection !== null && (
        <p className="e-no-print">
          <a href={`#${itemId(nowPath) ?? nowSection}`}>{m('page.comments.goTo', { title: nowTitle ?? '' })}</a>
        </p>
      )}
    </article>
  );
}

/** The item of a focus area as the page marks it; null for what stands outside items. */
function itemId(path: readonly string[] | null): string | null {
  const [list, id] = path ?? [];
  return list === undefined || id === undefined ? null : `${list}-${id}`;
}
