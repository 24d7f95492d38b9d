import { localDateAt, type Instant } from '@enig/kernel';
import { Alert, SummaryList, useMessages, type Translate } from '@enig/ui';
import { useFormats, type Formats } from '../formats';
import type { Round } from './hearing';

/** Who hears, what, whom and for how long, with the reason where the time is short, and each extension with its. */
export function HearingHead({ round }: { readonly round: Round }) {
  const m = useMessages();
  const formats = useFormats();
  return (
    <>
      <SummaryList rows={factsOf(round, m, formats)} />
      {round.shortReason && (
        <Alert tone="warning" heading={m('page.hearing.short')}>
          <p>{round.shortReason}</p>
        </Alert>
      )}
      {round.extensions.map(({ dueDate, reason, at }) => (
        <Alert key={at} tone="info">
          <p>{m('page.hearing.extended', { date: formats.date(dueDate), reason })}</p>
        </Alert>
      ))}
    </>
  );
}

/** What the round is called: by the document where it is about one, else by the agreement. */
export function nameOf(round: {
  readonly document: { readonly title: string } | null;
  readonly agreement: { readonly title: string };
}): string {
  return round.document?.title ?? round.agreement.title;
}

function factsOf(round: Round, m: Translate, { date }: Formats) {
  const opened = date(localDateAt(round.openedAt as Instant));
  return [
    { key: 'hears', term: m('page.round.hears'), value: round.ownerName },
    { key: 'about', term: m('page.round.about'), value: aboutOf(round, m) },
    {
      key: 'period',
      term: m('page.round.period'),
      value: m('page.round.fromTo', { from: opened, to: date(round.dueDate) }),
    },
    { key: 'who', term: m('page.round.who'), value: round.invited.map(({ name }) => name).join(', ') },
  ];
}

/** "Hele version 2", "2 fokusområder af version 2: Autisme, Hjerneskade", or the document's title. */
function aboutOf({ document, version, isWhole, sections }: Round, m: Translate): string {
  if (document) return document.title;
  const number = version?.number ?? 0;
  if (isWhole) return m('page.round.aboutVersion', { number });
  const names = sections.map(({ title }) => title).join(', ');
  return `${m('page.round.aboutSome', { count: sections.length, number })}: ${names}`;
}
