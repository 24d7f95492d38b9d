import type { RoundState } from '@enig/hearing';
import type { Instant, LocalDate } from '@enig/kernel';
import {
  createMessages,
  formatDate,
  formatDateTime,
  formatWeekday,
  sortDanish,
  type Locale,
  type Say,
} from '@enig/messages';
import { labelled } from './labelled';
import type { Block, DocumentModel } from './model';
import { answerBlocks, changeBlocks, countBlock, saidBlocks, type TextChange, type TreatedPoint } from './treated';

/** A body that was heard. */
export interface HeardBody {
  readonly name: string;
  /** When its answer came; null where none stands. */
  readonly answeredAt: Instant | null;
  readonly isLate: boolean;
}

/** What was said about one thing of what was heard: a focus area, or the whole. */
export interface MemoTheme {
  /** Null in general. */
  readonly title: string | null;
  /** In the order they are to be read. */
  readonly points: readonly TreatedPoint[];
}

/** A later deadline, and why. */
export interface MemoExtension {
  readonly dueDate: LocalDate;
  readonly reason: string;
}

/** Everything a memo on a hearing says. da: høringsnotat */
export interface MemoData {
  /** What the agreement must not be taken for, as "Demo"; null for what is as real as it looks. */
  readonly label: string | null;
  /** What was heard, by its name. */
  readonly about: string;
  /** Who heard. */
  readonly owner: string;
  readonly number: number;
  readonly state: RoundState;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** From the first day to the last. */
  readonly days: number;
  /** Why there were fewer days than usual; null where there were not. */
  readonly shortReason: string | null;
  readonly extensions: readonly MemoExtension[];
  /** The day the collecting was ended, where that was before the last day; null where it was not. */
  readonly endedOn: LocalDate | null;
  readonly bodies: readonly HeardBody[];
  readonly themes: readonly MemoTheme[];
  /** What the text is compared with: the next version by its name, or the draft as it stands. Null where there is none. */
  readonly comparedWith: string | null;
  readonly changes: readonly TextChange[];
  readonly madeAt: Instant;
  /** Where it can be read on screen. */
  readonly address: string;
}

/**
 * The memo on a hearing in the form of lovkvalitet.dk 9.1.6: the period with its number of days, who was heard and who
 * answered, the points by theme with what became of each and why, and what changed against the hearing draft.
 */
export function memoDocument(data: MemoData, locale: Locale = 'da'): DocumentModel {
  const say = createMessages(locale);
  const title = say('memo.title', { about: data.about });
  const model: DocumentModel = {
    title,
    language: locale,
    subtitle: say('memo.subtitle', { owner: data.owner, number: data.number }),
    foot: say('memo.foot', { title, at: formatDateTime(data.madeAt, locale), address: data.address }),
    margin: 'normal',
    blocks: [
      ...notFinal(data, say),
      ...periodBlocks(data, say, locale),
      ...bodyBlocks(data.bodies, say, locale),
      { kind: 'heading', level: 2, runs: [{ text: say('memo.overview') }] },
      countBlock(
        data.themes.flatMap(({ points }) => points),
        say,
      ),
      ...data.themes.flatMap((theme) => themeBlocks(theme, say)),
      ...allChanges(data, say),
    ],
  };
  return labelled(model, data.label);
}

function notFinal({ state }: MemoData, say: Say): readonly Block[] {
  if (state === 'closed') return [];
  return [{ kind: 'paragraph', tone: 'note', runs: [{ text: say('memo.notFinal') }] }];
}

function periodBlocks(data: MemoData, say: Say, locale: Locale): readonly Block[] {
  const { from, to, days, shortReason, extensions, endedOn } = data;
  const period = say('memo.periodDays', {
    ...{ from: formatWeekday(from, locale), to: formatWeekday(to, locale), count: days },
  });
  const extended = extensions.map(({ dueDate, reason }) => ({
    name: say('memo.extended'),
    value: [{ text: say('memo.extendedTo', { date: formatDate(dueDate, locale), reason }) }],
  }));
  return [
    { kind: 'heading', level: 2, runs: [{ text: say('memo.period') }] },
    {
      kind: 'facts',
      facts: [
        { name: say('memo.heardBy'), value: [{ text: data.owner }] },
        { name: say('memo.period'), value: [{ text: period }] },
        ...(shortReason === null ? [] : [{ name: say('memo.short'), value: [{ text: shortReason }] }]),
        ...extended,
        ...(endedOn === null
          ? []
          : [
              {
                name: say('memo.ended'),
                value: [{ text: say('memo.endedOn', { date: formatWeekday(endedOn, locale) }) }],
              },
            ]),
      ],
    },
  ];
}

