import { randomUUID } from 'node:crypto';
import type { SeatKind } from '@enig/access';
import type { MeetingFact } from '@enig/approval';
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
import { refusable } from '../refusable';
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
    const added = await this.addAll(body, [heldOn], actor);
    if (!added.ok) return added;
    const [id] = added.value;
    if (!id) throw new Error(`The meeting of ${body} on ${heldOn} was not entered`);
    return ok(id);
  }

  /** Enters a calendar at once: every day or, where one is refused, none (HE-30, AP-31). */
  async addAll(
    body: BodyId,
    days: readonly LocalDate[],
    actor: Actor,
  ): Promise<Result<readonly MeetingId[], MeetingRefused>> {
    const { source, clock = databaseNow } = this.ground;
    const added = await refusable<readonly MeetingId[], MeetingRefused>(source, async (manager) => {
      const known = (await meetingsOf(manager, [body])).get(body) ?? [];
      const today = localDateAt(await clock(manager));
      const taken = known.map((each) => each.heldOn);
      const entered: MeetingId[] = [];
      for (const heldOn of days) {
        const day = addMeeting(taken, heldOn, today);
        if (!day.ok) return day;
        const id = await enter(manager, { body, heldOn }, actor);
        if (!id) return err({ code: 'HE-30-MEETING-KNOWN', on: heldOn } as const);
        taken.push(heldOn);
        entered.push(id);
      }
      return ok(entered);
    });
    if (!added) throw new Error(`Nothing came of entering meetings of ${body}`);
    if (added.ok) await this.tell(body);
    return added;
  }

  /** Every meeting bodies have had or were to have, with the days on which it was known: also those taken back (AP-30). */
  async facts(bodies: readonly BodyId[]): Promise<readonly MeetingFact[]> {
    if (bodies.length === 0) return [];
    const rows = await this.ground.source.manager.find(BodyMeetingSchema, { where: { body: In([...bodies]) } });
    return rows.map(({ body, heldOn, enteredAt, removedAt }) => ({
      body,
      heldOn,
      from: localDateAt(enteredAt),
      until: removedAt === null ? null : localDateAt(removedAt),
    }));
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

  /** Those who look at a round that the body is asked in, or at a board that forecasts by it, see it at once. */
  private async tell(body: BodyId): Promise<void> {
    const concerned = await this.ground.source.query<{ id: AgreementId }[]>(
      `SELECT h.agreement AS id FROM hearing_round h JOIN round_body b ON b.round = h.id
       WHERE b.body = $1 AND NOT EXISTS (SELECT FROM round_event e WHERE e.round = h.id AND e.event = 'close')
       UNION
       SELECT a.id FROM agreement a, body b
       WHERE b.id = $1 AND (a.region = b.region
           OR EXISTS (SELECT FROM agreement_party p WHERE p.agreement = a.id AND p.party = b.party))
         AND EXISTS (SELECT FROM agreement_event e WHERE e.agreement = a.id AND e.event = 'freezeForDecision')
         AND NOT EXISTS (SELECT FROM agreement_event e
           WHERE e.agreement = a.id AND e.event IN ('conclude', 'abandon'))`,
      [body],
    );
    for (const { id } of concerned) await this.ground.announce({ topic: 'agreement', id });
  }
}

/** @returns null where somebody else has entered it meanwhile. */
async function enter(
  manager: EntityManager,
  { body, heldOn }: Pick<BodyMeeting, 'body' | 'heldOn'>,
  actor: Actor,
): Promise<MeetingId | null> {
  const id = brandId<MeetingId>(randomUUID());
  const rows = await manager.query<unknown[]>(
    `INSERT INTO body_meeting (id, body, held_on, person, entered_for, capacity) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (body, held_on) WHERE removed_at IS NULL DO NOTHING RETURNING id`,
    [id, body, heldOn, actor.person, actor.body, actor.capacity],
  );
  return rows.length > 0 ? id : null;
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
