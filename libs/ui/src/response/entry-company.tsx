import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { useAnnouncer } from '../announcer';
import { othersIn } from '../collaboration/people';
import { useMessages } from '../messages';
import type { ResponseEntry } from './entry-editor';

/** What everybody who has an entry open tells the others of it. */
const FIELD = 'entry';

/** Where somebody else is who has the answer open: in a field of the entry, at it, or in another part. */
type Place = 'writes' | 'here' | 'elsewhere';

type Here = { readonly name: string; readonly place: Place };

const PLACES: readonly Place[] = ['writes', 'here', 'elsewhere'];

const KEYS_OF_WRITING = 'textarea, input, [contenteditable="true"]';

/**
 * Who else has the answer open, by name, and who of them is in this entry and writes in it: "Bo skriver her". Tells the
 * others the same of the reader. A plain field shows no carets.
 */
export function EntryCompany(props: { readonly awareness: Awareness; readonly entry: ResponseEntry }) {
  const m = useMessages();
  const { awareness, entry } = props;
  const place = useRef<HTMLParagraphElement>(null);
  useToldToOthers(awareness, entry.id, place);
  const here = useHere(awareness, entry.id);
  useReported(here, entry.title);
  return (
    <p ref={place} className="e-company">
      {PLACES.flatMap((at) => here.filter((each) => each.place === at)).map(({ name, place: at }) => (
        <span key={name}>{m(`answer.entry.${at}`, { name })} </span>
      ))}
    </p>
  );
}

/** The reader is here, and writes as long as one of the fields around has the focus. */
function useToldToOthers(awareness: Awareness, id: string, place: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const around = place.current?.parentElement;
    const tell = (writes: boolean) => awareness.setLocalStateField(FIELD, { id, writes });
    const focused = ({ target }: FocusEvent) => tell(target instanceof Element && target.matches(KEYS_OF_WRITING));
    const left = () => tell(false);
    tell(false);
    around?.addEventListener('focusin', focused);
    around?.addEventListener('focusout', left);
    return () => {
      around?.removeEventListener('focusin', focused);
      around?.removeEventListener('focusout', left);
      awareness.setLocalStateField(FIELD, null);
    };
  }, [awareness, id, place]);
}

function useHere(awareness: Awareness, entry: string): readonly Here[] {
  const company = useMemo(() => new Company(awareness, entry), [awareness, entry]);
  return useSyncExternalStore(company.subscribe, company.now);
}

/** Those in an entry; the same list until it is another. */
class Company {
  private known: readonly Here[] = [];

  constructor(
    private readonly awareness: Awareness,
    private readonly entry: string,
  ) {}

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.awareness.on('change', onChange);
    return () => this.awareness.off('change', onChange);
  };

  readonly now = (): readonly Here[] => {
    const now = hereIn(this.awareness, this.entry);
    if (JSON.stringify(now) !== JSON.stringify(this.known)) this.known = now;
    return this.known;
  };
}

/** Each name once, also of who has it open twice: where they do most. */
function hereIn(awareness: Awareness, entry: string): readonly Here[] {
  const found = new Map<string, Place>();
  for (const { client, name } of othersIn(awareness)) {
    const place = placeIn(awareness.getStates().get(client)?.[FIELD], entry);
    const known = found.get(name) ?? 'elsewhere';
    found.set(name, PLACES.indexOf(place) < PLACES.indexOf(known) ? place : known);
  }
  return [...found].map(([name, place]) => ({ name, place }));
}

/** @param told  what a client says of itself, whatever it may be. */
function placeIn(told: unknown, entry: string): Place {
  if (typeof told !== 'object' || told === null || !('id' in told) || told.id !== entry) return 'elsewhere';
  return 'writes' in told && told.writes === true ? 'writes' : 'here';
}

/** Somebody who begins to write is told of with what others do, and not each time they move between fields. */
function useReported(here: readonly Here[], title: string): void {
  const m = useMessages();
  const { report } = useAnnouncer();
  const told = useRef(new Set<string>());
  useEffect(() => {
    const writing = new Set(here.filter(({ place }) => place === 'writes').map(({ name }) => name));
    const around = new Set(here.filter(({ place }) => place !== 'elsewhere').map(({ name }) => name));
    for (const name of told.current) if (!around.has(name)) told.current.delete(name);
    for (const name of writing) {
      if (told.current.has(name)) continue;
      told.current.add(name);
      report(m('answer.entry.writesIn', { name, part: title }), 'few');
    }
  }, [here, title, m, report]);
}
