import { BackLink, Button, EmptyState, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ScreeningDocument, type ScreeningFieldsFragment, type ScreeningQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { nameOf as roundNameOf } from './hearing-head';
import { fileId, openPlaces, slotId, type OpenPlace } from './open-places';
import { InTheWay, Publish, Standing } from './publish-responses';
import { ScreenedFileView } from './screened-file';
import { nameOf, ScreenedSlotView } from './screened-slot';

type Submission = ScreeningFieldsFragment['submissions'][number];

/** What was found in the answers of a round, for who owns it: release, take out, hold back, publish. */
export function ScreeningPage() {
  const { roundId = '' } = useParams();
  return (
    <QueryPage
      query={ScreeningDocument}
      variables={{ round: roundId }}
      pick={({ screening, round }) => (screening && round ? { screening, round } : null)}
    >
      {(found, refetch) => <ScreeningView {...found} refetch={refetch} />}
    </QueryPage>
  );
}

interface Found {
  readonly screening: ScreeningFieldsFragment;
  readonly round: NonNullable<ScreeningQuery['round']>;
  readonly refetch: () => void;
}

function ScreeningView({ screening, round, refetch }: Found) {
  const m = useMessages();
  const { submissions, openFindingCount } = screening;
  const open = openPlaces(screening);
  const [isShown, toggle] = useOnlyMissing(open);
  useDocumentTitle(`${m('page.screening.title')}: ${roundNameOf(round)}`);
  return (
    <Page
      header={
        <PageHeader
          title={m('page.screening.title')}
          way={
            <BackLink
              href={`/aftaler/${round.agreement.id}/hoering/${screening.round}`}
              where={m('page.hearing.titleOf', { agreement: roundNameOf(round) })}
            />
          }
          state={
            openFindingCount === 0 ? m('page.screening.clean') : m('page.screening.open', { count: openFindingCount })
          }
          action={<Publish screening={screening} refetch={refetch} />}
        />
      }
    >
      <Standing screening={screening} refetch={refetch} />
      <InTheWay screening={screening} />
      <p>{m('page.screening.about')}</p>
      <OpenPlaces places={open} />
      {(open.length > 0 || isShown) && (
        <Button aria-pressed={isShown !== null} onClick={toggle}>
          {m('page.screening.onlyMissing')}
        </Button>
      )}
      {submissions.length === 0 && <EmptyState>{m('page.screening.none')}</EmptyState>}
      {isShown?.size === 0 && <EmptyState>{m('page.screening.clean')}</EmptyState>}
      {submissions.map((submission) => (
        <ScreenedSubmission key={submission.id} {...{ submission, screening, refetch, isShown }} />
      ))}
    </Page>
  );
}

/**
 * Whether only the places are shown where something is missing; in the address, so that it can be come back to. A place
 * stays while one is at it, also when nothing is missing there any more.
 */
function useOnlyMissing(open: readonly OpenPlace[]): readonly [ReadonlySet<string> | null, () => void] {
  const [query, setQuery] = useSearchParams();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const isOn = query.get('vis') === 'mangler';
  const added = isOn ? open.filter(({ id }) => !kept.has(id)) : [];
  if (added.length > 0) setKept(new Set([...kept, ...added.map(({ id }) => id)]));
  const toggle = () => {
    setKept(new Set());
    setQuery(isOn ? {} : { vis: 'mangler' }, { replace: true });
  };
  return [isOn ? kept : null, toggle];
}

function ScreenedSubmission(props: {
  readonly submission: Submission;
  readonly screening: ScreeningFieldsFragment;
  readonly refetch: () => void;
  /** The places that are shown; null for all. */
  readonly isShown: ReadonlySet<string> | null;
}) {
  const { submission, screening, refetch, isShown } = props;
  const m = useMessages();
  const slots = submission.slots.filter(({ key }) => isShown?.has(slotId(submission.id, key)) ?? true);
  const files = submission.files.filter(({ sha256 }) => isShown?.has(fileId(submission.id, sha256)) ?? true);
  if (isShown && slots.length + files.length === 0) return null;
  return (
    <section aria-labelledby={`svar-${submission.id}`}>
      <h2 id={`svar-${submission.id}`}>{submission.council.name}</h2>
      <p className="e-note">
        {submission.reference}
        {submission.late && ` · ${m('page.screening.late')}`}
      </p>
      {slots.map((slot) => (
        <ScreenedSlotView key={slot.key} {...{ slot, submission, screening, refetch }} />
      ))}
      {files.map((file) => (
        <ScreenedFileView key={file.sha256} {...{ file, submission, refetch }} />
      ))}
    </section>
  );
}

/** The way to each place that stands in the way of publishing. */
function OpenPlaces({ places }: { readonly places: readonly OpenPlace[] }) {
  const m = useMessages();
  if (places.length === 0) return null;
  const what = (place: OpenPlace) =>
    'slot' in place ? nameOf(m, place.slot) : m('page.screening.file', { name: place.file.name });
  return (
    <ul>
      {places.map((place) => (
        <li key={place.id}>
          <a href={`#${place.id}`}>
            {m('page.screening.goTo', { what: what(place), council: place.submission.council.name })}
          </a>
        </li>
      ))}
    </ul>
  );
}
