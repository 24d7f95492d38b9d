import { NotAllowed, on } from '@enig/access';
import { MeetingStore, type Actor, type BodyMeeting } from '@enig/data';
import { meetsInTime, type MeetingRefused } from '@enig/hearing';
import { brandId, type BodyId, type MeetingId, type Result } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import type { AppViewer } from '../core/viewer';
import { HearingService } from '../hearing/hearing.service';
import type { RoundPlace } from '../hearing/models';
import { roundSubject } from '../hearing/subjects';
import { PlacesService } from '../people/places.service';
import type { AddMeetingInput, BodyMeetingsModel, RemoveMeetingInput } from './models';

/**
 * The days bodies meet. Those who may send a body's answer enter them, and so do those who hear it, for the bodies that
 * are asked in their rounds (HE-30).
 */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly hearing: HearingService,
    private readonly places: PlacesService,
    private readonly store: MeetingStore,
  ) {}

  /** The meetings of every body that is asked in a round, read once per request. */
  ofRound(viewer: AppViewer, { view }: RoundPlace): Promise<Map<BodyId, readonly BodyMeeting[]>> {
    const { invited } = view.round;
    return viewer.remember(`meetings ${view.row.id}`, () => this.store.ofBodies(invited));
  }

  /** The meetings of one of them, as they are shown. */
  async present(viewer: AppViewer, place: RoundPlace, body: BodyId): Promise<BodyMeetingsModel> {
    const known = (await this.ofRound(viewer, place)).get(body) ?? [];
    const bodies = await this.places.bodies(viewer, place.view.round.invited);
    const shown = bodies.get(body);
    if (!shown) throw new Error(`The body ${body} was not read`);
    const days = known.map(({ heldOn }) => heldOn);
    return {
      body: shown,
      meetings: known.map(({ id, heldOn }) => ({ id, heldOn })),
      meets: meetsInTime(days, place.view.round),
      mayEnter: actorFor(viewer, place, body) !== null,
    };
  }

  /** Enters a day a body meets. @throws NotFound · NotAllowed */
  async add(
    viewer: AppViewer,
    input: AddMeetingInput,
  ): Promise<{
    readonly place: RoundPlace;
    readonly body: BodyId;
    readonly added: Result<MeetingId, MeetingRefused>;
  }> {
    const place = await this.hearing.round(viewer, input.round);
    const body = brandId<BodyId>(input.body);
    const actor = mustActFor(viewer, place, body);
    const added = await this.store.add(body, input.heldOn, actor);
    viewer.forget();
    return { place, body, added };
  }

  /** Takes one back; one that somebody else has taken back meanwhile is gone all the same. @throws NotFound · NotAllowed */
  async remove(
    viewer: AppViewer,
    input: RemoveMeetingInput,
  ): Promise<{ readonly place: RoundPlace; readonly body: BodyId }> {
    const place = await this.hearing.round(viewer, input.round);
    const id = idOf<MeetingId>(input.meeting, 'meeting');
    const meeting = await this.store.meeting(id);
    if (!meeting) throw new NotFound('meeting');
    const actor = mustActFor(viewer, place, meeting.body);
    await this.store.remove(id, actor);
    viewer.forget();
    return { place, body: meeting.body };
  }
}

/** Who enters a meeting: in their own body's seat where they have one that allows it, else as whoever hears. */
function actorFor(viewer: AppViewer, place: RoundPlace, body: BodyId): Actor | null {
  if (!place.view.round.invited.includes(body)) return null;
  const seat = viewer.capacity('submit', on.response({ body })) ?? viewer.capacity('extend', roundSubject(place));
  return seat && { person: viewer.person.id, body: seat.body, capacity: seat.kind };
}

function mustActFor(viewer: AppViewer, place: RoundPlace, body: BodyId): Actor {
  if (!place.view.round.invited.includes(body)) throw new NotFound('body');
  const actor = actorFor(viewer, place, body);
  if (!actor) throw new NotAllowed('extend', 'Round', 'noRight');
  return actor;
}
