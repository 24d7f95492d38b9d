import { FINDER_VERSION, type Release, type SubmissionId } from '@enig/hearing';
import type { BodyId, RoundId, Sha256 } from '@enig/kernel';
import { completeSubmission, type SubmissionJson } from '@enig/text';
import { In, type EntityManager } from 'typeorm';
import { GivingWay } from '../giving-way';
import type { ResponseView, RoundView } from '../hearing-views';
import { SubmissionSchema, type SubmissionRow } from '../hearings';
import {
  FileInspectionSchema,
  FileWithholdingSchema,
  FindingReleaseSchema,
  PublicationEventSchema,
  RedactionLiftSchema,
  RedactionSchema,
  type FileInspectionRow,
  type FileWithholdingRow,
  type FindingReleaseRow,
  type PublicationEventRow,
} from './rows';
import { screened, type PlacedFinding, type ScreenedSubmission, type ScreeningFacts } from './screened';

/** The answers of a round that stand, looked through, with what was decided about publishing them. */
export interface Screening {
  readonly round: RoundView;
  readonly submissions: readonly ScreenedSubmission[];
  readonly releases: readonly FindingReleaseRow[];
  /** First to last. */
  readonly events: readonly PublicationEventRow[];
}

/** What of a round is looked through. */
export interface ScreeningScope {
  /** One submission; null or left out for everything that stands. */
  readonly only?: SubmissionId | null;
  /** Withheld on trial: as if it had been decided already. */
  readonly withheld?: FileWithholdingRow;
  /** False where names of members are not asked about: only publishing does. */
  readonly names?: boolean;
}

/** Looks through what stands in a round. What is in files must have been read before (`missingInspections`). */
export async function screeningOf(
  manager: EntityManager,
  round: RoundView,
  { only = null, withheld, names: isAboutNames = true }: ScreeningScope = {},
): Promise<Screening> {
  const standing = round.responses.flatMap((response) =>
    response.standing && (only === null || response.standing.row.id === only)
      ? [{ response, submission: response.standing }]
      : [],
  );
  const ids = standing.map(({ submission }) => submission.row.id);
  const known = await factsOf(manager, ids);
  const facts = { ...known, withholdings: [...known.withholdings, ...(withheld ? [withheld] : [])] };
  const answers = await contentsOf(manager, ids);
  const inspections = await inspectionsOf(manager, [...answers.values()], facts.withholdings);
  const names = await namesIn(manager, isAboutNames ? standing.map(({ response }) => response) : []);
  const way = new GivingWay();
  const submissions: ScreenedSubmission[] = [];
  for (const { response, submission } of standing) {
    const { id } = submission.row;
    const answer = answers.get(id);
    if (!answer) throw new Error(`The submission ${id} has no content`);
    const council = response.row.body;
    const own = { ...facts, inspections, names: names.get(council) ?? [] };
    submissions.push(await screened(own, { council, submission, answer }, way));
  }
  return {
    ...{ round, submissions },
    releases: facts.releases,
    events: await publicationEvents(manager, round.row.id),
  };
}

/** When a round was published and taken down, first to last. */
export async function publicationEvents(
  manager: EntityManager,
  round: RoundId,
): Promise<readonly PublicationEventRow[]> {
  return manager.find(PublicationEventSchema, { where: { round }, order: { id: 'ASC' } });
}

/** The releases as the rules read them. */
export function releasesIn({ releases }: Pick<Screening, 'releases'>): readonly Release[] {
  return releases.map(({ submission, finding, person, reason, at }) => ({
    ...{ submission, key: finding, person, reason, at },
  }));
}

/** Everything that would be published and must be released first. */
export function findingsIn({ submissions }: Screening): readonly PlacedFinding[] {
  return submissions.flatMap(({ slots, files }) => [
    ...slots.filter(({ isPublic }) => isPublic).flatMap(({ findings }) => findings),
    ...files.flatMap(({ findings }) => findings),
  ]);
}

/** Files that would be published and that this finder has not looked through. */
export function missingInspections({ submissions }: Screening): readonly Sha256[] {
  const files = submissions.flatMap((submission) => submission.files);
  const missing = files.flatMap(({ published, inspection }) => (published && !inspection ? [published.sha256] : []));
  return [...new Set(missing)];
}

/** Whether a round's responses are published now. */
export function isPublished({ events }: Pick<Screening, 'events'>): boolean {
  return events.at(-1)?.event === 'publish';
}

async function factsOf(manager: EntityManager, ids: readonly SubmissionId[]): Promise<ScreeningFacts> {
  if (ids.length === 0) return { releases: [], redactions: [], withholdings: [] };
  const submission = In([...ids]);
  const releases = await manager.find(FindingReleaseSchema, { where: { submission }, order: { id: 'ASC' } });
  const redactions = await manager.find(RedactionSchema, { where: { submission } });
  const lifts = await manager.find(RedactionLiftSchema, { where: { redaction: In(redactions.map(({ id }) => id)) } });
  const lifted = new Set(lifts.map(({ redaction }) => redaction));
  const withholdings = await manager.find(FileWithholdingSchema, { where: { submission }, order: { id: 'ASC' } });
  return { releases, redactions: redactions.filter(({ id }) => !lifted.has(id)), withholdings };
}

/** What submissions say, by their ids. */
export async function contentsOf(
  manager: EntityManager,
  ids: readonly SubmissionId[],
): Promise<ReadonlyMap<SubmissionId, SubmissionJson>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.find(SubmissionSchema, {
    where: { id: In([...ids]) },
    select: { id: true, content: true },
  });
  const way = new GivingWay();
  const said = await way.each(rows, ({ content }) => content.length / READ_FASTER, readContent);
  return new Map(said);
}

/** How many times faster what was sent is read than looked through. */
const READ_FASTER = 10;

function readContent({ id, content }: Pick<SubmissionRow, 'id' | 'content'>): readonly [SubmissionId, SubmissionJson] {
  return [id, completeSubmission(JSON.parse(content.toString('utf8')))];
}

/** What this finder saw in the files that would be published. */
async function inspectionsOf(
  manager: EntityManager,
  answers: readonly SubmissionJson[],
  withholdings: readonly FileWithholdingRow[],
): Promise<ReadonlyMap<Sha256, FileInspectionRow>> {
  const sent = answers.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
  const hashes = [...new Set([...sent, ...withholdings.flatMap(({ replacement }) => replacement ?? [])])];
  if (hashes.length === 0) return new Map();
  const rows = await manager.find(FileInspectionSchema, { where: { sha256: In(hashes), finder: FINDER_VERSION } });
  return new Map(rows.map((row) => [row.sha256, row]));
}

/** What people who hold or held a seat in these bodies are called. */
async function namesIn(
  manager: EntityManager,
  responses: readonly ResponseView[],
): Promise<ReadonlyMap<BodyId, readonly string[]>> {
  const bodies = responses.map(({ row }) => row.body);
  const rows = await manager.query<{ body: BodyId; names: string[] }[]>(
    `SELECT s.body, array_agg(DISTINCT p.name) AS names FROM seat s JOIN person p ON p.id = s.person
     WHERE s.body = ANY($1) GROUP BY s.body`,
    [bodies],
  );
  return new Map(rows.map(({ body, names }) => [body, names]));
}
