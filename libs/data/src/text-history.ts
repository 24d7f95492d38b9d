import { manifestBytes, type Manifest, type ManifestText } from '@enig/agreement';
import { Attribution, type AttributedUpdate, type ErasedPart, type SlotAttribution } from '@enig/collab';
import {
  instantOf,
  sha256,
  type BodyId,
  type PersonId,
  type SectionId,
  type TextId,
  type VersionHash,
} from '@enig/kernel';
import { applyLog, resolveReferences, textBytes, toJson, type Names, type TextJson, type TextKind } from '@enig/text';
import type { DataSource } from 'typeorm';
import { named } from './sections-outside';
import { docOf } from './text-content';
import { checkedEnd } from './text-snapshot';
import { VersionReads } from './version-reads';

/** Who wrote what stands in a text. */
export interface TextAttribution {
  /** In the order the text is read; none where it holds what no text of its kind has. */
  readonly slots: readonly SlotAttribution[];
  /** Up to this seq it is no longer known when it was written, nor what was taken back; null where nothing is erased. */
  readonly erasedThrough: number | null;
}

/** Tells who wrote a text from its log, taking a page of it when the one before has been read. */
export type Attribute = (
  kind: TextKind,
  erased: ErasedPart | null,
  pages: AsyncIterable<readonly AttributedUpdate[]>,
) => Promise<readonly SlotAttribution[]>;

/** A version, made again from the logs alone. */
export interface ReplayedVersion {
  readonly manifest: Uint8Array;
  /** The normative texts in the manifest's order, then the easy-read ones beside it. */
  readonly texts: readonly { readonly section: SectionId; readonly text: TextId; readonly bytes: Uint8Array }[];
}

interface Row {
  readonly seq: string;
  readonly update: Buffer;
  readonly person: PersonId | null;
  readonly body: BodyId | null;
  readonly at: Date;
}

interface Head {
  readonly kind: TextKind;
  readonly body: BodyId | null;
  readonly seq: string;
  readonly first: string | null;
  readonly kept: string | null;
  readonly update: Buffer | null;
  readonly owners: Readonly<Record<string, PersonId>>;
}

/** The part of a log that was erased: what stands of it. */
interface Erased {
  readonly seq: number;
  readonly update: Uint8Array;
}

/** How many rows are read at once, and how many bytes of updates; one row may have more. */
const PAGE = { rows: 500, bytes: 4_194_304 } as const;

/** The next rows of a log. $1: text, $2: after this seq, $3: up to this one. */
const NEXT_PAGE = `
  SELECT seq, update, person, body, at FROM (
    SELECT *, sum(octet_length(update)) OVER (ORDER BY seq) - octet_length(update) AS bytes_before FROM (
      SELECT seq, update, person, body, at FROM text_update WHERE text = $1 AND seq > $2 AND seq <= $3
      ORDER BY seq LIMIT ${PAGE.rows}
    ) AS next
  ) AS measured WHERE bytes_before < ${PAGE.bytes} ORDER BY seq`;

/** What the logs of texts tell of how they came to be (CO-26). */
export class TextHistory {
  /** @param attribute  where that is done; here, if nobody says. */
  constructor(
    private readonly source: DataSource,
    private readonly attribute: Attribute = attributeHere,
  ) {}

  /** Who wrote what stands in a text now; null for no such text. */
  async attribution(text: TextId): Promise<TextAttribution | null> {
    const head = await this.head(text);
    if (!head) return null;
    const erased = erasedPart(text, head);
    const owners = new Map(Object.entries(head.owners).map(([client, person]) => [Number(client), person]));
    const { kind, body } = head;
    const slots = await this.attribute(
      kind,
      erased && { update: erased.update, owners, body },
      attributed(this.pages(text, erased?.seq ?? 0, Number(head.seq))),
    );
    return { slots, erasedThrough: erased?.seq ?? null };
  }

  /**
   * What a text said when its log had come to a seq; null where that is not known: no such text or seq, or erased.
   *
   * @throws UnknownContent when it said what no text of its kind can.
   */
  async replay(text: TextId, seq: number): Promise<TextJson | null> {
    const head = await this.head(text);
    if (!head || seq > Number(head.seq)) return null;
    const erased = erasedPart(text, head);
    if (erased && erased.seq > seq) return null;
    const doc = docOf(erased ? [erased.update] : []);
    for await (const rows of this.pages(text, erased?.seq ?? 0, seq))
      applyLog(
        doc,
        rows.map(({ update }) => update),
      );
    return toJson(head.kind, doc);
  }

