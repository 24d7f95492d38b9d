import {
  FINDER_VERSION,
  findNames,
  findPersonalNumbers,
  masked,
  type Finding,
  type FindingAbout,
  type FindingKey,
  type SubmissionId,
} from '@enig/hearing';
import type { BodyId, Sha256 } from '@enig/kernel';
import type { SubmissionJson } from '@enig/text';
import type { GivingWay } from '../giving-way';
import type { SubmissionView } from '../hearing-views';
import { answerSlots, type AnswerSlot } from './answer-slots';
import type { FileInspectionRow, FileWithholdingRow, FindingReleaseRow, RedactionRow } from './rows';

/** A finding with where it stands: in a slot by its offsets, in a file by place and count. Never what was found. */
export interface PlacedFinding extends Finding {
  readonly start: number | null;
  readonly end: number | null;
  readonly place: string | null;
  readonly number: number | null;
  readonly count: number;
}

/** A piece of a typed answer, what was found in it and what is left out of it. */
export interface ScreenedSlot extends AnswerSlot {
  readonly redactions: readonly RedactionRow[];
  readonly findings: readonly PlacedFinding[];
}

/** A file that went with an answer, and what becomes of it. */
export interface ScreenedFile {
  readonly sha256: Sha256;
  readonly name: string;
  readonly size: number;
  readonly section: string | null;
  /** What stands published for it: itself, its redacted copy, or nothing. */
  readonly published: { readonly sha256: Sha256; readonly name: string } | null;
  readonly withholding: FileWithholdingRow | null;
  /** Of what would be published; null while nobody has looked. */
  readonly inspection: FileInspectionRow | null;
  readonly findings: readonly PlacedFinding[];
}

/** What a council sent, looked through. */
export interface ScreenedSubmission {
  readonly submission: SubmissionView;
  readonly council: BodyId;
  readonly slots: readonly ScreenedSlot[];
  readonly files: readonly ScreenedFile[];
}

/** What has been decided about submissions. */
export interface ScreeningFacts {
  readonly releases: readonly FindingReleaseRow[];
  readonly redactions: readonly RedactionRow[];
  readonly withholdings: readonly FileWithholdingRow[];
}

/** What is known about everything in a round. */
export interface Known extends ScreeningFacts {
  readonly inspections: ReadonlyMap<Sha256, FileInspectionRow>;
  /** Of those who hold or held a seat in the council. */
  readonly names: readonly string[];
}

/** What one council sent. */
export interface SentAnswer {
  readonly council: BodyId;
  readonly submission: SubmissionView;
  readonly answer: SubmissionJson;
}

/** What one council sent, looked through piece by piece. */
export async function screened(
  known: Known,
  { council, submission, answer }: SentAnswer,
  way: GivingWay,
): Promise<ScreenedSubmission> {
  const { id } = submission.row;
  const signs = ({ text }: AnswerSlot): number => text.length;
  return {
    ...{ submission, council },
    slots: await way.each(answerSlots(answer), signs, (slot) => screenedSlot(known, id, slot)),
    files: answer.files.map((file) => screenedFile(known, id, file)),
  };
}

function screenedSlot({ redactions, names }: Known, submission: SubmissionId, slot: AnswerSlot): ScreenedSlot {
  const own = redactions.filter((each) => each.submission === submission && each.slot === slot.key);
  const left = masked(slot.text, own);
  const found = (about: FindingAbout, places: readonly { readonly start: number; readonly end: number }[]) =>
    places.map(({ start, end }) => ({
      ...finding(submission, `${slot.key}@${start}-${end}`, about),
      ...{ start, end },
    }));
  const findings = [
    ...found('personalNumber', findPersonalNumbers(left)),
    ...found('memberName', findNames(left, names)),
  ];
  return { ...slot, redactions: own.sort((one, other) => one.start - other.start), findings };
}

function screenedFile(
  { withholdings, inspections, names }: Known,
  submission: SubmissionId,
  file: SubmissionJson['files'][number],
): ScreenedFile {
  const own = withholdings.filter((each) => each.submission === submission && each.sha256 === file.sha256);
  const last = own.at(-1) ?? null;
  const withholding = last?.isWithheld === true ? last : null;
  const published = publishedFor(file, withholding);
  const inspection = (published && inspections.get(published.sha256)) ?? null;
  const inside = published && inspection ? findingsOfFile(submission, published.sha256, inspection) : [];
  const named = withholding ? `copy${withholding.id}` : 'name';
  const findings = [...(published ? findingsInName(submission, published, { named, names }) : []), ...inside];
  return { ...file, published, withholding, inspection, findings };
}

/** What a file is called is published with it. `named` says who called it so: a copy has a name of its own. */
function findingsInName(
  submission: SubmissionId,
  { sha256, name }: NonNullable<ScreenedFile['published']>,
  { named, names }: { readonly named: string; readonly names: readonly string[] },
): readonly PlacedFinding[] {
  const found = (about: FindingAbout, count: number) => {
    if (count === 0) return [];
    const key = fileKey(sha256, `${named}.${about}`, count, FINDER_VERSION);
    return [{ ...finding(submission, key, about), place: 'name', count }];
  };
  return [
    ...found('personalNumber', findPersonalNumbers(name).length),
    ...found('memberName', findNames(name, names).length),
  ];
}

/**
 * Where in a file a finding stands, how many there are, and which finder says so: a release of one is none of two, and
 * none of what a better finder sees in the same place.
 */
function fileKey(file: Sha256, where: string, count: number, finder: number): string {
  return `file.${file}.${where}.${count}@${finder}`;
}

function publishedFor(
  { sha256, name }: { readonly sha256: Sha256; readonly name: string },
  withholding: FileWithholdingRow | null,
): ScreenedFile['published'] {
  if (!withholding) return { sha256, name };
  const { replacement, replacementName } = withholding;
  return replacement !== null && replacementName !== null ? { sha256: replacement, name: replacementName } : null;
}

function findingsOfFile(
  submission: SubmissionId,
  file: Sha256,
  { kind, numbers, unread, finder }: FileInspectionRow,
): readonly PlacedFinding[] {
  const key = (what: string, number: number | null, count: number): string =>
    fileKey(file, `${what}.${number ?? ''}`, count, finder);
  const refused = kind === 'refused' ? [{ why: 'refused', number: null }] : [];
  return [
    ...numbers.map(({ place, number, count }) => ({
      ...finding(submission, key(place, number, count), 'personalNumber'),
      ...{ place, number, count },
    })),
    ...[...unread, ...refused].map(({ why, number }) => ({
      // Whoever wrote the file is taken for a member: what it says of itself is published with it.
      ...finding(submission, key(why, number, 1), why === 'author' ? 'memberName' : 'unread'),
      ...{ place: why, number },
    })),
  ];
}

function finding(submission: SubmissionId, key: string, about: FindingAbout): PlacedFinding {
  const nowhere = { start: null, end: null, place: null, number: null, count: 1 };
  return { submission, key: key as FindingKey, about, ...nowhere };
}
