import { on, seatKindsFor, type SeatKind } from '@enig/access';
import { PeopleStore, PlaceStore, type Announce, type PeopleRefused, type PersonRow } from '@enig/data';
import {
  brandId,
  LONGEST,
  ok,
  type BodyId,
  type LocalDate,
  type PersonId,
  type Result,
  type SeatId,
} from '@enig/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { ANNOUNCE } from '../core/announce';
import { BadInput, NotFound } from '../core/errors';
import { isUuid } from '../core/ids';
import { line } from '../core/input';
import type { AddHeardBodyInput } from './inputs';
import type { AppViewer } from '../core/viewer';

const EMAIL = /^[^\s@<>,;:"()]{1,64}@[^\s@<>,;:"()]{1,190}\.[^\s@<>,;:"().]{2,60}$/;

/** People and their seats, as the secretariat sets them up. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleStore,
    private readonly places: PlaceStore,
    @Inject(ANNOUNCE) private readonly announce: Announce,
  ) {}

  /** Everybody with a seat in the region; nobody, to those who do not manage its people. */
  async ofRegion(viewer: AppViewer, region: string): Promise<PersonRow[]> {
    if (!viewer.can('managePeople', on.region({ region }))) return [];
    return viewer.remember(`people of ${region}`, () => this.people.peopleOfRegion(region));
  }

  async add(viewer: AppViewer, region: string, name: string, email: string): Promise<Result<PersonRow, PeopleRefused>> {
    viewer.must('managePeople', on.region({ region }));
    const address = email.trim();
    if (!EMAIL.test(address)) throw new BadInput(viewer.say('api.badEmail'));
    return this.people.addPerson(line(name, 'api.field.name', LONGEST.name), address);
  }

  /** Adds a body that can be heard: a party's of the region, or one of the whole region. @throws NotAllowed · BadInput */
  async addHeardBody(viewer: AppViewer, { region, kind, name, party = null }: AddHeardBodyInput): Promise<BodyId> {
    viewer.must('managePeople', on.region({ region }));
    const parties = await this.places.partiesOf(region, viewer.today);
    const found = party === null ? null : parties.find(({ id }) => id === party);
    if (found === undefined) throw new NotFound('party');
    const id = await this.places.addBody({
      kind,
      region,
      name: line(name, 'api.field.name', LONGEST.name),
      party: found?.id ?? null,
    });
    viewer.forget();
    return id;
  }

  async grantSeat(
    viewer: AppViewer,
    input: { person: string; body: string; kind: SeatKind; from: LocalDate; to: LocalDate | null },
  ): Promise<Result<PersonRow, PeopleRefused>> {
    const body = brandId<BodyId>(input.body);
    const region = await this.people.regionOfBody(body);
    if (region === null) throw new NotFound('body');
    const actor = viewer.actor('grant', on.seat({ region, isOwn: input.person === viewer.person.id }));
    const person = await this.person(input.person);
    const kind = (await this.places.bodies([body])).get(body)?.kind;
    if (!kind || !seatKindsFor(kind).includes(input.kind)) throw new BadInput(viewer.say('api.badSeat'));
    const seat = { person: person.id, body, kind: input.kind, validFrom: input.from, validTo: input.to };
    const granted = await this.people.grantSeat(seat, actor);
    return granted.ok ? this.changed(viewer, person) : granted;
  }

  async endSeat(viewer: AppViewer, id: string, to: LocalDate): Promise<Result<PersonRow, PeopleRefused>> {
    const seat = isUuid(id) ? await this.people.seat(brandId<SeatId>(id)) : null;
    if (!seat) throw new NotFound('seat');
    const region = (await this.people.regionOfBody(seat.body)) ?? '';
    const actor = viewer.actor('end', on.seat({ region, isOwn: seat.person === viewer.person.id }));
    const ended = await this.people.endSeat(seat.id, to, actor);
    return ended.ok ? this.changed(viewer, await this.person(seat.person)) : ended;
  }

  private async person(id: string): Promise<PersonRow> {
    const person = isUuid(id) ? await this.people.person(brandId<PersonId>(id)) : null;
    if (!person) throw new NotFound('person');
    return person;
  }

  private async changed(viewer: AppViewer, person: PersonRow): Promise<Result<PersonRow, PeopleRefused>> {
    viewer.forget();
    await this.announce({ topic: 'rights', id: person.id });
    return ok(person);
  }
}
