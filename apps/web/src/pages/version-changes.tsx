import { Alert, Button, DiffView, EmptyState, Loading, useMessages } from '@enig/ui';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { useFormats } from '../formats';
import { VersionDiffDocument, type VersionDiffQuery } from '../generated/graphql';
import { troubleOf } from '../query-page';
import { AnnexChanges } from './annex-changes';

type Diff = VersionDiffQuery['versionDiff'];

/** What changed from one version to another: what the agreement is called, when, for whom, its annexes, its texts. */
export function VersionChanges({ before, after }: { readonly before: string; readonly after: string }) {
  const m = useMessages();
  const [{ data, error }, execute] = useQuery({ query: VersionDiffDocument, variables: { before, after } });
  if (!data && error) {
    return (
      <Alert tone="error" live>
        <p>{m(`page.trouble.${troubleOf(error)}.text`)}</p>
        <Button onClick={() => execute({ requestPolicy: 'network-only' })}>{m('page.trouble.retry')}</Button>
      </Alert>
    );
  }
  if (!data) return <Loading what={m('page.history.theChanges')} />;
  const { title, period, parties, annexes, sections } = data.versionDiff;
  if (!title && !period && [parties, annexes, sections].every((changes) => changes.length === 0)) {
    return <EmptyState>{m('page.history.same')}</EmptyState>;
  }
  return (
    <>
      {title && (
        <Change heading={m('page.history.name')}>
          <DiffView words={title.words} />
        </Change>
      )}
      {period && <PeriodChange period={period} />}
      <PartyChanges parties={parties} />
      <AnnexChanges annexes={annexes} />
      {sections.map((section) => (
        <SectionChanges key={section.section} section={section} />
      ))}
    </>
  );
}

/** One thing of the agreement that is not as it was, by its name. */
function Change({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const m = useMessages();
  return (
    <section aria-label={heading} className="e-slot-change">
      <h3>
        {heading} <span className="e-note">· {m('diff.changed')}</span>
      </h3>
      {children}
    </section>
  );
}

function PeriodChange({ period: { before, after } }: { readonly period: NonNullable<Diff['period']> }) {
  const m = useMessages();
  const { date } = useFormats();
  const days = ({ from, to }: typeof before) => `${date(from)} – ${date(to)}`;
  return (
    <Change heading={m('page.history.period')}>
      <DiffView
        words={[
          { op: 'removed', text: days(before) },
          { op: 'same', text: ' ' },
          { op: 'added', text: days(after) },
        ]}
      />
    </Change>
  );
}

function PartyChanges({ parties }: { readonly parties: Diff['parties'] }) {
  const m = useMessages();
  if (parties.length === 0) return null;
  const said = ({ change, before, after }: Diff['parties'][number]): string => {
    if (change === 'added') return m('page.history.partyAdded', { party: after ?? '' });
    if (change === 'removed') return m('page.history.partyRemoved', { party: before ?? '' });
    return m('page.history.partyRenamed', { before: before ?? '', after: after ?? '' });
  };
  return (
    <Change heading={m('page.history.parties')}>
      <ul>
        {parties.map((party) => (
          <li key={party.party}>{said(party)}</li>
        ))}
      </ul>
    </Change>
  );
}

function SectionChanges({ section }: { readonly section: Diff['sections'][number] }) {
  const m = useMessages();
  return (
    <section aria-label={section.title}>
      <h3>
        {section.title} <span className="e-note">· {m(`diff.${section.change}`)}</span>
      </h3>
      {section.slots.map((slot, index) => (
        <div key={index} className="e-slot-change">
          <h4>
            {slot.label} <span className="e-note">· {m(`diff.${slot.change}`)}</span>
          </h4>
          <DiffView words={slot.words} />
        </div>
      ))}
    </section>
  );
}
