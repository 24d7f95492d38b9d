import { checkRegion, outlivesRegion, type RegionDays, type RegionRefused } from '@enig/agreement';
import { localDateOf } from '@enig/kernel';
import { Alert, Button, useAnnouncer, useMessages, type SummaryError, type Translate } from '@enig/ui';
import { useFormats, type Formats } from '../formats';
import type { RegionsQuery } from '../generated/graphql';
import { today } from '../today';
import type { WrittenDay } from '../written-day';
import { focusRegion } from './begun-from';

type Region = RegionsQuery['regions'][number];

/** How the region an agreement is for stands on the first day of the period. */
interface Then {
  /** The region that has taken over; null where none has. */
  readonly successor: Region['successor'];
  /** Why the region is not there (AG-43); null where it is. */
  readonly words: string | null;
  /** The same, at the field it is mended in. */
  readonly wrong: readonly SummaryError[];
  /** That the period goes on after the region, and who takes over then; null where it does not. */
  readonly outlived: string | null;
  /** A first day that is no longer there to be chosen is no example; undefined where any may be. */
  readonly example: string | undefined;
}

/** How the region that is chosen stands in the period that is written. */
export function useRegionThen(regions: readonly Region[], region: string, { from, to }: Period): Then {
  const m = useMessages();
  const formats = useFormats();
  const chosen = regions.find(({ id }) => id === region);
  const outlived = chosen ? wordOutlived(chosen, { from, to }, m, formats) : null;
  const example = chosen && exampleFor(chosen, m);
  const refused = chosen && refusedThen(chosen, from);
  if (!refused) return { successor: null, words: null, wrong: [], outlived, example };
  const words = wordRefused(refused, m, formats);
  const successor = refused.code === 'AG-43-REGION-GONE' ? chosen.successor : null;
  return { successor, words, wrong: [{ field: 'from', message: words }], outlived, example };
}

/**
 * Says so as soon as the day is written, and offers the region that takes over to those who are at home there; others are
 * told who is.
 */
export function RegionThen({
  form,
  regions,
}: {
  readonly form: {
    readonly regionThen: Then;
    readonly errorOf: (field: 'from') => string | undefined;
    readonly change: (changed: { readonly region: string }) => void;
  };
  readonly regions: readonly Region[];
}) {
  const m = useMessages();
  const { say } = useAnnouncer();
  // Once they stand at the field, they are not said here as well.
  const words = form.errorOf('from') === undefined ? form.regionThen.words : null;
  const { successor } = form.regionThen;
  const next = regions.find(({ id }) => id === successor?.id);
  if (words === null && !successor) return null;
  const choose = ({ id, name }: Region) => {
    form.change({ region: id });
    say(m('page.newAgreement.nowFor', { region: name }));
    // The button goes away with what it did.
    focusRegion();
  };
  return (
    <Alert tone="warning" live>
      {words !== null && <p>{words}</p>}
      {successor && !next && <p>{m('page.newAgreement.askSuccessor', { region: successor.name })}</p>}
      {next && (
        <Button onClick={() => choose(next)}>{m('page.newAgreement.forSuccessor', { region: next.name })}</Button>
      )}
    </Alert>
  );
}

/** Says that the period goes on after the region: its place is taken, and nobody needs to wait for another. */
export function RegionOutlived({ form }: { readonly form: { readonly regionThen: Then } }) {
  const { outlived } = form.regionThen;
  return (
    outlived && (
      <Alert tone="warning" live>
        <p>{outlived}</p>
      </Alert>
    )
  );
}

interface Period {
  readonly from: WrittenDay;
  readonly to: WrittenDay;
}

function daysOf({ name, from, until, successor }: Region): RegionDays {
  const last = until === null ? null : localDateOf(until);
  return { name, from: localDateOf(from), until: last, successor: successor?.name ?? null };
}

function refusedThen(region: Region, { day }: WrittenDay): RegionRefused | null {
  if (!day) return null;
  const there = checkRegion(daysOf(region), day);
  return there.ok ? null : there.error;
}

function wordOutlived(region: Region, { from, to }: Period, m: Translate, { date }: Formats): string | null {
  if (!from.day || !to.day) return null;
  const { name, until, successor } = daysOf(region);
  if (until === null || successor === null) return null;
  const isOutlived = outlivesRegion(daysOf(region), { periodFrom: from.day, periodTo: to.day });
  return isOutlived ? m('page.newAgreement.outlivesRegion', { region: name, until: date(until), successor }) : null;
}

/** A day of the region's last year, where it will be gone in the next; else the field's own example will do. */
function exampleFor({ until }: Region, m: Translate): string | undefined {
  const [year = ''] = until?.split('-') ?? [];
  return until === null || until > `${today().slice(0, 4)}-12-31`
    ? undefined
    : m('page.newAgreement.fromHint', { year });
}

/** Also who takes over, where anybody does. */
function wordRefused(refused: RegionRefused, m: Translate, formats: Formats): string {
  return refused.code === 'AG-43-REGION-GONE'
    ? m(refused.code, { ...refused, until: formats.date(refused.until) })
    : m(refused.code, { region: refused.region });
}
