import { randomUUID } from 'node:crypto';
import type { SeatKind } from '@enig/access';
import { addMeeting, type MeetingRefused } from '@enig/hearing';
import {
  brandId,
  err,
  localDateAt,
  ok,
  type AgreementId,
  type BodyId,
  type Instant,
  type LocalDate,
  type MeetingId,
  type PersonId,
  type Result,
} from '@enig/kernel';
import { EntitySchema, In, IsNull, type EntityManager } from 'typeorm';
import { databaseNow, type Actor } from '../act';
import { date, filled, instant, instantOrNull, key, text, uuid, uuidOrNull } from '../columns';
import type { StoreGround } from '../round-change';

/** A day a body meets, and who entered it for which body of theirs. da: møde */
export interface BodyMeetingRow {
  id: MeetingId;
  body: BodyId;
  heldOn: LocalDate;
  enteredAt: Instant;
  person: PersonId;
  enteredFor: BodyId;
  capacity: SeatKind;
  removedAt: Instant | null;
  removedBy: PersonId | null;
}

export const BodyMeetingSchema = new EntitySchema<BodyMeetingRow>({
  name: 'BodyMeeting',
  tableName: 'body_meeting',
  columns: {
    id: key(uuid),
    body: text,
    heldOn: { ...date, name: 'held_on' },
    enteredAt: { ...filled(instant), name: 'entered_at' },
    person: uuid,
    enteredFor: { ...text, name: 'entered_for' },
    capacity: text,
    removedAt: { ...instantOrNull, name: 'removed_at' },
    removedBy: { ...uuidOrNull, name: 'removed_by' },
  },
});

/** A day a body meets, as it is shown. */
export interface BodyMeeting {
  readonly id: MeetingId;
  readonly body: BodyId;
  readonly heldOn: LocalDate;
}

/** The days bodies meet, as they or those who hear them have entered them. */
export class MeetingStore {
  constructor(private readonly ground: StoreGround) {}

  /** The meetings of bodies, the first first. */
  async ofBodies(bodies: readonly BodyId[]): Promise<Map<BodyId, readonly BodyMeeting[]>> {
    return meetingsOf(this.ground.source.manager, bodies);
  }

  /** One that stands; null for none, or one that was removed. */
  async meeting(id: MeetingId): Promise<BodyMeeting | null> {
    return this.ground.source.manager.findOne(BodyMeetingSchema, { where: { id, removedAt: IsNull() } });
  }

  /** Enters a day a body meets (HE-30). */
  async add(body: BodyId, heldOn: LocalDate, actor: Actor): Promise<Result<MeetingId, MeetingRefused>> {
    const id = brandId<MeetingId>(randomUUID());
    const { source, clock = databaseNow } = this.ground;
    const added = await source.transaction(async (manager) => {
      const known = (await meetingsOf(manager, [body])).get(body) ?? [];
      const today = localDateAt(await clock(manager));
      const taken = addMeeting(
        known.map((each) => each.heldOn),
        heldOn,
        today,
      );
      if (!taken.ok) return taken;
      const rows = await manager.query<unknown[]>(
        `INSERT INTO body_meeting (id, body, held_on, person, entered_for, capacity) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (body, held_on) WHERE removed_at IS NULL DO NOTHING RETURNING id`,
        [id, body, heldOn, actor.person, actor.body, actor.capacity],
      );
      return rows.length > 0 ? ok(id) : err({ code: 'HE-30-MEETING-KNOWN', on: heldOn } as const);
    });
    if (added.ok) await this.tell(body);
    return added;
  }

  /** Takes a meeting back; the row is kept. @returns whether it stood. */
  async remove(id: MeetingId, actor: Actor): Promise<boolean> {
    const [rows] = await this.ground.source.query<[{ body: BodyId }[], number]>(
      `UPDATE body_meeting SET removed_at = clock_timestamp(), removed_by = $2
       WHERE id = $1 AND removed_at IS NULL RETURNING body`,
      [id, actor.person],
    );
    for (const { body } of rows) await this.tell(body);
    return rows.length > 0;
  }

  /** Those who look at a round that the body is asked in see it at once. */
  private async tell(body: BodyId): Promise<void> {
    const heardIn = await this.ground.source.query<{ id: AgreementId }[]>(
      `SELECT DISTINCT h.agreement AS id FROM hearing_round h JOIN round_body b ON b.round = h.id
       WHERE b.body = $1 AND NOT EXISTS (SELECT FROM round_event e WHERE e.round = h.id AND e.event = 'close')`,
      [body],
    );
    for (const { id } of heardIn) await this.ground.announce({ topic: 'agreement', id });
  }
}

/** The meetings of bodies inside a transaction, the first first. */
export async function meetingsOf(
  manager: EntityManager,
  bodies: readonly BodyId[],
): Promise<Map<BodyId, readonly BodyMeeting[]>> {
  if (bodies.length === 0) return new Map();
  const rows = await manager.find(BodyMeetingSchema, {
    where: { body: In([...bodies]), removedAt: IsNull() },
    order: { heldOn: 'ASC' },
  });
  return new Map(bodies.map((body) => [body, rows.filter((row) => row.body === body)]));
}
