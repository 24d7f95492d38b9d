import type { Manifest } from '@enig/agreement';
import type { AgreementId, Sha256, SectionId, VersionHash } from '@enig/kernel';
import type { TextJson } from '@enig/text';
import { In, type DataSource } from 'typeorm';
import { VersionSchema, type VersionRow } from './versions';

/** A version with its manifest read. */
export interface VersionView {
  readonly row: VersionRow;
  readonly manifest: Manifest;
}

/** A text as it stands in a version, with its bytes read. */
export interface FrozenContent {
  readonly section: SectionId;
  readonly sha256: Sha256;
  readonly content: TextJson;
}

interface ContentRow {
  section: SectionId;
  sha256: Sha256;
  content: Buffer;
}

/** Reads what has been frozen. None of it ever changes. */
export class VersionReads {
  constructor(private readonly source: DataSource) {}

  /** One version; null for no such version. */
  async version(hash: VersionHash): Promise<VersionView | null> {
    return (await this.versions([hash])).get(hash) ?? null;
  }

  /** Versions by hash. */
  async versions(hashes: readonly VersionHash[]): Promise<Map<VersionHash, VersionView>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.source.manager.find(VersionSchema, { where: { hash: In([...new Set(hashes)]) } });
    return new Map(rows.map((row) => [row.hash, viewOf(row)]));
  }

  /** The versions of an agreement, oldest first. */
  async ofAgreement(agreement: AgreementId): Promise<VersionView[]> {
    const rows = await this.source.manager.find(VersionSchema, { where: { agreement }, order: { number: 'ASC' } });
    return rows.map(viewOf);
  }

  /** The normative texts of a version, in the manifest's order. */
  async texts(version: VersionHash): Promise<FrozenContent[]> {
    const rows = await this.source.query<ContentRow[]>(
      `SELECT v.section, t.sha256, t.content FROM version_text v JOIN text_version t ON t.id = v.text_version
       WHERE v.version = $1 ORDER BY v.position`,
      [version],
    );
    return rows.map(contentOf);
  }

  /** The easy-read texts beside a version. */
  async companions(version: VersionHash): Promise<FrozenContent[]> {
    const rows = await this.source.query<ContentRow[]>(
      `SELECT v.section, t.sha256, t.content FROM version_companion v JOIN text_version t ON t.id = v.text_version
       WHERE v.version = $1 ORDER BY v.section`,
      [version],
    );
    return rows.map(contentOf);
  }

  /** The exact bytes of a frozen text, and the agreement it is of; null for no such text. */
  async textBytes(hash: Sha256): Promise<{ bytes: Buffer; agreement: AgreementId } | null> {
    const [row] = await this.source.query<{ content: Buffer; agreement: AgreementId }[]>(
      `SELECT v.content, t.agreement FROM text_version v JOIN text t ON t.id = v.text WHERE v.sha256 = $1
       AND EXISTS (SELECT FROM version_text o WHERE o.text_version = v.id
                   UNION ALL SELECT FROM version_companion o WHERE o.text_version = v.id) LIMIT 1`,
      [hash],
    );
    return row ? { bytes: row.content, agreement: row.agreement } : null;
  }
}

/** Only what this product has written is in the table, so its shape is known. */
function viewOf(row: VersionRow): VersionView {
  return { row, manifest: JSON.parse(row.manifest.toString('utf8')) as Manifest };
}

function contentOf({ section, sha256, content }: ContentRow): FrozenContent {
  return { section, sha256, content: JSON.parse(content.toString('utf8')) as TextJson };
}
