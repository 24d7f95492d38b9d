import { checkRegion, type RegionRefused } from '@enig/agreement';
import { localDateOf } from '@enig/kernel';
import { Alert, Button, useAnnouncer, useMessages, type SummaryError, type Translate } from '@enig/ui';
import { useFormats, type Formats } from '../formats';
import type { RegionsQuery } from '../generated/graphql';
import type { WrittenDay } from '../written-day';
import { focusRegion } from './begun-from';

type Region = RegionsQuery['regions'][number];

/** How the region an agreement is for stands on the first day of the period. */
interface Then {
  /** The id of the region that has taken over; null where none has. */
  readonly successor: string | null;
  /** Why the region is not there (AG-43); null where it is. */
  readonly words: string | null;
  /** The same, at the field it is mended in. */
  readonly wrong: readonly SummaryError[];
}

/** How the region that is chosen stands on the day that is written. */
export function useRegionThen(regions: readonly Region[], region: string, from: WrittenDay): Then {
  const m = useMessages();
  const formats = useFormats();
  const chosen = regions.find(({ id }) => id === region);
  const refused = chosen && refusedThen(chosen, from);
  if (!refused) return { successor: null, words: null, wrong: [] };
  const words = wordRefused(refused, m, formats);
  const successor = refused.code === 'AG-43-REGION-GONE' ? (chosen.successor?.id ?? null) : null;
  return { successor, words, wrong: [{ field: 'from', message: words }] };
}

/** Says so as soon as the day is written, and offers the region that takes over to those who are at home there. */
export function RegionThen({
  form,
  regions,
}: {
  readonly form: {
    readonly regionThen: Then;
    readonly attempt: number;
    readonly change: (changed: { readonly region: string }) => void;
  };
  readonly regions: readonly Region[];
}) {
  const m = useMessages();
  const { say } = useAnnouncer();
  // Once it was sent, the words stand at the field.
  const words = form.attempt > 0 ? null : form.regionThen.words;
  const next = regions.find(({ id }) => id === form.regionThen.successor);
  if (words === null && !next) return null;
  const choose = ({ id, name }: Region) => {
    form.change({ region: id });
    say(m('page.newAgreement.nowFor', { region: name }));
    // The button goes away with what it did.
    focusRegion();
  };
  return (
    <Alert tone="warning" live>
      {words !== null && <p>{words}</p>}
      {next && (
        <Button onClick={() => choose(next)}>{m('page.newAgreement.forSuccessor', { region: next.name })}</Button>
      )}
    </Alert>
  );
}

function refusedThen({ name, from, until, successor }: Region, { day }: WrittenDay): RegionRefused | null {
  if (!day) return null;
  const days = { from: localDateOf(from), until: until === null ? null : localDateOf(until) };
  const there = checkRegion({ name, ...days, successor: successor?.name ?? null }, day);
  return there.ok ? null : there.error;
}

/** Also who takes over, where anybody does. */
function wordRefused(refused: RegionRefused, m: Translate, formats: Formats): string {
  return refused.code === 'AG-43-REGION-GONE'
    ? m(refused.code, { ...refused, until: formats.date(refused.until) })
    : m(refused.code, { region: refused.region });
}
