import { createMessages, formatList, type Locale, type Say } from '@enig/messages';

/** What is new: against an earlier version of the same agreement, or against the agreement it began with. */
export interface OnePageNews {
  /** What it is compared with, as "version 2" or "Rammeaftale 2018". */
  readonly since: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** In which language it is written, and with how many names in a list. */
export interface Written {
  readonly say: Say;
  readonly locale: Locale;
  readonly most: number;
}

/** How many names a list has before "og 3 til", where what is new is told beside other things. */
const NAMED_AT_A_GLANCE = 2;

/** What is new in few words, as it is told elsewhere than on the page. */
export function newsAtAGlance(found: OnePageNews | null, locale: Locale = 'da'): string {
  return newsSaid(found, { say: createMessages(locale), locale, most: NAMED_AT_A_GLANCE });
}

/** What is new in sentences. */
export function newsSaid(found: OnePageNews | null, written: Written): string {
  const { say } = written;
  if (!found) return say('onePage.news.first');
  const { since, added, changed, removed } = found;
  const kinds = [
    ['added', added],
    ['changed', changed],
    ['removed', removed],
  ] as const;
  const said = kinds
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => say(`onePage.news.${kind}`, { names: listed(names, written), count: names.length }));
  const first = say(said.length > 0 ? 'onePage.news.since' : 'onePage.news.none', { since });
  return [first, ...said].join(' ');
}

/** Names in a sentence: the first of them, and how many there are more. Where none fits, how many there are. */
export function listed(names: readonly string[], { say, locale, most }: Written): string {
  const shown = names.slice(0, most).map((name) => `»${shortened(name, 12)}«`);
  const left = names.length - shown.length;
  if (shown.length === 0) return say('onePage.many', { count: left });
  return formatList(left > 0 ? [...shown, say('onePage.more', { count: left })] : shown, locale);
}

/** At most so many words of what somebody called a thing. */
export function shortened(name: string, most: number): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  return words.length <= most ? words.join(' ') : `${words.slice(0, most).join(' ')} …`;
}
