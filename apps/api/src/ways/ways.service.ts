import { on, type PartySubject } from '@enig/access';
import type { PartyWay, WayRefused } from '@enig/approval';
import { MeetingStore, WayStore, type BodyPlace, type WayView } from '@enig/data';
import type { MeetingRefused } from '@enig/hearing';
import { brandId, type BodyId, type MeetingId, type PartyId, type Result } from '@enig/kernel';
import { formatList } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { BadInput, NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { line } from '../core/input';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import type {
  AddCommitteeInput,
  BodyCalendarModel,
  EnterMeetingsInput,
  PartyWayModel,
  SetWayInput,
  TakeMeetingBackInput,
} from './models';

/** As many days as two councils have in a year: what is pasted by mistake is more. */
const MAX_DAYS = 60;

/**
 * How parties come to their decisions, and the days bodies meet. A party's own people say the first, they and the
 * secretariat the second (AC-29, AC-30, AP-31).
 */
@Injectable()
export class WaysService {
  constructor(
    private readonly ways: WayStore,
    private readonly meetings: MeetingStore,
    private readonly places: PlacesService,
  ) {}

  /** @throws NotFound · NotAllowed */
  async way(viewer: AppViewer, given: string): Promise<PartyWayModel> {
    const { party, view } = await this.read(viewer, given);
    return this.present(viewer, party, view);
  }

  /** The days some bodies meet, as they are shown. @throws NotFound */
  async calendars(viewer: AppViewer, ids: readonly BodyId[]): Promise<BodyCalendarModel[]> {
    const [known, bodies, places] = await Promise.all([
      this.meetings.ofBodies(ids),
      this.places.bodies(viewer, ids),
      this.ways.placesOf(ids),
    ]);
    return ids.map((id) => {
      const [body, place] = [bodies.get(id), places.get(id)];
      if (!body || !place) throw new NotFound('body');
      const meetings = (known.get(id) ?? []).map(({ id: meeting, heldOn }) => ({ id: meeting, heldOn }));
      return { body, meetings, mayEnter: viewer.can('enterMeetings', subjectOfBody(id, place)) };
    });
  }

  /** Sets the way a party goes from now on. */
  async set(viewer: AppViewer, input: SetWayInput): Promise<Result<PartyWay, WayRefused>> {
    const { party, subject } = await this.read(viewer, input.party);
    const actor = viewer.actor('setWay', subject);
    const bodies = await this.places.bodies(
      viewer,
      input.steps.map(({ body }) => brandId<BodyId>(body)),
    );
    const steps = input.steps.map(({ body: id, after, mandatory }) => {
      const body = brandId<BodyId>(id);
      return { key: body, name: bodies.get(body)?.name ?? body, body, after: [...new Set(after)], mandatory };
    });
    const seen = input.seen ? Number(input.seen) : null;
    const done = await this.ways.setWay({ party, steps }, seen, actor);
    viewer.forget();
    return done;
  }

  /** Adds a committee to a party's own. */
  async addCommittee(viewer: AppViewer, input: AddCommitteeInput): Promise<Result<BodyId, WayRefused>> {
    const { party, subject } = await this.read(viewer, input.party);
    const actor = viewer.actor('setWay', subject);
    const name = line(input.name, 'api.field.name', 120);
    const done = await this.ways.addCommittee({ party, kind: input.kind, name }, actor);
    viewer.forget();
    return done;
  }

  /** Enters the days a body meets: all of them or none. */
  async enter(
    viewer: AppViewer,
    { body: given, days }: EnterMeetingsInput,
  ): Promise<Result<readonly MeetingId[], MeetingRefused>> {
    if (days.length === 0 || days.length > MAX_DAYS) throw new BadInput(viewer.say('api.badInput'));
    const body = brandId<BodyId>(given);
    const actor = viewer.actor('enterMeetings', await this.placeOf(body));
    const done = await this.meetings.addAll(body, days, actor);
    viewer.forget();
    return done;
  }

  /** Takes one back; one that somebody else has taken back meanwhile is gone all the same. @returns whose it was. */
  async takeBack(viewer: AppViewer, input: TakeMeetingBackInput): Promise<BodyId> {
    const id = idOf<MeetingId>(input.meeting, 'meeting');
    const meeting = await this.meetings.meeting(id);
    if (!meeting) throw new NotFound('meeting');
    const actor = viewer.actor('enterMeetings', await this.placeOf(meeting.body));
    await this.meetings.remove(id, actor);
    viewer.forget();
    return meeting.body;
  }

  private async read(viewer: AppViewer, given: string) {
    const party = brandId<PartyId>(given);
    const view = await viewer.remember(`way ${party}`, () => this.ways.view(party));
    if (!view) throw new NotFound('party');
    const subject = on.party({ regions: view.regions, party, body: null });
    viewer.must('read', subject);
    return { party, view, subject };
  }

  private async placeOf(body: BodyId): Promise<PartySubject> {
    const place = await this.ways.placeOf(body);
    if (!place) throw new NotFound('body');
    return subjectOfBody(body, place);
  }

  private async present(viewer: AppViewer, party: PartyId, view: WayView): Promise<PartyWayModel> {
    const council = view.councils.at(-1);
    if (!council) throw new NotFound('council');
    const ids = [council.id, ...view.bodies.map(({ id }) => id)];
    const shown = await this.places.bodies(viewer, ids);
    const named = (id: BodyId) => {
      const body = shown.get(id);
      if (!body) throw new NotFound('body');
      return body;
    };
    const [model] = await this.places.parties(viewer, [party]);
    if (!model) throw new NotFound('party');
    return {
      party: model,
      setting: view.setting === null ? null : String(view.setting),
      sentence: sentenceOf(viewer, { party: model.name, council: council.name, way: view.way }),
      steps: view.way.steps.map(({ body, after, mandatory }) => ({ body: named(body), after, mandatory })),
      bodies: view.bodies.map(({ id }) => named(id)),
      council: named(council.id),
      calendars: await this.calendars(viewer, ids),
      maySet: viewer.can('setWay', on.party({ regions: view.regions, party, body: null })),
    };
  }
}

function subjectOfBody(body: BodyId, place: BodyPlace): PartySubject {
  return on.party({ ...place, body: place.party === null ? body : null });
}

function sentenceOf(
  { say, locale }: Pick<AppViewer, 'say' | 'locale'>,
  { party, council, way: { steps } }: { readonly party: string; readonly council: string; readonly way: PartyWay },
): string {
  if (steps.length === 0) return say('way.sentence.template', { party });
  const names = formatList(
    steps.map(({ name }) => name),
    locale,
  );
  return say('way.sentence.own', { party, council, count: steps.length, names });
}
