import type { LocalDate } from '@enig/kernel';
import { createMessages, formatDate, formatList, type Locale } from '@enig/messages';
import { labelled } from './labelled';
import { lix, lixLevel, wordsBesideTables, type Readability } from './lix';
import type { Block, DocumentModel } from './model';
import { listed, newsSaid, shortened, type OnePageNews, type Written } from './one-page-news';

/** Most words of the page beside its tables (DOC-6). */
export const ONE_PAGE_WORDS = 250;

/** A hearing of the agreement's text: counts alone, never a word of an answer. */
export interface OnePageHearing {
  readonly asked: number;
  readonly answered: number;
  /** The last day; null once every point has its answer. */
  readonly runsTo: LocalDate | null;
  /** How many points came to what, by the name of the outcome; those that none came to are left out. */
  readonly outcomes: readonly { readonly name: string; readonly count: number }[];
}

/** How many parties stand how; none is left out. */
export interface OnePageStanding {
  readonly name: string;
  readonly parties: readonly string[];
}

/** What the page says. Facts and words of the text alone: nothing is written for it. da: overblik til politikere */
export interface OnePageData {
  readonly title: string;
  /** What the agreement must not be taken for, as "Demo"; null for what is as real as it looks. */
  readonly label: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly deadline: LocalDate;
  readonly version: number;
  /** How far the parties have come, as a colleague would say it. */
  readonly sentence: string;
  readonly partyCount: number;
  /** Whether it is still to be decided. */
  readonly isDeciding: boolean;
  /** The party the page is for, by its short name; null: for all. */
  readonly party: string | null;
  readonly areas: readonly { readonly title: string; readonly goals: readonly string[] }[];
  /** Null where there is nothing to compare with. */
  readonly news: OnePageNews | null;
  /** What the party looks after; of all parties none. */
  readonly coordinates: readonly string[];
  readonly actions: readonly { readonly title: string; readonly area: string; readonly to: LocalDate | null }[];
  /** What the text says about money, word for word, with the section it stands in. */
  readonly economy: readonly { readonly section: string; readonly quote: string }[];
  /** Null where nobody was heard. */
  readonly hearing: OnePageHearing | null;
  readonly standings: readonly OnePageStanding[];
  /** Where it can be read on screen. */
  readonly address: string;
}

/** The page, and the figures that stand on it. */
export interface OnePage {
  readonly model: DocumentModel;
  readonly readability: Readability;
}

/** How many names a list has before "og 3 til"; the next is tried where the page would be too long. */
const NAMED = [6, 4, 2, 1, 0] as const;

/**
 * One page for those who decide and have little time: goals, what is new, what is asked of them, what it means for
 * economy, what the hearing said, who has approved. At most 250 words stand beside its tables: long lists are shortened,
 * and how many are left out is said (DOC-6). Its lix stands on it (DOC-7).
 */
export function onePage(data: OnePageData, locale: Locale = 'da'): OnePage {
  const say = createMessages(locale);
  const pages = NAMED.map((most) => pageOf(data, { say, locale, most }));
  const page = pages.find(({ readability }) => readability.words <= ONE_PAGE_WORDS) ?? pages.at(-1);
  if (!page) throw new RangeError('A page has at least one way to be shortened');
  const { model, readability } = page;
  const level = say(`lix.${lixLevel(readability.lix)}`);
  const figures = say('onePage.figures', { words: readability.words, lix: readability.lix, level });
  // What the page is, before and after it, is no part of what is counted.
  const whole = { ...model, blocks: [...model.blocks, paragraph(figures, 'note')] };
  return { model: labelled(whole, data.label), readability };
}

function pageOf(data: OnePageData, written: Written): OnePage {
  const { say, locale } = written;
  const title = shortened(data.title, 24);
  const model: DocumentModel = {
    title: say('onePage.title', { title }),
    language: locale,
    subtitle: say('onePage.subtitle', {
      ...{ from: formatDate(data.from, locale), to: formatDate(data.to, locale), version: data.version },
    }),
    foot: say('onePage.foot', { version: data.version, address: data.address }),
    margin: 'narrow',
    blocks: [
      ...goals(data, written),
      ...news(data, written),
      ...asked(data, written),
      ...economy(data, written),
      ...hearing(data, written),
      ...approved(data, written),
    ],
  };
  return { model, readability: lix(wordsBesideTables(model)) };
}

