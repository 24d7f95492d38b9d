import {
  HearingReads,
  TextContents,
  type AgreementView,
  type PointView,
  type ResponseView,
  type RoundView,
} from '@enig/data';
import { NotAllowed } from '@enig/access';
import type { SubmissionId } from '@enig/hearing';
import { instantOf, type PointId, type ResponseId, type RoundId, type Sha256 } from '@enig/kernel';
import { wordRefusal } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import type { TextEntryModel } from '../agreement/section-models';
import { closedBecause, unreadableEntry } from '../agreement/sections.service';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import type { HearingResponseModel, HearingRoundModel, PointModel, RoundPlace } from './models';
import { presentPoint, presentResponse, presentRound, type Shown } from './presentation';
import { maySeeSubmissions, responseTextSubject, roundSubject } from './subjects';

/** Hearing rounds as the viewer may see them. Everything of one is read once per request. */
@Injectable()
export class HearingService {
  constructor(
    private readonly reads: HearingReads,
    private readonly texts: TextContents,
    private readonly agreements: AgreementsService,
    private readonly places: PlacesService,
  ) {}

  /** One round. @throws NotFound · NotAllowed */
  async round(viewer: AppViewer, given: string): Promise<RoundPlace> {
    const id = idOf<RoundId>(given, 'round');
    const view = await viewer.remember(`round ${id}`, () => this.reads.round(id));
    if (!view) throw new NotFound('round');
    return this.placeOf(viewer, view);
  }

  /** The rounds of an agreement, first to last; none that the viewer may not read. */
  async roundsOf(viewer: AppViewer, agreement: AgreementView): Promise<RoundPlace[]> {
    const { id } = agreement.row;
    const views = await viewer.remember(`rounds of ${id}`, () => this.reads.roundsOf(id));
    return views.map((view) => ({ view, agreement })).filter((place) => viewer.can('read', roundSubject(place)));
  }

  /** A response and the round it is in. @throws NotFound · NotAllowed */
  async response(viewer: AppViewer, given: string): Promise<{ place: RoundPlace; response: ResponseView }> {
    const id = idOf<ResponseId>(given, 'response');
    const place = await this.round(viewer, await this.roundIdOf(viewer, 'response', id));
    const response = place.view.responses.find(({ row }) => row.id === id);
    if (!response) throw new NotFound('response');
    return { place, response };
  }

  /** What a council sent, byte for byte. @throws NotFound · NotAllowed also for who may know only that it was sent. */
  async submission(viewer: AppViewer, given: string): Promise<{ bytes: Uint8Array; sha256: Sha256 }> {
    const id = idOf<SubmissionId>(given, 'submission');
    const place = await this.round(viewer, await this.roundIdOf(viewer, 'submission', id));
    const response = place.view.responses.find(({ submissions }) => submissions.some(({ row }) => row.id === id));
    const sent = response?.submissions.find(({ row }) => row.id === id);
    if (!response || !sent) throw new NotFound('submission');
    if (!maySeeSubmissions(viewer, place, response)) throw new NotAllowed('read', 'Response', 'noRight');
    return { bytes: await this.reads.content(id), sha256: sent.row.sha256 };
  }

  /** A point and the round it is in. @throws NotFound also for one of a response that no longer stands · NotAllowed */
  async point(viewer: AppViewer, given: string): Promise<{ place: RoundPlace; point: PointView }> {
    const id = idOf<PointId>(given, 'point');
    const place = await this.round(viewer, await this.roundIdOf(viewer, 'point', id));
    const point = place.view.points.find(({ row }) => row.id === id);
    if (!point) throw new NotFound('point');
    return { place, point };
  }

  async presentRound(viewer: AppViewer, place: RoundPlace): Promise<HearingRoundModel> {
    return presentRound(await this.shown(viewer, place));
  }

  async presentResponse(viewer: AppViewer, place: RoundPlace, response: ResponseView): Promise<HearingResponseModel> {
    return presentResponse(await this.shown(viewer, place), response);
  }

  async presentPoint(viewer: AppViewer, place: RoundPlace, point: PointView): Promise<PointModel> {
    return presentPoint(await this.shown(viewer, place), point);
  }

  /** The text a response is written in; null for everybody but the council's own people. */
  async text(
    viewer: AppViewer,
    { place, response }: Pick<HearingResponseModel, 'place' | 'response'>,
  ): Promise<TextEntryModel | null> {
    const subject = responseTextSubject(place, response);
    if (!viewer.can('read', subject)) return null;
    const { id, kind, phase, seq } = response.text;
    const content = (await this.texts.of([response.text])).get(id);
    const council = (await this.places.bodies(viewer, [response.row.body])).get(response.row.body)?.name ?? '';
    const title = viewer.say('round.responseTitle', { council });
    if (!content) {
      const refusal = { code: 'HE-21-RESPONSE-UNREADABLE', body: response.row.body } as const;
      return unreadableEntry(
        response.text,
        title,
        wordRefusal(viewer.locale, refusal, () => council),
      );
    }
    const mayEdit = viewer.can('write', subject);
    return { id, kind, title, mayEdit, phase, closedBecause: closedBecause(viewer, response.text), content, seq };
  }

  /** What a submission says, for those who were shown it. */
  async content(submission: Parameters<HearingReads['content']>[0]): Promise<unknown> {
    return JSON.parse(Buffer.from(await this.reads.content(submission)).toString('utf8'));
  }

  private async placeOf(viewer: AppViewer, view: RoundView): Promise<RoundPlace> {
    const place = { view, agreement: await this.agreements.view(viewer, view.row.agreement) };
    viewer.must('read', roundSubject(place));
    return place;
  }

  private async roundIdOf(
    viewer: AppViewer,
    thing: 'response' | 'point' | 'submission',
    id: ResponseId | PointId | SubmissionId,
  ): Promise<RoundId> {
    const round = await viewer.remember(`round of ${id}`, () => this.reads.roundOf(thing, id));
    if (!round) throw new NotFound(thing);
    return round;
  }

  /** Everything the presentation needs to name what it shows. */
  private async shown(viewer: AppViewer, place: RoundPlace): Promise<Shown> {
    const { row, round, extensions, responses, points } = place.view;
    const submissions = responses.flatMap((response) => response.submissions);
    const answers = points.flatMap(({ treatments }) => treatments);
    const people = [...extensions, ...submissions.map((each) => each.row), ...answers].map(({ person }) => person);
    return {
      viewer,
      place,
      nameOf: await this.places.namesOf(viewer, people),
      bodies: await this.places.bodies(viewer, [...round.invited, ...responses.map((response) => response.row.body)]),
      sections: await viewer.remember(`heard ${row.version}`, () => this.reads.heardSections(row.version)),
      now: instantOf(new Date()),
    };
  }
}
