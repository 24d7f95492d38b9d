import { Link, LinkButton, useMessages } from '@enig/ui';
import { useQuery } from 'urql';
import { useFormats } from '../formats';
import { AgreementBesideDocument, type BesideFieldsFragment, type BesideSummaryFragment } from '../generated/graphql';
import { AmendMore, numbered } from './amend-more';
import { NoteSent } from './note-sent';

export type Beside = BesideFieldsFragment;

/** What an agreement hangs together with: what it changes, what changes it, and where anybody reads it. */
export function AgreementBeside({ id, refetch }: { readonly id: string; readonly refetch: () => void }) {
  const [{ data }, execute] = useQuery({ query: AgreementBesideDocument, variables: { id } });
  const beside = data?.agreement;
  if (!beside) return null;
  const again = () => {
    execute({ requestPolicy: 'network-only' });
    refetch();
  };
  return (
    <>
      <HangsOn beside={beside} />
      <Succession beside={beside} />
      <Amendments beside={beside} refetch={again} />
      <FrameParts beside={beside} />
      <Supplements beside={beside} />
      <Published beside={beside} refetch={again} />
    </>
  );
}

function HangsOn({ beside }: { readonly beside: Beside }) {
  const m = useMessages();
  if (!beside.parent) return null;
  return (
    <p>
      <Link href={`/aftaler/${beside.parent.id}`}>{m('page.supplement.hangsOn', { title: beside.parent.title })}</Link>
    </p>
  );
}

/** What it ends, and what ends it. */
function Succession({ beside: { succeeds, succeededBy } }: { readonly beside: Beside }) {
  const m = useMessages();
  const said = [
    ...succeeds.map(({ id, title }) => ({ id, words: m('publishedAgreement.succeeds', { title }) })),
    ...succeededBy.map(({ id, title }) => ({ id, words: m('publishedAgreement.succeededBy', { title }) })),
  ];
  return said.map(({ id, words }) => (
    <p key={id}>
      <Link href={`/aftaler/${id}`}>{words}</Link>
    </p>
  ));
}

/** What an addendum does to its agreement; in an extension nothing is written. */
function Amendments({ beside, refetch }: { readonly beside: Beside; readonly refetch: () => void }) {
  const m = useMessages();
  if (beside.act === 'extension') return <p>{m('page.supplement.sameText')}</p>;
  if (beside.act !== 'addendum') return null;
  // By its number in the agreement: its own is counted among the changes.
  const nameOf = (id: string) => {
    const changed = beside.standingSections.find(({ section }) => section === id);
    return changed ? numbered(changed) : '';
  };
  return (
    <section aria-labelledby="amendments">
      <h2 id="amendments">{m('page.supplement.changes')}</h2>
      <ul>
        {beside.amendments.map(({ section, amends, kind }) => (
          <li key={section}>
            <Link href={`/aftaler/${beside.id}/afsnit/${section}`}>
              {m(`page.supplement.${kind}`, { title: nameOf(amends) })}
            </Link>
          </li>
        ))}
      </ul>
      {beside.may.edit && <AmendMore beside={beside} refetch={refetch} />}
    </section>
  );
}

function FrameParts({ beside }: { readonly beside: Beside }) {
  const m = useMessages();
  if (beside.frameParts.length === 0) return null;
  return (
    <section aria-labelledby="frame">
      <h2 id="frame">{m('page.supplement.frame')}</h2>
      <SummaryList agreements={beside.frameParts} />
    </section>
  );
}

function Supplements({ beside }: { readonly beside: Beside }) {
  const m = useMessages();
  const { supplements, maySupplement } = beside;
  if (supplements.length === 0 && !maySupplement) return null;
  return (
    <section aria-labelledby="supplements">
      <h2 id="supplements">{m('page.supplement.list')}</h2>
      {supplements.length === 0 ? <p>{m('page.supplement.none')}</p> : <SummaryList agreements={supplements} />}
      {maySupplement && (
        <p className="e-no-print">
          <LinkButton href={`/aftaler/${beside.id}/ny-allonge`}>{m('page.supplement.new')}</LinkButton>
        </p>
      )}
    </section>
  );
}

/** "Allonge om transport · allonge · til beslutning · frist 15. oktober 2026" */
function SummaryList({ agreements }: { readonly agreements: readonly BesideSummaryFragment[] }) {
  const m = useMessages();
  const formats = useFormats();
  return (
    <ul>
      {agreements.map(({ id, title, act, standing, deadline }) => (
        <li key={id}>
          <Link href={`/aftaler/${id}`}>{title}</Link> · {m(`agreementAct.${act}`)} · {m(`standing.${standing}`)} ·{' '}
          {m('page.supplement.deadline')}: {formats.date(deadline)}
        </li>
      ))}
    </ul>
  );
}

/** Where anybody reads it, and to whom it was sent. */
function Published({ beside, refetch }: { readonly beside: Beside; readonly refetch: () => void }) {
  const m = useMessages();
  const formats = useFormats();
  const { publishedPath, authorityNotices, supplements, mayNoteSent } = beside;
  if (!publishedPath) return null;
  const isChanged = supplements.some(({ act, standing }) => act === 'addendum' && standing === 'inForce');
  return (
    <section aria-labelledby="published">
      <h2 id="published">{m('page.published.section')}</h2>
      <ul>
        <li>
          <a href={publishedPath}>{m('page.published.link')}</a>
        </li>
        <li>
          <a href={`${publishedPath}/kort`}>{m('publishedAgreement.onePage')}</a>
        </li>
        {isChanged && (
          <li>
            <a href={`${publishedPath}/samlet`}>{m('page.published.consolidated')}</a>
          </li>
        )}
        {authorityNotices.map(({ id, sentOn, recipient: to, journalNumber: number, notedBy: by }) => {
          const facts = { to, number, by, day: formats.date(sentOn) };
          return <li key={id}>{m(number === '' ? 'page.published.sent' : 'page.published.sentWithNumber', facts)}</li>;
        })}
      </ul>
      {authorityNotices.length === 0 && <p>{m('page.published.notSent')}</p>}
      {mayNoteSent && <NoteSent agreement={beside.id} refetch={refetch} />}
    </section>
  );
}
