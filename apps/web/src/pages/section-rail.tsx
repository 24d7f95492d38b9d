import { Button, Card, Link, StateMark, useMessages, type MarkState } from '@enig/ui';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AddEasyReadDocument, type Readiness } from '../generated/graphql';
import type { Section } from './section';

const MARK: Readonly<Record<Readiness, MarkState>> = { empty: 'notStarted', inProgress: 'inProgress', ready: 'done' };

/** All sections of the agreement, with how far each is, and where one is. */
export function SectionContents({ section }: { readonly section: Section }) {
  const m = useMessages();
  return (
    <div>
      {section.agreement.parts.map((part) => (
        <div key={part.id}>
          <h2 className="e-contents-part">{m(`partKind.${part.kind}`)}</h2>
          <ol className="e-contents">
            {part.sections.map((other) => (
              <li key={other.id}>
                <Link
                  href={`/aftaler/${section.agreement.id}/afsnit/${other.id}`}
                  aria-current={other.id === section.id ? 'page' : undefined}
                >
                  {other.number !== null && `${other.number} `}
                  {other.title || m('page.agreement.untitled')}
                </Link>{' '}
                {other.readiness && (
                  <StateMark state={MARK[other.readiness]}>{m(`readiness.${other.readiness}`)}</StateMark>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

/** What belongs beside the text: what it lacks, its easy-read version, where it comes from, the last frozen version. */
export function SectionRail(props: {
  readonly section: Section;
  readonly shows: 'full' | 'easyRead';
  readonly show: (which: 'full' | 'easyRead') => void;
  readonly refetch: () => void;
}) {
  const { section } = props;
  return (
    <>
      {section.agreement.isWritingOpen && <Missing section={section} />}
      {section.kind === 'focusArea' && <EasyRead {...props} />}
      {section.lineage.length > 0 && <LineageCard section={section} />}
      <LastVersion section={section} />
    </>
  );
}

function Missing({ section }: { readonly section: Section }) {
  const m = useMessages();
  return (
    <Card heading={m('page.section.missing')}>
      {section.warnings.length === 0 ? (
        <p>{m('page.section.nothingMissing')}</p>
      ) : (
        <ul>
          {section.warnings.map((warning, index) => (
            <li key={index}>{warning.message}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function EasyRead(props: Parameters<typeof SectionRail>[0]) {
  const m = useMessages();
  const { section } = props;
  const [, add] = useMutation(AddEasyReadDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await add({ input: { section: section.id } });
    return { result, payload: result.data?.addEasyRead };
  });
  const begin = async () => {
    if (!(await run())) return;
    props.refetch();
    props.show('easyRead');
  };
  return (
    <Card heading={m('page.section.easyRead')}>
      {refused && <p role="alert">{refused}</p>}
      {section.easyRead && props.shows === 'full' && (
        <Button onClick={() => props.show('easyRead')}>{m('page.section.easyReadShow')}</Button>
      )}
      {!section.easyRead && <p>{m('page.section.easyReadNone')}</p>}
      {!section.easyRead && section.text.mayEdit && (
        <Button busy={busy} onClick={() => void begin()}>
          {m('page.section.addEasyRead')}
        </Button>
      )}
    </Card>
  );
}

function LineageCard({ section }: { readonly section: Section }) {
  const m = useMessages();
  return (
    <Card heading={m('page.section.lineage')}>
      <ul>
        {section.lineage.map(({ relation, fromName, basis }, index) => (
          <li key={index}>
            {fromName}: {m(`lineage.${relation}`)} <span className="e-note">({m(`lineageBasis.${basis}`)})</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function LastVersion({ section }: { readonly section: Section }) {
  const m = useMessages();
  const last = [...section.agreement.versions].sort((one, other) => one.number - other.number).at(-1);
  if (!last) return null;
  return (
    <p>
      <Link href={`/versioner/${last.hash}#${section.id}`}>
        {m('page.section.lastVersion', { number: last.number })}
      </Link>
    </p>
  );
}
