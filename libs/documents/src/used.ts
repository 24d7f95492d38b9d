import type { RoundState } from '@enig/hearing';
import type { Instant } from '@enig/kernel';
import { createMessages, formatDateTime, type Locale, type Say } from '@enig/messages';
import { labelled } from './labelled';
import { themeName, type MemoTheme } from './memo';
import type { Block, DocumentModel } from './model';
import { answerBlocks, changeBlocks, countBlock, saidBlocks, type TreatedPoint } from './treated';

/** What became of one council's answer. da: sådan blev jeres svar brugt */
export interface UsedData {
  /** What the agreement must not be taken for, as "Demo"; null for what is as real as it looks. */
  readonly label: string | null;
  /** What was heard, by its name. */
  readonly about: string;
  readonly owner: string;
  readonly council: string;
  readonly reference: string;
  readonly sentAt: Instant;
  readonly isLate: boolean;
  readonly state: RoundState;
  /** The council's points by what they are about. */
  readonly themes: readonly MemoTheme[];
  readonly madeAt: Instant;
  readonly address: string;
}

/** What became of a council's answer, for the council: its points, what was answered, the text before and after. */
export function usedDocument(data: UsedData, locale: Locale = 'da'): DocumentModel {
  const say = createMessages(locale);
  const title = say('used.title');
  const points = data.themes.flatMap((theme) => theme.points);
  const model: DocumentModel = {
    title: say('used.documentTitle', { council: data.council, about: data.about }),
    language: locale,
    subtitle: say('used.subtitle', {
      ...{ reference: data.reference, at: formatDateTime(data.sentAt, locale), owner: data.owner },
    }),
    foot: say('memo.foot', { title, at: formatDateTime(data.madeAt, locale), address: data.address }),
    margin: 'normal',
    blocks: [
      ...(data.state === 'closed' ? [] : [note(say('memo.notFinal'))]),
      ...(data.isLate ? [note(say('used.late'))] : []),
      ...(points.length === 0 ? [note(say('used.nothing'))] : [countBlock(points, say)]),
      ...data.themes.filter((theme) => theme.points.length > 0).flatMap((theme) => themeBlocks(theme, say)),
    ],
  };
  return labelled(model, data.label);
}

function note(text: string): Block {
  return { kind: 'paragraph', tone: 'note', runs: [{ text }] };
}

function themeBlocks({ title, points }: MemoTheme, say: Say): readonly Block[] {
  return [
    { kind: 'heading', level: 2, runs: [{ text: themeName(title, say) }] },
    ...points.flatMap((point) => pointBlocks(point, say)),
  ];
}

function pointBlocks(point: TreatedPoint, say: Say): readonly Block[] {
  const { answered } = point;
  const outcome = answered ? say(`treatment.${answered.outcome}`) : say('memo.withoutAnswer');
  const change = answered?.change;
  return [
    { kind: 'heading', level: 3, runs: [{ text: say('used.point', { number: point.label, outcome }) }] },
    ...saidBlocks(point, say, { isNamed: true }),
    // The change stands below with its words.
    ...answerBlocks(answered && { ...answered, change: null }, say),
    ...(change
      ? [
          {
            kind: 'heading' as const,
            level: 4 as const,
            runs: [{ text: say('used.change', { title: change.title }) }],
          },
          ...changeBlocks(change, say),
        ]
      : []),
  ];
}
