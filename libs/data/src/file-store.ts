import { sha256, type PersonId, type Sha256 } from '@enig/kernel';
import { In, type DataSource } from 'typeorm';
import { FileSchema, type FileRow } from './people';

/** Files as rows, so that a node holds nothing and one dump is a backup. */
export class FileStore {
  constructor(private readonly source: DataSource) {}

  /**
   * Keeps the bytes. Sent in again they are new: whoever has them erased waits anew for what comes to refer to them.
   *
   * @returns their SHA-256, the same for the same file.
   */
  async add(bytes: Uint8Array, mediaType: string, by: PersonId): Promise<{ sha256: Sha256; size: number }> {
    const hash = sha256(bytes);
    await this.source.query(
      `INSERT INTO file (sha256, media_type, size, bytes, added_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (sha256) DO UPDATE SET added_at = clock_timestamp()`,
      [hash, mediaType, bytes.length, Buffer.from(bytes), by],
    );
    return { sha256: hash, size: bytes.length };
  }

  /** A file with its bytes; null for no such file. */
  async read(hash: Sha256): Promise<FileRow | null> {
    const select = { sha256: true, mediaType: true, size: true, bytes: true, addedBy: true } as const;
    return this.source.manager.findOne(FileSchema, { select, where: { sha256: hash } });
  }

  /** How many bytes files have, by hash. */
  async sizes(hashes: readonly Sha256[]): Promise<Map<Sha256, number>> {
    if (hashes.length === 0) return new Map();
    const select = { sha256: true, size: true } as const;
    const rows = await this.source.manager.find(FileSchema, { select, where: { sha256: In([...new Set(hashes)]) } });
    return new Map(rows.map(({ sha256: hash, size }) => [hash, size]));
  }

  /** Whether there is such a file. */
  async has(hash: Sha256): Promise<boolean> {
    return this.source.manager.exists(FileSchema, { where: { sha256: hash } });
  }

  /** The agreements a file is, or was, an annex of. */
  async agreementsOf(hash: Sha256): Promise<string[]> {
    const rows = await this.source.query<{ agreement: string }[]>(
      'SELECT DISTINCT agreement FROM annex WHERE sha256 = $1',
      [hash],
    );
    return rows.map((row) => row.agreement);
  }

  /** What the file is called as an annex, as it was named last; null where it never was one. */
  async nameOf(hash: Sha256): Promise<string | null> {
    const [row] = await this.source.query<{ file_name: string }[]>(
      'SELECT file_name FROM annex WHERE sha256 = $1 ORDER BY removed_at IS NULL DESC, number LIMIT 1',
      [hash],
    );
    return row?.file_name ?? null;
  }
}
