import { brandId, localDateOf, type PersonId, type SeatId } from '@enig/kernel';
import type { Actor } from './act';
import type { SeatEventRow } from './people';
import { PeopleStore } from './people-store';
import { beginStory, done, type Story } from './test-story';

let story: Story;
let people: PeopleStore;
let secretary: Actor;
let person: PersonId;

beforeAll(async () => {
  story = await beginStory();
  people = new PeopleStore(story.source);
  secretary = await story.person('secretariat:1085', 'secretariatOfficer');
});

beforeEach(async () => {
  person = done(await people.addPerson('Ny Person', `${crypto.randomUUID()}@example.invalid`)).id;
});

afterAll(() => story.close());

const seatOf = (to: string | null) => ({
  ...{ person, body: brandId<Actor['body']>('administration:0265'), kind: 'caseOfficer' as const },
  ...{ validFrom: localDateOf('2026-01-01'), validTo: to === null ? null : localDateOf(to) },
});

async function eventsOf(seat: SeatId): Promise<(Omit<SeatEventRow, 'id' | 'at'> & { at: Date })[]> {
  return story.source.query(
    `SELECT seat, event, valid_from::text AS "validFrom", valid_to::text AS "validTo", at, person, body, capacity
     FROM seat_event WHERE seat = $1 ORDER BY id`,
    [seat],
  );
}

async function counts(): Promise<unknown> {
  const [row] = await story.source.query<unknown[]>(
    'SELECT (SELECT count(*) FROM seat_event) AS events, (SELECT count(*) FROM seat WHERE person = $1) AS seats',
    [person],
  );
  return row;
}

describe('what becomes of a seat', () => {
  it('is kept: who gave it and who ended it, for which body, in which capacity, when', async () => {
    const seat = done(await people.grantSeat(seatOf('2099-12-31'), secretary));
    const other = await story.person('secretariat:1085', 'secretariatOfficer');
    done(await people.endSeat(seat, localDateOf('2099-06-30'), other));
    const events = await eventsOf(seat);
    expect(events).toEqual([
      { seat, event: 'grant', validFrom: '2026-01-01', validTo: '2099-12-31', at: expect.any(Date), ...secretary },
      { seat, event: 'end', validFrom: '2026-01-01', validTo: '2099-06-30', at: expect.any(Date), ...other },
    ]);
    expect(events.map(({ at }) => Math.abs(Date.now() - at.getTime()) < 60_000)).toEqual([true, true]);
  });

  it('is kept of nothing that was refused', async () => {
    const seat = done(await people.grantSeat(seatOf('2099-12-31'), secretary));
    const before = await counts();
    expect(await people.grantSeat(seatOf(null), secretary)).toMatchObject({
      error: { code: 'PE-3-SEAT-HELD-ALREADY' },
    });
    expect(await people.endSeat(seat, localDateOf('2026-01-02'), secretary)).toMatchObject({
      error: { code: 'PE-5-END-IN-THE-PAST' },
    });
    expect(await counts()).toEqual(before);
  });

  it('is given together with its record, or not at all', async () => {
    const before = await counts();
    const nobody = { ...secretary, person: brandId<PersonId>('00000000-0000-4000-8000-000000000000') };
    await expect(people.grantSeat(seatOf(null), nobody)).rejects.toThrow('seat_event');
    expect(await counts()).toEqual(before);
  });

  it.each([
    [`UPDATE seat_event SET event = 'end'`],
    ['DELETE FROM seat_event'],
    ['TRUNCATE seat_event'],
    ['DELETE FROM seat'],
    [`UPDATE seat SET body = 'administration:0253'`],
    [`UPDATE seat SET kind = 'councilSecretary'`],
    [`UPDATE seat SET valid_from = '2020-01-01'`],
  ])('cannot be changed afterwards: %s', async (sql) => {
    await expect(story.source.query(sql)).rejects.toThrow('permission denied');
  });
});
