import {
  findingsIn,
  isPublished,
  releasesIn,
  type PlacedFinding,
  type RedactionRow,
  type ScreenedFile,
  type ScreenedSlot,
  type ScreenedSubmission,
  type Screening,
} from '@enig/data';
import { lineAt, openFindings, releasedBy, RELEASES_NEEDED } from '@enig/hearing';
import type { BodyId, PersonId } from '@enig/kernel';
import type { AppViewer } from '../core/viewer';
import type { BodyModel } from '../people/models';
import type {
  FindingModel,
  RedactionModel,
  ScreenedFileModel,
  ScreenedSlotModel,
  ScreenedSubmissionModel,
  ScreeningModel,
} from './models';
import { inReadingOrder } from './reading-order';
import { wordPlace } from './places';

/** What names what is shown. */
export interface Naming {
  readonly viewer: AppViewer;
  readonly nameOf: (person: PersonId) => string;
  readonly bodies: ReadonlyMap<BodyId, BodyModel>;
  readonly titleOf: (section: string | null) => string | null;
  /** What the round asks about, in reading order. */
  readonly sections: readonly string[];
}

/** Everybody named in a screening. */
export function peopleIn({ releases, events, submissions }: Screening): PersonId[] {
  const redactions = submissions.flatMap(({ slots }) => slots.flatMap((slot) => slot.redactions));
  const withholdings = submissions.flatMap(({ files }) => files.flatMap(({ withholding }) => withholding ?? []));
  return [...releases, ...events, ...redactions, ...withholdings].map(({ person }) => person);
}

/** Where the published answers of a round are read. */
export function publicPath(round: string): string {
  return `/hoeringssvar/${round}`;
}

export function presentScreening(screening: Screening, naming: Naming): ScreeningModel {
  const { round, submissions, events } = screening;
  const open = openFindings(findingsIn(screening), releasesIn(screening));
  const last = isPublished(screening) ? events.at(-1) : undefined;
  return {
    round: round.row.id,
    submissions: submissions.map((each) => presentSubmission(screening, each, naming)),
    openFindingCount: open.length,
    isPublished: last !== undefined,
    publishedAt: last?.at ?? null,
    publishedBy: last ? naming.nameOf(last.person) : null,
    isClosed: round.round.state === 'closed',
    publicPath: publicPath(round.row.id),
  };
}

function presentSubmission(
  screening: Screening,
  { submission, council, slots, files }: ScreenedSubmission,
  naming: Naming,
): ScreenedSubmissionModel {
  const body = naming.bodies.get(council);
  if (!body) throw new Error(`No body ${council}`);
  const { id, reference, late } = submission.row;
  return {
    ...{ id, council: body, reference, late },
    slots: inReadingOrder(slots, naming.sections).map((slot) => presentSlot(screening, slot, naming)),
    files: files.map((file) => presentFile(screening, file, naming)),
  };
}

function presentSlot(screening: Screening, slot: ScreenedSlot, naming: Naming): ScreenedSlotModel {
  const { key, kind, section, text, isPublic } = slot;
  return {
    ...{ key, kind, text, isPublic, sectionTitle: naming.titleOf(section) },
    findings: slot.findings.map((finding) => presentFinding(screening, finding, naming, lineOf(text, finding))),
    redactions: slot.redactions.map((redaction) => presentRedaction(redaction, naming)),
  };
}

function presentRedaction({ id, start, end, reason, person, at }: RedactionRow, naming: Naming): RedactionModel {
  return { id, start, end, reason, by: naming.nameOf(person), at };
}

function presentFile(screening: Screening, file: ScreenedFile, naming: Naming): ScreenedFileModel {
  const { sha256, name, size, withholding, published, inspection, findings } = file;
  return {
    ...{ sha256, name, size, isScreened: published === null || inspection !== null },
    findings: findings.map((finding) => presentFinding(screening, finding, naming, null)),
    withholding: withholding && {
      reason: withholding.reason,
      by: naming.nameOf(withholding.person),
      at: withholding.at,
      replacementName: withholding.replacementName,
    },
  };
}

function presentFinding(
  screening: Screening,
  finding: PlacedFinding,
  { viewer, nameOf }: Naming,
  line: number | null,
): FindingModel {
  const { key, about, start, end, count } = finding;
  const own = screening.releases.filter((each) => each.submission === finding.submission && each.finding === key);
  const by = releasedBy(finding, releasesIn(screening));
  const isReleased = by.length >= RELEASES_NEEDED;
  return {
    ...{ key, about, start, end, count, isReleased },
    where: whereIs(viewer, finding, line),
    releases: own.map(({ person, at, reason }) => ({ by: nameOf(person), at, reason })),
    mayRelease: !isReleased && !by.includes(viewer.person.id),
  };
}

/** Where a finding stands in words, never what it is. */
function whereIs({ say }: AppViewer, { place, number }: PlacedFinding, line: number | null): string {
  return line === null ? wordPlace(say, { place: place ?? 'other', number }) : say('screening.place.line', { line });
}

/** Null for what stands in a file. */
function lineOf(text: string, { start }: PlacedFinding): number | null {
  return start === null ? null : lineAt(text, start);
}