  /**
   * A version from its logs: each of its texts as it was at the seq the manifest names, its references called what the
   * version's own titles and parties are called. What comes out are the stored bytes, or something is wrong.
   *
   * @returns null for no such version.
   */
  async replayVersion(hash: VersionHash): Promise<ReplayedVersion | null> {
    const version = await new VersionReads(this.source).version(hash);
    if (!version) return null;
    const { manifest } = version;
    const names = namesInManifest(manifest);
    const bytesOf = async (text: TextId, seq: number): Promise<Uint8Array> => {
      const content = await this.replay(text, seq);
      if (!content) throw new Error(`Nobody knows any more what the text ${text} said at ${seq}`);
      return textBytes(resolveReferences(content, names));
    };
    const texts = [];
    for (const { section, text, seq } of manifest.parts.flatMap((part) => part.texts))
      texts.push({ section, text, bytes: await bytesOf(text, seq) });
    const hashes = new Map(texts.map(({ text, bytes }) => [text, sha256(bytes)]));
    const withHash = (each: ManifestText): ManifestText => ({ ...each, sha256: hashes.get(each.text) ?? each.sha256 });
    const parts = manifest.parts.map((part) => ({ ...part, texts: part.texts.map(withHash) }));
    for (const { section, text, seq } of await this.companions(hash))
      texts.push({ section, text, bytes: await bytesOf(text, Number(seq)) });
    return { manifest: manifestBytes({ ...manifest, parts }), texts };
  }

  private companions(hash: VersionHash): Promise<{ section: SectionId; text: TextId; seq: string }[]> {
    return this.source.query(
      `SELECT c.section, v.text, v.seq FROM version_companion c JOIN text_version v ON v.id = c.text_version
       WHERE c.version = $1 ORDER BY c.section`,
      [hash],
    );
  }

  private async head(text: TextId): Promise<Head | null> {
    const [head] = await this.source.query<Head[]>(
      `SELECT t.kind, t.body, t.seq, s.seq AS kept, s.update,
         (SELECT min(u.seq) FROM text_update u WHERE u.text = t.id) AS first,
         (SELECT coalesce(json_object_agg(c.client, c.person), '{}') FROM text_client c WHERE c.text = t.id) AS owners
       FROM text t LEFT JOIN text_snapshot s ON s.text = t.id WHERE t.id = $1`,
      [text],
    );
    return head ?? null;
  }

  /** The rows of a log after a seq and up to another, page by page. @throws Error where one is missing. */
  private async *pages(text: TextId, after: number, to: number): AsyncGenerator<Row[], void> {
    let at = after;
    while (at < to) {
      const rows = await this.source.query<Row[]>(NEXT_PAGE, [text, at, to]);
      at = checkedEnd(text, at, rows);
      if (rows.length === 0) throw new Error(`The log of the text ${text} ends at ${at}, before ${to}`);
      yield rows;
    }
  }
}

/** Null where the log is there from its beginning. */
function erasedPart(text: TextId, { seq, first, kept, update }: Head): Erased | null {
  if (Number(first ?? 0) === 1 || Number(seq) === 0) return null;
  if (kept === null || update === null) throw new Error(`The log of the text ${text} has lost its beginning`);
  return { seq: Number(kept), update };
}

async function* attributed(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<AttributedUpdate[], void> {
  for await (const rows of pages) yield rows.map((row) => ({ ...row, at: instantOf(row.at) }));
}

async function attributeHere(...[kind, erased, pages]: Parameters<Attribute>): ReturnType<Attribute> {
  const attribution = new Attribution(kind, erased);
  for await (const rows of pages) attribution.read(rows);
  return attribution.report();
}

/** What references were called when the version was frozen. */
function namesInManifest({ parts, parties }: Manifest): Names {
  const texts = parts.flatMap((part) => part.texts);
  const sections = new Map<string, string>(texts.map(({ section, number, title }) => [section, named(number, title)]));
  const names = new Map<string, string>(parties.map(({ id, name }) => [id, name]));
  return { section: (id) => sections.get(id) ?? null, party: (id) => names.get(id) ?? null };
}
