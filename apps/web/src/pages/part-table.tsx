import { Alert, EmptyState, Link, StateMark, Table, useMessages, type MarkState } from '@enig/ui';
import { useFormats } from '../formats';
import type { Readiness, SectionRowFragment } from '../generated/graphql';
import { today } from '../today';
import type { Agreement } from './agreement';

const MARK: Readonly<Record<Readiness, MarkState>> = {
  empty: 'notStarted',
  inProgress: 'missing',
  ready: 'done',
};

/** One half of an agreement as a table: focus areas and chapters, who coordinates them, and how far they are. */
export function PartTable({
  part,
  agreement,
}: {
  readonly part: Agreement['parts'][number];
  readonly agreement: Agreement;
}) {
  const m = useMessages();
  const { when } = useFormats();
  const name = m(`partKind.${part.kind}`);
  const newest = agreement.versions.find(({ isCurrent }) => isCurrent);
  // Who reads no drafts reads the section where it is frozen.
  const hrefOf = (section: SectionRowFragment) =>
    newest && !agreement.may.readDraft
      ? `/versioner/${newest.hash}#${section.id}`
      : `/aftaler/${agreement.id}/afsnit/${section.id}`;
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      {agreement.isWritingOpen && part.missingContents.length > 0 && (
        <Alert tone="warning" heading={m('page.agreement.missingContents')}>
          <ul>
            {part.missingContents.map((content) => (
              <li key={content}>{m(`content.${content}`)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Table
        caption={name}
        captionHidden
        rows={part.sections}
        rowKey={({ id }) => id}
        empty={<EmptyState>{m(whyEmpty(agreement, newest !== undefined))}</EmptyState>}
        columns={[
          {
            key: 'title',
            header: m('page.agreement.section'),
            rowHeader: true,
            cell: (section) => (
              <Link href={hrefOf(section)}>
                {section.number !== null && `${section.number} `}
                {section.title || m('page.agreement.untitled')}
              </Link>
            ),
          },
          {
            key: 'coordinators',
            header: m('page.agreement.coordinators'),
            cell: ({ coordinators, kind }) =>
              coordinators.map((party) => party.name).join(', ') ||
              (kind === 'chapter' ? m('page.agreement.secretariat') : '–'),
          },
          ...(part.sections.some(({ readiness }) => readiness !== null)
            ? [{ key: 'readiness', header: m('page.agreement.readiness'), cell: howFar }]
            : []),
          {
            key: 'changed',
            header: m('page.agreement.changed'),
            cell: ({ changedAt, changedBy, writersNow }) =>
              writersNow > 0
                ? m('page.agreement.writersNow', { count: writersNow })
                : changedAt && changedBy
                  ? `${when(changedAt, today())}, ${changedBy}`
                  : '–',
          },
        ]}
      />
    </section>
  );
}

/** What is frozen and has nothing in it will not have it later; before that it depends on who looks. */
function whyEmpty({ isWritingOpen, may }: Agreement, isFrozen: boolean) {
  if (isFrozen && !isWritingOpen) return 'page.agreement.emptyPart';
  return may.readDraft ? 'page.agreement.noSections' : 'page.section.notDraft';
}

function howFar({ readiness, warnings }: SectionRowFragment) {
  return readiness && <HowFar readiness={readiness} lacks={warnings.length} />;
}

/** The state in words; a section that is under way says what it lacks first. */
function HowFar({ readiness, lacks }: { readonly readiness: Readiness; readonly lacks: number }) {
  const m = useMessages();
  const word =
    readiness === 'inProgress' && lacks > 0 ? m('page.agreement.lacks', { count: lacks }) : m(`readiness.${readiness}`);
  return <StateMark state={MARK[readiness]}>{word}</StateMark>;
}
