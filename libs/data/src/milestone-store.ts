import { randomInt } from 'node:crypto';
import { NotAllowed, type SeatKind } from '@enig/access';
import type { Identity, NewEntry } from '@enig/collab';
import {
  err,
  instantOf,
  ok,
  type AgreementId,
  type BodyId,
  type Instant,
  type PersonId,
  type Result,
  type TextId,
} from '@enig/kernel';
import { cleanText, type TextJson } from '@enig/text';
import type { DataSource, EntityManager } from 'typeorm';
import type * as Y from 'yjs';
import type { Actor } from './act';
import type { Announce } from './agreement-change';
import { entryColumns, WRITE_UPDATES } from './entry-columns';
import { OwnRows } from './own-rows';
import { TextsAhead, type DecodedText } from './text-ahead';
import { RENAME } from './text-log';
import { putBack, type PieceBack } from './text-put-back';
import { Standing, type Run } from './text-store';

/** Somebody who is told of a milestone has said that they have seen it. */
export interface MilestoneSeen {
  readonly person: PersonId;
  readonly body: BodyId;
  readonly capacity: SeatKind;
  readonly at: Instant;
}

/** A state of a text that was named, because what came next took most of the text away (CO-22). */
export interface Milestone {
  readonly id: string;
  readonly text: TextId;
  /** The text's log until here is the state. */
  readonly seq: number;
  readonly kind: 'massDeletion';
  readonly label: string;
  /** Who did what came next, and for which body. */
  readonly person: PersonId | null;
  readonly body: BodyId | null;
  readonly at: Instant;
  /** Who saw it first; null while nobody has. */
  readonly seen: MilestoneSeen | null;
}

/** Why a text is not put back as it was. */
export type PutBackRefused = { readonly code: 'CO-28-CLOSED' } | { readonly code: 'CO-28-NOTHING-MISSING' };

interface Row extends Omit<Milestone, 'seq' | 'at' | 'seen'> {
  readonly seq: string;
  readonly at: Date;
  readonly seen: (Omit<MilestoneSeen, 'at'> & { readonly at: string }) | null;
}

const CLIENT_IDS = 2 ** 32 - 1;

/** The milestones of texts: who has seen them, and putting back what stood there (CO-28). */
export class MilestoneStore {
  constructor(
    private readonly source: DataSource,
    private readonly announce: Announce,
  ) {}

  /** The milestones of a text, oldest first. */
  of(text: TextId): Promise<Milestone[]> {
    return this.read('m.text = $1', text);
  }

  /** One milestone; null for no such. */
  async milestone(id: string): Promise<Milestone | null> {
    const [found] = /^\d{1,18}$/.test(id) ? await this.read('m.id = $1', id) : [];
    return found ?? null;
  }

  /** Those in an agreement's texts that nobody has seen, responses and cases too; oldest first. */
  async unseenIn(agreement: AgreementId): Promise<Milestone[]> {
    return this.read('s.milestone IS NULL AND m.text IN (SELECT id FROM text WHERE agreement = $1)', agreement);
  }

  /** Records that somebody who is told of it has seen it. */
  async see({ id, text }: Milestone, actor: Actor): Promise<void> {
    await recordSeen(this.source.manager, id, actor);
    await this.announce({ topic: 'text', id: text });
  }

  /** What {@link putBack} would put back now. */
  async missing(text: TextId, before: TextJson): Promise<PieceBack[]> {
    const texts = await TextsAhead.read(this.source.manager, [text]);
    const pieces = putBack(texts.text(text).doc, before);
    texts.destroy();
    return pieces;
  }

  /**
   * Puts back what a text said at a milestone and does not say now, as one update by this person: under the same locks
   * as any other, and with the rights and the phase read under them. The milestone is then seen.
   *
   * @param before  what the text said at the milestone.
   * @returns the seq the text has come to.
   * @throws NotAllowed when they may not write in the text.
   */
  async putBack(
    { id, text }: Milestone,
    before: TextJson,
    who: Identity,
    actor: Actor,
  ): Promise<Result<number, PutBackRefused>> {
    const done = await this.source.transaction(async (manager): Promise<Result<number, PutBackRefused>> => {
      const texts = await TextsAhead.read(manager, [text]);
      await manager.query('SELECT lock_texts($1)', [[text]]);
      const run: Run = (_, sql, values) => manager.query(sql, [...values]);
      const access = (await Standing.read(run, [{ who, text }])).access({ who, text });
      if (access.mode === 'read' && access.reason !== 'noRight') return err({ code: 'CO-28-CLOSED' });
      if (access.mode !== 'edit' || access.body === null) throw new NotAllowed('write', 'Text', 'noRight');
      await texts.catchUp();
      const seq = await append(manager, texts.text(text), before, { who, body: access.body });
      texts.destroy();
      if (seq === null) return err({ code: 'CO-28-NOTHING-MISSING' });
      await recordSeen(manager, id, actor);
      return ok(seq);
    });
    if (done.ok) await this.announce({ topic: 'text', id: text });
    return done;
  }

  private async read(condition: string, about: string): Promise<Milestone[]> {
    const rows = await this.source.query<Row[]>(
      `SELECT m.id, m.text, m.seq, m.kind, m.label, m.person, m.body, m.at, CASE WHEN s.milestone IS NOT NULL THEN
         json_build_object('person', s.person, 'body', s.body, 'capacity', s.capacity, 'at', s.at) END AS seen
       FROM text_milestone m LEFT JOIN LATERAL (
         SELECT * FROM text_milestone_seen s WHERE s.milestone = m.id ORDER BY s.at, s.person LIMIT 1
       ) s ON true
       WHERE ${condition} ORDER BY m.at, m.id`,
      [about],
    );
    return rows.map(({ seq, at, seen, ...row }) => ({
      ...row,
      seq: Number(seq),
      at: instantOf(at),
      seen: seen && { ...seen, at: instantOf(new Date(seen.at)) },
    }));
  }
}

/** Once for each person: to have seen it twice is to have seen it. */
async function recordSeen(manager: EntityManager, milestone: string, actor: Actor): Promise<void> {
  await manager.query(
    `INSERT INTO text_milestone_seen (milestone, person, body, capacity) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [milestone, actor.person, actor.body, actor.capacity],
  );
}

/** What an act in one transaction changes in a document; null where that is nothing. */
function changeIn(doc: Y.Doc, act: () => void): Uint8Array | null {
  const updates: Uint8Array[] = [];
  const note = (update: Uint8Array) => void updates.push(update);
  doc.on('update', note);
  act();
  doc.off('update', note);
  return updates[0] ?? null;
}

/** Writes what is missing in the text. @returns the seq it has come to; null where nothing is missing. */
async function append(
  manager: EntityManager,
  { id: text, doc, seq: known }: DecodedText,
  before: TextJson,
  { who, body }: { readonly who: Identity; readonly body: BodyId },
): Promise<number | null> {
  doc.clientID = randomInt(1, CLIENT_IDS);
  const client = doc.clientID;
  const update = changeIn(doc, () => putBack(doc, before));
  if (!update) return null;
  const entry: NewEntry = { text, who, update, claims: [client], deletesMost: false, client, known };
  const columns = entryColumns([entry], [body], new OwnRows());
  const [row] = await manager.query<{ seqs: readonly (string | null)[] }[]>(WRITE_UPDATES, columns);
  const seq = row?.seqs[0];
  if (!seq) throw new Error('A new client id was somebody else’s');
  if ('title' in before) await manager.query(RENAME, [text, cleanText(doc.getText('title').toString()), seq]);
  return Number(seq);
}
