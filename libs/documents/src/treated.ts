import type { PointKind, TreatmentOutcome } from '@enig/hearing';
import type { Say } from '@enig/messages';
import type { Block, Run } from './model';

/** A stretch of words that stayed, came or went. */
export interface ChangedWords {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** One place in the text where something changed. da: ændring i teksten */
export interface PlaceChange {
  /** What the place is called: "Mål 2, »Færre på venteliste«: kriterium". */
  readonly label: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly words: readonly ChangedWords[];
}

/** What changed in a section of the agreement. */
export interface TextChange {
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly places: readonly PlaceChange[];
}

/** What an answer came to, and where the change that followed can be read. */
export interface Answered {
  /** Points with the same were answered at once. */
  readonly given: string;
  readonly outcome: TreatmentOutcome;
  readonly answer: string;
  readonly reason: string;
  /** Null where nothing followed in the text, or nobody has pointed at it. */
  readonly change: TextChange | null;
}

/** One thing a council says, and what was answered. */
export interface TreatedPoint {
  readonly label: string;
  readonly council: string;
  readonly isMinority: boolean;
  readonly isLate: boolean;
  /** What it was found in, and what one needs to know of that: its heading, the words commented on, who said it, a file's name. */
  readonly kind: PointKind;
  readonly about: string | null;
  readonly words: string;
  /** Null while nobody has answered. */
  readonly answered: Answered | null;
}

/** How many characters of unchanged words stand on each side of a change. */
const AROUND = 120;

/** A paragraph with what came and went, and only so much around it that it can be understood. */
export function changedRuns(words: readonly ChangedWords[]): readonly Run[] {
  if (words.every(({ op }) => op === 'same')) return words.map(({ text }) => ({ text }));
  return words.map(({ op, text }, index): Run => {
    if (op !== 'same') return { text, change: op };
    return { text: shortened(text, index === 0, index === words.length - 1) };
  });
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const room = isFirst || isLast ? AROUND : 2 * AROUND;
  if (text.length <= room + AROUND) return text;
  const head = isFirst ? '' : text.slice(0, AROUND).replace(/\S*$/u, '');
  const tail = isLast ? '' : text.slice(-AROUND).replace(/^\S*/u, '');
  return `${head}…${tail}`;
}

/** A change of a section as blocks: each place by its name, then its words. */
export function changeBlocks(change: TextChange, say: Say): readonly Block[] {
  return change.places.flatMap((place): readonly Block[] => [
    {
      kind: 'paragraph',
      runs: [{ text: place.label, bold: true }, { text: ` · ${say(`diff.${place.change}`)}` }],
    },
    { kind: 'paragraph', runs: changedRuns(place.words) },
  ]);
}

/**
 * One point as it was said: how, and the words. A heading above it has named it, unless it stands there with others; who
 * is named already is not named again.
 */
export function saidBlocks(
  point: TreatedPoint,
  say: Say,
  { isNamed }: { readonly isNamed: boolean },
): readonly Block[] {
  const marks = [
    ...(point.isMinority ? [say('memo.minority')] : []),
    ...(point.isLate ? [say('memo.late')] : []),
    ...howSaid(point, say),
  ].join(' · ');
  const words: Block = { kind: 'paragraph', tone: 'quote', runs: [{ text: point.words }] };
  if (isNamed) return marks === '' ? [words] : [{ kind: 'paragraph', runs: [{ text: begun(marks) }] }, words];
  const name = { text: say('memo.point', { number: point.label, council: point.council }), bold: true };
  return [{ kind: 'paragraph', runs: marks === '' ? [name] : [name, { text: ` · ${marks}` }] }, words];
}

function begun(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function howSaid({ kind, about }: TreatedPoint, say: Say): readonly string[] {
  if (about === null) return [];
  return [say(`memo.about.${kind}`, { about })];
}

/** What was answered, below a heading that says the outcome: answer and reason, and where the change is that followed. */
export function answerBlocks(
  answered: Pick<Answered, 'answer' | 'reason' | 'change'> | null,
  say: Say,
): readonly Block[] {
  if (!answered) return [];
  const { answer, reason, change } = answered;
  const facts = [
    { name: say('memo.answer'), value: [{ text: answer }] },
    { name: say('memo.reason'), value: [{ text: reason }] },
    ...(change ? [{ name: say('memo.changedIn'), value: [{ text: change.title }] }] : []),
  ];
  return [{ kind: 'facts', facts }];
}

/** A number of each outcome, and of those without. */
export function countBlock(points: readonly TreatedPoint[], say: Say): Block {
  const of = (outcome: TreatmentOutcome | null): number =>
    points.filter(({ answered }) => (answered?.outcome ?? null) === outcome).length;
  const outcomes = ['accommodated', 'partlyAccommodated', 'noted', 'notAccommodated'] as const;
  const rows = outcomes.map((outcome) => [[{ text: say(`treatment.${outcome}`) }], [{ text: `${of(outcome)}` }]]);
  const open = of(null);
  const left = open > 0 ? [[[{ text: say('memo.withoutAnswer') }], [{ text: `${open}` }]]] : [];
  return {
    kind: 'table',
    caption: say('memo.counted', { count: points.length }),
    head: [say('memo.outcome'), say('memo.points')],
    rows: [...rows, ...left],
    numeric: [1],
  };
}
