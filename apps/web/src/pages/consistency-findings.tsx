import { Alert, Button, Link, Loading, useMessages } from '@enig/ui';
import { useId, useState } from 'react';
import { useQuery } from 'urql';
import { ConsistencyDocument, type ConsistencyQuery } from '../generated/graphql';
import { troubleOf } from '../query-page';
import { placeHref, type PlaceInText } from './place-in-text';

type Sections = ConsistencyQuery['consistency']['sections'];

/**
 * What does not fit in an agreement's texts, section by section, with a way to each place. For those who read drafts;
 * `waits` asks the server only when somebody wants to know.
 */
export function ConsistencyFindings(props: {
  readonly agreement: string;
  /** A version of it; left out for the texts as they stand. */
  readonly version?: string | undefined;
  readonly waits?: boolean;
  /** The level of the heading in the page's outline. */
  readonly level?: 2 | 3;
}) {
  const m = useMessages();
  const id = useId();
  const [isAsked, setAsked] = useState(!props.waits);
  const { level = 2 } = props;
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={id} className="e-consistency">
      <Heading id={id}>{m('page.consistency.heading')}</Heading>
      {isAsked ? (
        <Answer agreement={props.agreement} version={props.version} level={level} />
      ) : (
        <Button onClick={() => setAsked(true)}>{m('page.consistency.look')}</Button>
      )}
    </section>
  );
}

function Answer(props: { readonly agreement: string; readonly version: string | undefined; readonly level: 2 | 3 }) {
  const m = useMessages();
  const { agreement, version = null, level } = props;
  const [{ data, error, fetching }, execute] = useQuery({
    query: ConsistencyDocument,
    variables: { agreement, version },
    requestPolicy: 'network-only',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  if (!data && fetching) return <Loading what={m('page.consistency.theCheck')} />;
  if (!data) {
    return (
      <Alert tone="warning" live>
        <p>{m(`page.trouble.${error ? troubleOf(error) : 'failed'}.text`)}</p>
        <Button onClick={again}>{m('page.trouble.retry')}</Button>
      </Alert>
    );
  }
  const { count, sections } = data.consistency;
  return (
    <>
      <p role="status">{count === 0 ? m('page.consistency.none') : m('page.consistency.count', { count })}</p>
      {count > 0 && <p className="form-hint">{m('page.consistency.lead')}</p>}
      <Found
        sections={sections}
        level={level}
        hrefOf={(section, finding) => hrefOf(agreement, version, section, finding)}
      />
      <p className="e-no-print">
        <Button look="quiet" onClick={again}>
          {m('page.consistency.again')}
        </Button>
      </p>
    </>
  );
}

function Found(props: {
  readonly sections: Sections;
  readonly level: 2 | 3;
  readonly hrefOf: (section: string, place: PlaceInText) => string;
}) {
  const m = useMessages();
  const Heading = `h${props.level + 1}` as 'h3' | 'h4';
  return (
    <>
      {props.sections.map(({ section, title, findings }) => (
        <div key={section}>
          <Heading>{title}</Heading>
          <ul>
            {findings.map((finding) => (
              <li key={`${finding.code} ${finding.path.join('.')} ${finding.start}`}>
                {finding.message}{' '}
                <Link
                  href={props.hrefOf(section, finding)}
                  aria-label={m('page.consistency.goToWords', { words: finding.words })}
                >
                  {m('page.consistency.goTo')}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** A draft is corrected where it is written; a version can only be read. */
function hrefOf(agreement: string, version: string | null, section: string, place: PlaceInText): string {
  if (version === null) return placeHref(agreement, section, place);
  const [list, item] = place.path;
  return `/versioner/${version}#${item === undefined ? section : `${list}-${item}`}`;
}