/** An alphabetical list with a mark for who answered, and for who did so late. */
function bodyBlocks(bodies: readonly HeardBody[], say: Say, locale: Locale): readonly Block[] {
  const answered = bodies.filter(({ answeredAt }) => answeredAt !== null).length;
  const rows = sortDanish(bodies, ({ name }) => name).map(({ name, answeredAt, isLate }) => [
    [{ text: name }],
    [{ text: answeredAt === null ? say('memo.no') : say(isLate ? 'memo.yesLate' : 'memo.yes') }],
    [{ text: answeredAt === null ? '' : formatDateTime(answeredAt, locale) }],
  ]);
  return [
    { kind: 'heading', level: 2, runs: [{ text: say('memo.heard') }] },
    {
      kind: 'table',
      caption: say('memo.heardCount', { answered, count: bodies.length }),
      head: [say('memo.body'), say('memo.answered'), say('memo.received')],
      rows,
    },
  ];
}

function themeBlocks({ title, points }: MemoTheme, say: Say): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 2, runs: [{ text: themeName(title, say) }] };
  if (points.length === 0) {
    return [heading, { kind: 'paragraph', runs: [{ text: say('memo.nothingSaid') }] }];
  }
  return [
    heading,
    ...answeredTogether(points).flatMap((together, index) => [
      { kind: 'heading' as const, level: 3 as const, runs: [{ text: nameOf(together, index, say) }] },
      ...together.flatMap((point) => saidBlocks(point, say, { isNamed: together.length === 1 })),
      ...answerBlocks(together[0]?.answered ?? null, say),
    ]),
  ];
}

/** What a theme is called; a section nobody has named yet has a heading all the same. */
export function themeName(title: string | null, say: Say): string {
  if (title === null) return say('memo.general');
  return title.trim() === '' ? say('document.untitled') : title;
}

/** What each heading is called must tell it from the others: a reader of headings alone finds the point by it. */
function nameOf(points: readonly TreatedPoint[], index: number, say: Say): string {
  const [first] = points;
  if (!first) return `${index + 1}`;
  const outcome = first.answered ? say(`treatment.${first.answered.outcome}`) : say('memo.withoutAnswer');
  if (points.length === 1) return say('memo.one', { number: first.label, council: first.council, outcome });
  return say('memo.several', { count: points.length, outcome, place: index + 1 });
}

/** Points that were answered at once stand together, where the first of them stands. */
export function answeredTogether(points: readonly TreatedPoint[]): readonly (readonly TreatedPoint[])[] {
  const groups = new Map<string, TreatedPoint[]>();
  points.forEach((point, index) => {
    const key = point.answered ? point.answered.given : `open ${index}`;
    const group = groups.get(key) ?? [];
    group.push(point);
    groups.set(key, group);
  });
  return [...groups.values()];
}

function allChanges({ comparedWith, changes }: MemoData, say: Say): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 2, runs: [{ text: say('memo.changes') }] };
  if (comparedWith === null) return [heading, { kind: 'paragraph', runs: [{ text: say('memo.noLater') }] }];
  if (changes.length === 0) {
    return [heading, { kind: 'paragraph', runs: [{ text: say('memo.unchanged', { with: comparedWith }) }] }];
  }
  return [
    heading,
    { kind: 'paragraph', runs: [{ text: say('memo.comparedWith', { with: comparedWith }) }] },
    ...changes.flatMap((change): readonly Block[] => [
      {
        kind: 'heading',
        level: 3,
        runs: [{ text: `${themeName(change.title, say)} · ${say(`diff.${change.change}`)}` }],
      },
      ...changeBlocks(change, say),
    ]),
  ];
}
