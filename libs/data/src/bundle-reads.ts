import type { Manifest } from '@enig/agreement';
import type { AgreementId, BodyId, DecisionId, PersonId, Sha256, VersionHash } from '@enig/kernel';
import type { TextJson } from '@enig/text';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { ActSchema, type ActRow } from './act';
import { agreementView, type AgreementView } from './agreement-reads';
import { caseViews, type CaseView } from './case-reads';
import { CaseSchema, CaseSendingSchema } from './cases';
import { headOf } from './log-head';
import { ConfirmationSchema, DecisionSchema, type ConfirmationRow, type DecisionRow } from './approvals';
import { PersonSchema } from './people';
import { BodySchema } from './places';
import { AuthorityNoticeSchema, PublicationSchema, type AuthorityNoticeRow, type PublicationRow } from './publications';
import { VersionSchema, type VersionRow } from './versions';

/** A frozen text with its bytes. */
export interface BundledText {
  readonly section: string;
  readonly sha256: Sha256;
  readonly bytes: Buffer;
  readonly content: TextJson;
}

/** A version with everything it is made of. */
export interface BundledVersion {
  readonly row: VersionRow;
  readonly manifest: Manifest;
  /** In the manifest's order. */
  readonly texts: readonly BundledText[];
  /** The easy-read texts beside it. */
  readonly companions: readonly BundledText[];
}

/** A file of the case. */
export interface BundledFile {
  readonly sha256: Sha256;
  readonly name: string;
  readonly bytes: Buffer;
}

/** A party's case that was sent on, with the bytes the log has the hash of. */
export interface BundledCase {
  readonly view: CaseView;
  readonly bytes: Buffer;
}

/** Everything of an agreement that proves something, as it stood at one moment. */
export interface CaseRecord {
  readonly view: AgreementView;
  /** Oldest first. */
  readonly acts: readonly ActRow[];
  readonly versions: readonly BundledVersion[];
  /** The annexes of every version, each file once. */
  readonly annexes: readonly BundledFile[];
  /** Oldest first, also those that no longer count. */
  readonly decisions: readonly DecisionRow[];
  readonly confirmations: ReadonlyMap<DecisionId, ConfirmationRow>;
  /** Of every version, in the order they were sent on. Not for everybody who may read the agreement (AC-28). */
  readonly cases: readonly BundledCase[];
  /** Null until it is concluded. */
  readonly publication: PublicationRow | null;
  /** When and to whom it was sent, oldest first. */
  readonly notices: readonly AuthorityNoticeRow[];
  readonly people: ReadonlyMap<PersonId, string>;
  readonly bodies: ReadonlyMap<BodyId, string>;
}

/** How often a case is begun anew because something was logged meanwhile; then it is given up. */
const MOST_ATTEMPTS = 5;

/** Something was logged each time a case was made, so that none of them was of one moment. */
export class NeverAtRest extends Error {
  constructor(agreement: AgreementId) {
    super(`Something was logged in ${agreement} each time its case was made`);
    this.name = 'NeverAtRest';
  }
}

/** Reads whole cases. */
export class BundleReads {
  constructor(private readonly source: DataSource) {}

  /**
   * Makes something of a whole case while its log stands still. What is read beside the record must be of the record's
   * moment, and whatever changes is logged (LO-1): where something was, it is begun anew.
   *
   * @returns null for no such agreement. @throws NeverAtRest where it never stood still long enough, and what `make` throws
   */
  async atRest<Value>(agreement: AgreementId, make: (record: CaseRecord) => Promise<Value>): Promise<Value | null> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const record = await this.case(agreement);
      if (!record) return null;
      const made = await make(record);
      const head = await headOf(this.source.manager, agreement);
      if (head?.hash === record.acts.at(-1)?.hash) return made;
    }
    throw new NeverAtRest(agreement);
  }

  /** A whole case; null for no such agreement. What is logged while it is read is in none of it. */
  async case(agreement: AgreementId): Promise<CaseRecord | null> {
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('SET TRANSACTION READ ONLY');
      const view = await agreementView(manager, agreement);
      if (!view) return null;
      const acts = await manager.find(ActSchema, { where: { agreement }, order: { number: 'ASC' } });
      const versions = await versionsOf(manager, agreement);
      const decisions = await manager.find(DecisionSchema, {
        where: { agreement },
        order: { recordedAt: 'ASC', id: 'ASC' },
      });
      const confirmations = await manager.find(ConfirmationSchema, {
        where: { decision: In(decisions.map(({ id }) => id)) },
      });
      const named = { acts, versions, decisions, confirmations };
      return {
        ...{ view, acts, versions, decisions, annexes: await annexesOf(manager, versions) },
        confirmations: new Map(confirmations.map((row) => [row.decision, row])),
        cases: await casesOf(manager, agreement),
        publication: await manager.findOne(PublicationSchema, { where: { agreement } }),
        notices: await manager.find(AuthorityNoticeSchema, {
          where: { agreement },
          order: { sentOn: 'ASC', at: 'ASC', id: 'ASC' },
        }),
        ...(await namesIn(manager, named)),
      };
    });
  }
}

