import type { PublishedAnswer, PublishedFile, PublishedSlot } from '@enig/data';
import type { Block, DocumentModel, Run } from '@enig/documents';
import { publicPieces } from '@enig/hearing';
import { localDateAt, type BodyId, type Instant } from '@enig/kernel';
import { formatDate, wordDueAt, type Say } from '@enig/messages';
import { inReadingOrder } from './reading-order';

/** What is published of a round, and what its things are called. */
export interface Published {
  readonly title: string;
  /** The party that held the hearing, or the body that held it for all. */
  readonly heldBy: string;
  readonly dueAt: Instant;
  readonly publishedAt: Instant;
  readonly answers: readonly PublishedAnswer[];
  readonly nameOf: (council: BodyId) => string;
  readonly titleOf: (section: string | null) => string | null;
  /** What the round asks about, in reading order. */
  readonly sections: readonly string[];
  /** Where a file that is published is fetched. */
  readonly hrefOf: (file: NonNullable<PublishedFile['published']>) => string;
}

/**
 * What councils answered, as anybody may read it: by council, with what was left out and why. No name of a member
 * stands in it that was not written into an answer and released by two people.
 */
export function publishedDocument(say: Say, published: Published): DocumentModel {
  const { title, heldBy, dueAt, publishedAt, answers, nameOf } = published;
  const deadline = wordDueAt(dueAt);
  const day = formatDate(localDateAt(publishedAt));
  const sorted = [...answers].sort((one, other) => nameOf(one.council).localeCompare(nameOf(other.council), 'da-DK'));
  return {
    title: say('published.title', { title }),
    language: 'da',
    subtitle: say('published.subtitle', { heldBy, deadline, day }),
    foot: say('published.foot', { day }),
    margin: 'normal',
    blocks: [
      paragraph([{ text: say('published.about') }]),
      ...(sorted.length === 0 ? [paragraph([{ text: say('published.none') }])] : []),
      ...sorted.flatMap((answer) => ofAnswer(say, published, answer)),
    ],
  };
}

function ofAnswer(say: Say, published: Published, answer: PublishedAnswer): Block[] {
  const { council, submittedAt, late, files } = answer;
  const sent = say('published.sent', { day: formatDate(localDateAt(submittedAt)) });
  const slots = inReadingOrder(answer.slots, published.sections);
  return [
    { kind: 'heading', level: 2, runs: [{ text: published.nameOf(council) }] },
    paragraph([{ text: late ? `${sent} · ${say('published.late')}` : sent }], 'note'),
    ...slots.flatMap((slot, index) => ofSlot(say, published, slot, slots[index - 1])),
    ...(slots.length === 0 && files.length === 0 ? [paragraph([{ text: say('published.noRemarks') }])] : []),
    ...ofFiles(say, published, files),
  ];
}

/** Under a heading where the one before it stands under another. */
function ofSlot(say: Say, published: Published, slot: PublishedSlot, before: PublishedSlot | undefined): Block[] {
  const heading = headingOf(say, published, slot);
  const isSame = before !== undefined && headingOf(say, published, before) === heading;
  const pieces = publicPieces(slot.text, slot.cuts).map((piece): Run =>
    piece.kind === 'text' ? { text: piece.text } : { text: piece.reason, bold: true },
  );
  return [
    ...(isSame ? [] : [{ kind: 'heading', level: 3, runs: [{ text: heading }] } as const]),
    ...paragraphs(pieces).map((runs) => paragraph(runs)),
  ];
}

function headingOf(say: Say, { titleOf }: Published, { kind, section }: PublishedSlot): string {
  if (kind === 'minority') return say('published.minority');
  const about = titleOf(section) ?? say('published.general');
  if (kind === 'comment') return say('published.comments', { about });
  return kind === 'statement' ? say('published.statements', { about }) : about;
}

function ofFiles(say: Say, published: Published, files: readonly PublishedFile[]): Block[] {
  if (files.length === 0) return [];
  const items = files.map((file): readonly Block[] => [paragraph(ofFile(say, published, file))]);
  return [
    { kind: 'heading', level: 3, runs: [{ text: say('published.files') }] },
    { kind: 'list', ordered: false, items },
  ];
}

/** What a file that is not published is called may say what was taken out. */
function ofFile(say: Say, { hrefOf }: Published, { published, sentAs, copiedFor, held }: PublishedFile): Run[] {
  const kind = sentAs.toLowerCase().endsWith('.pdf') ? 'PDF' : 'Word';
  const file = published
    ? { text: published.name, href: hrefOf(published) }
    : { text: say('published.fileOf', { kind }) };
  const why = held ?? (copiedFor === null ? null : say('published.redactedCopy', { reason: copiedFor }));
  return why === null ? [file] : [file, { text: ` ${why}`, bold: true }];
}

/** Cut where a line is empty; what is left out stays where it stood. */
function paragraphs(runs: readonly Run[]): Run[][] {
  const all: Run[][] = [[]];
  for (const run of runs) {
    const [first = '', ...more] = run.bold ? [run.text] : run.text.split(/\n{2,}/u);
    all.at(-1)?.push({ ...run, text: first });
    for (const text of more) all.push([{ ...run, text }]);
  }
  const says = ({ text }: Run): boolean => text.trim() !== '';
  return all.map((each) => each.filter(({ text }) => text !== '')).filter((each) => each.some(says));
}

function paragraph(runs: readonly Run[], tone?: 'note'): Block {
  return { kind: 'paragraph', runs, ...(tone ? { tone } : {}) };
}
