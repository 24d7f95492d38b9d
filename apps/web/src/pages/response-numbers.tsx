import { findPersonalNumbers } from '@enig/hearing';
import { entryOf, plainText, type HearingResponseJson } from '@enig/text';
import { Alert, Link, useMessages } from '@enig/ui';
import type { ResponseFieldsFragment } from '../generated/graphql';
import type { Round } from './hearing';
import { responseHref, type AnswerPart } from './response-ways';

/**
 * The last word before an answer is sent (HE-46): the parts in which a personal number seems to stand, with the way to
 * each, and what was seen in its documents. It forbids nothing and never says the number.
 */
export function PersonalNumbersLeft(props: {
  readonly round: Round;
  readonly response: ResponseFieldsFragment;
  readonly parts: readonly AnswerPart[];
  readonly json: HearingResponseJson;
  readonly files: ResponseFieldsFragment['files'];
}) {
  const m = useMessages();
  const { round, response, parts, json, files } = props;
  const numbered = parts.filter(({ id }) => wordsOf(json, id).some((words) => findPersonalNumbers(words).length > 0));
  const seen = files.flatMap(({ screening }) => screening);
  return (
    <>
      {numbered.length > 0 && (
        <Alert tone="warning" heading={m('screening.warning.title')}>
          <ul>
            {numbered.map(({ id, title, path }) => (
              <li key={id}>
                <Link href={`${responseHref(round, response)}/${path}`}>{title}</Link>
              </li>
            ))}
          </ul>
          <p>{m('screening.warning.help')}</p>
        </Alert>
      )}
      {seen.length > 0 && (
        <Alert tone="warning">
          {seen.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Alert>
      )}
    </>
  );
}

/** Everything somebody wrote in a part, field by field. */
function wordsOf(json: HearingResponseJson, part: string): readonly string[] {
  const { prose, minority, comments, statements } = entryOf(json, part);
  return [
    plainText(prose),
    ...(minority ? [plainText(minority)] : []),
    ...comments.map(({ body }) => plainText(body)),
    ...statements.flatMap(({ who, body }) => [who, plainText(body)]),
  ];
}