async function versionsOf(manager: EntityManager, agreement: AgreementId): Promise<BundledVersion[]> {
  const rows = await manager.find(VersionSchema, { where: { agreement }, order: { number: 'ASC' } });
  return Promise.all(
    rows.map(async (row) => ({
      row,
      // Only what this product has written is in the table, so its shape is known.
      manifest: JSON.parse(row.manifest.toString('utf8')) as Manifest,
      texts: await textsOf(manager, 'version_text', 'v.position', row.hash),
      companions: await textsOf(manager, 'version_companion', 'v.section', row.hash),
    })),
  );
}

async function casesOf(manager: EntityManager, agreement: AgreementId): Promise<BundledCase[]> {
  const rows = await manager.find(CaseSchema, { where: { agreement }, order: { party: 'ASC', id: 'ASC' } });
  const views = await caseViews(manager, rows);
  const sent = await manager.find(CaseSendingSchema, {
    where: { case: In(rows.map(({ id }) => id)) },
    order: { at: 'ASC', case: 'ASC' },
  });
  return sent.flatMap(({ case: id, content: bytes }) => {
    const view = views.find(({ row }) => row.id === id);
    return view ? [{ view, bytes }] : [];
  });
}

async function textsOf(
  manager: EntityManager,
  table: 'version_text' | 'version_companion',
  order: 'v.position' | 'v.section',
  version: VersionHash,
): Promise<BundledText[]> {
  const rows = await manager.query<Omit<BundledText, 'content'>[]>(
    `SELECT v.section, t.sha256, t.content AS bytes FROM ${table} v JOIN text_version t ON t.id = v.text_version
     WHERE v.version = $1 ORDER BY ${order}`,
    [version],
  );
  return rows.map((row) => ({ ...row, content: JSON.parse(row.bytes.toString('utf8')) as TextJson }));
}

async function annexesOf(manager: EntityManager, versions: readonly BundledVersion[]): Promise<BundledFile[]> {
  const names = new Map(
    versions.flatMap(({ manifest }) => manifest.annexes.map(({ sha256, fileName }) => [sha256, fileName] as const)),
  );
  const rows = await manager.query<Omit<BundledFile, 'name'>[]>(
    'SELECT sha256, bytes FROM file WHERE sha256 = ANY ($1) ORDER BY sha256',
    [[...names.keys()]],
  );
  return rows.map((row) => ({ ...row, name: names.get(row.sha256) ?? '' }));
}

/** What everybody in the case is called now; beside what is hashed, which says only their ids. */
async function namesIn(
  manager: EntityManager,
  given: {
    readonly acts: readonly ActRow[];
    readonly versions: readonly BundledVersion[];
    readonly decisions: readonly DecisionRow[];
    readonly confirmations: readonly ConfirmationRow[];
  },
): Promise<Pick<CaseRecord, 'people' | 'bodies'>> {
  const { acts, versions, decisions, confirmations } = given;
  const all = [...acts, ...versions.map(({ row }) => row), ...confirmations];
  const people = new Set([...all, ...decisions].map(({ person }) => person));
  const bodies = new Set([
    ...all.map(({ body }) => body),
    ...decisions.flatMap(({ body, recordedFor }) => [body, recordedFor]),
  ]);
  const persons = await manager.find(PersonSchema, { where: { id: In([...people]) }, order: { id: 'ASC' } });
  const places = await manager.find(BodySchema, { where: { id: In([...bodies]) }, order: { id: 'ASC' } });
  return {
    people: new Map(persons.map(({ id, name }) => [id, name])),
    bodies: new Map(places.map(({ id, name }) => [id, name])),
  };
}
