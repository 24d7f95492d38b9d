import { isDeepStrictEqual } from 'node:util';
import { findPersonalNumbers, openFindings, type PointSource, type SubmissionId } from '@enig/hearing';
import type { CommentJson, RichText, StatementJson, SubmissionJson } from '@enig/text';
import type { EntityManager } from 'typeorm';
import { GivingWay } from '../giving-way';
import type { RoundView } from '../hearing-views';
import {
  covered,
  cutSlot,
  publishedNow,
  whyHeld,
  withoutNumbers,
  type Covering,
  type CutSlot,
  type NotReleased,
} from './covering';
import { cutExcerpts } from './cut-excerpts';
import type { ScreenedFile, ScreenedSubmission } from './screened';
import { contentsOf, findingsIn, releasesIn, screeningOf, type Screening } from './screening-view';

/** What a council sent, as those read it who neither wrote nor treat it (HE-50). */
export interface AnswerAsShown {
  readonly content: SubmissionJson;
  /** Whether that is all of it, so that its exact bytes may be read too. */
  readonly isWhole: boolean;
  /** What of a point is shown: its words and what it was found in. */
  readonly point: (point: ShownPoint) => ShownPoint;
}

/** The words of a point, and what they were found in. */
export interface ShownPoint {
  readonly excerpt: string;
  readonly source: PointSource;
}

/** The answers of a round that stand as others read them: without what was taken out or held back. */
export async function answersAsShown(
  manager: EntityManager,
  round: RoundView,
  covering: Covering,
): Promise<ReadonlyMap<SubmissionId, AnswerAsShown>> {
  const screening = await screeningOf(manager, round, { names: false });
  const ids = screening.submissions.map(({ submission }) => submission.row.id);
  const answers = await contentsOf(manager, ids);
  const open = openKeys(screening);
  const shown = (sent: ScreenedSubmission): [SubmissionId, AnswerAsShown] => {
    const { id } = sent.submission.row;
    const answer = answers.get(id);
    if (!answer) throw new Error(`The submission ${id} has no content`);
    return [id, asShown(answer, sent, { open: open.get(id) ?? new Set(), covering })];
  };
  return new Map(await new GivingWay().each(screening.submissions, signsIn, shown));
}

function signsIn({ slots }: ScreenedSubmission): number {
  return slots.reduce((sum, { text }) => sum + text.length, 0);
}

/** What others read of a point of an answer that no longer stands: that there is one. */
export function pointOfNothing({ source }: ShownPoint, { gone }: Covering): ShownPoint {
  const kept: PointSource = source.kind === 'statement' ? { ...source, who: '' } : { kind: 'paragraph' };
  return { excerpt: gone, source: kept };
}

/** What two people have not released, but for names: who reads a round may know who sits in a council. */
export function openKeys(screening: Screening): ReadonlyMap<SubmissionId, ReadonlySet<string>> {
  const open = openFindings(findingsIn(screening), releasesIn(screening)).filter(({ about }) => about !== 'memberName');
  const found = new Map<SubmissionId, Set<string>>();
  for (const { submission, key } of open) found.set(submission, (found.get(submission) ?? new Set()).add(key));
  return found;
}

function asShown(answer: SubmissionJson, sent: ScreenedSubmission, shown: NotReleased): AnswerAsShown {
  const slots = new Map(sent.slots.map((slot) => [slot.key, cutSlot(slot, shown)]));
  const files = new Map(sent.files.map((file) => [file.sha256, { file, published: publishedNow(file, shown) }]));
  const content = shownContent(answer, slots, (sha256) => files.get(sha256)?.published ?? null);
  const words = cutExcerpts([...slots.values()]);
  const ground: PointGround = {
    words: (said) => withoutNumbers(words(said), shown.covering),
    fileOf: (sha256) => files.get(sha256) ?? null,
    shown,
  };
  return {
    ...{ content, isWhole: isDeepStrictEqual(content, answer) },
    point: (point) => shownPoint(point, ground),
  };
}

function shownContent(
  answer: SubmissionJson,
  slots: ReadonlyMap<string, CutSlot>,
  publishedFor: (sha256: SubmissionJson['files'][number]['sha256']) => ScreenedFile['published'],
): SubmissionJson {
  const prose: Prose = (key, said) => covered(slots.get(key), said);
  return {
    ...answer,
    general: prose('general', answer.general),
    sections: Object.fromEntries(
      Object.entries(answer.sections).map(([id, said]) => [id, prose(`sections.${id}`, said)]),
    ),
    minority: prose('minority', answer.minority),
    comments: answer.comments.map((comment) => shownComment(comment, prose)),
    statements: answer.statements.map((statement) => shownStatement(statement, prose)),
    files: answer.files.flatMap((file) => {
      const published = publishedFor(file.sha256);
      return published?.sha256 === file.sha256 ? [{ ...file, name: published.name }] : [];
    }),
  };
}

/** What is shown of a piece of an answer, by its key. */
type Prose = (key: string, said: RichText) => RichText;

/** An anchor is a program's, and what it quotes is looked at all the same. */
function shownComment(comment: CommentJson, prose: Prose): CommentJson {
  const { id, anchor, body } = comment;
  const quoted = anchor ? [anchor.exact, anchor.prefix, anchor.suffix].join('\n') : '';
  const holds = findPersonalNumbers(quoted).length > 0;
  return { ...comment, anchor: holds ? null : anchor, body: prose(`comments.${id}`, body) };
}

/** Who said something at a meeting or by phone, and who wrote it down, is the council's own to know; the capacity is not. */
function shownStatement(statement: StatementJson, prose: Prose): StatementJson {
  const noted = statement.noted && { ...statement.noted, name: '' };
  const body = prose(`statements.${statement.id}`, statement.body);
  return { ...statement, who: '', ...(noted && { noted }), body };
}

interface PointGround {
  /** Words of the answer without what is not shown. */
  readonly words: (said: string) => string;
  readonly fileOf: (
    sha256: ScreenedFile['sha256'],
  ) => { readonly file: ScreenedFile; readonly published: ScreenedFile['published'] } | null;
  readonly shown: NotReleased;
}

function shownPoint({ excerpt, source }: ShownPoint, { words, fileOf, shown }: PointGround): ShownPoint {
  switch (source.kind) {
    case 'statement':
      return { excerpt: words(excerpt), source: { ...source, who: '' } };
    case 'file': {
      const found = fileOf(source.sha256);
      const name = found?.published?.name ?? '';
      // What stands in a file stands in no piece of the answer, and is never made one with it (HE-41).
      if (found?.published?.sha256 === source.sha256)
        return { excerpt: withoutNumbers(excerpt, shown.covering), source: { ...source, name } };
      // What was copied out of a file that is held back, or for which a copy stands, is held back with it.
      const instead = found ? whyHeld(found.file, shown) : shown.covering.unread;
      return { excerpt: found?.published ? name : instead, source: { ...source, name } };
    }
    case 'comment': {
      const holds = findPersonalNumbers(JSON.stringify(source.anchor)).length > 0;
      return { excerpt: words(excerpt), source: holds ? { ...source, anchor: null } : source };
    }
    case 'paragraph': {
      const { heading } = source;
      return {
        excerpt: words(excerpt),
        source: heading === undefined ? source : { ...source, heading: words(heading) },
      };
    }
  }
}