function goals({ areas }: OnePageData, { say }: Written): Block[] {
  if (areas.length === 0) return [];
  return [
    heading(say('onePage.goals')),
    {
      kind: 'table',
      caption: say('onePage.goals.caption'),
      head: [say('onePage.area'), say('onePage.goal')],
      rows: areas.map(({ title, goals: all }) => [
        [{ text: title }],
        [{ text: all.length === 0 ? say('onePage.noGoals') : all.join(' · ') }],
      ]),
    },
  ];
}

function news({ news: found }: OnePageData, written: Written): Block[] {
  return [heading(written.say('onePage.news')), paragraph(newsSaid(found, written))];
}

function asked(data: OnePageData, written: Written): Block[] {
  const { say, locale } = written;
  const { party, partyCount, deadline, coordinates, actions } = data;
  const first = data.isDeciding
    ? say(party === null ? 'onePage.asked.all' : 'onePage.asked.party', {
        ...{ party: party ?? '', count: partyCount, date: formatDate(deadline, locale) },
      })
    : say('onePage.asked.nothing');
  const looksAfter =
    party === null || coordinates.length === 0
      ? []
      : [say('onePage.asked.coordinates', { party, names: listed(coordinates, written) })];
  const own: Block[] =
    party === null || actions.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: say('onePage.actions.caption', { party }),
            head: [say('onePage.action'), say('onePage.area'), say('onePage.by')],
            rows: actions.map(({ title, area, to }) => [
              [{ text: title }],
              [{ text: area }],
              [{ text: to === null ? say('onePage.noDate') : formatDate(to, locale) }],
            ]),
          },
        ];
  return [heading(say('onePage.asked')), paragraph([first, ...looksAfter].join(' ')), ...own];
}

function economy({ economy: quotes }: OnePageData, { say }: Written): Block[] {
  if (quotes.length === 0) return [heading(say('onePage.economy')), paragraph(say('onePage.economy.none'))];
  return [
    heading(say('onePage.economy')),
    {
      kind: 'table',
      caption: say('onePage.economy.caption'),
      head: [say('onePage.section'), say('onePage.quote')],
      rows: quotes.map(({ section, quote }) => [[{ text: section }], [{ text: `»${quote}«` }]]),
    },
  ];
}

function hearing({ hearing: held }: OnePageData, { say, locale }: Written): Block[] {
  if (!held) return [heading(say('onePage.hearing')), paragraph(say('onePage.hearing.none'))];
  const { asked: all, answered, runsTo, outcomes } = held;
  const points = outcomes.reduce((sum, { count }) => sum + count, 0);
  const said = [
    say('onePage.hearing.answered', { asked: all, answered }),
    ...(runsTo === null ? [] : [say('onePage.hearing.runs', { date: formatDate(runsTo, locale) })]),
    ...(points > 0 ? [say('onePage.hearing.points', { count: points })] : []),
  ];
  const table: Block = {
    kind: 'table',
    caption: say('onePage.hearing.caption'),
    head: outcomes.map(({ name }) => name),
    rows: [outcomes.map(({ count }) => [{ text: String(count) }])],
    numeric: outcomes.map((_, column) => column),
  };
  return [heading(say('onePage.hearing')), paragraph(said.join(' ')), ...(points > 0 ? [table] : [])];
}

function approved({ sentence, standings }: OnePageData, { say, locale }: Written): Block[] {
  return [
    heading(say('onePage.approved')),
    paragraph(sentence),
    {
      kind: 'table',
      caption: say('onePage.approved.caption'),
      head: [say('onePage.standing'), say('onePage.count'), say('onePage.parties')],
      rows: standings.map(({ name, parties }) => [
        [{ text: name }],
        [{ text: String(parties.length) }],
        [{ text: formatList(parties, locale) }],
      ]),
      numeric: [1],
    },
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, runs: [{ text }] };
}

function paragraph(text: string, tone?: 'note'): Block {
  return { kind: 'paragraph', runs: [{ text }], ...(tone ? { tone } : {}) };
}
