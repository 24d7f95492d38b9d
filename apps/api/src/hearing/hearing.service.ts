import {
  HearingReads,
  TextContents,
  type AgreementView,
  type ResponseView,
  type RoundView,
  type SubmissionView,
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
import type { HearingResponseModel, HearingRoundModel, RoundPlace } from './models';
import { presentResponse, presentRound, type Shown } from './presentation';
import { ShownAnswers } from './shown-answers';
import { maySeeOriginal, maySeeSubmissions, responseTextSubject, roundSubject } from './subjects';

/** Hearing rounds as the viewer may see them. Everything of one is read once per request. */
@Injectable()
export class HearingService {
  constructor(
    private readonly reads: HearingReads,
    private readonly texts: TextContents,
    private readonly agreements: AgreementsService,
    private readonly places: PlacesService,
    private readonly answers: ShownAnswers,
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

  /**
   * One round for who reads what is heard: of what came in with nothing but from the viewer's own bodies.
   * @throws NotFound · NotAllowed
   */
  async roundToRead(viewer: AppViewer, given: string): Promise<RoundPlace> {
    const id = idOf<RoundId>(given, 'round');
    const bodies = viewer.seats.map(({ body }) => body);
    const view = await this.reads.roundFor(id, bodies);
    if (!view) throw new NotFound('round');
    return this.placeOf(viewer, view);
  }

  /** The rounds of agreements that the viewer may read, with nothing of what came in. */
  async roundsToRead(viewer: AppViewer, agreements: readonly AgreementView[]): Promise<RoundPlace[]> {
    const of = new Map(agreements.map((agreement) => [agreement.row.id, agreement]));
    const views = await this.reads.bareRoundsOf([...of.keys()]);
    const places = views.flatMap((view) => {
      const agreement = of.get(view.row.agreement);
      return agreement ? [{ view, agreement }] : [];
    });
    return places.filter((place) => viewer.can('read', roundSubject(place)));
  }

  /** A response and the round it is in. @throws NotFound · NotAllowed */
  async response(viewer: AppViewer, given: string): Promise<{ place: RoundPlace; response: ResponseView }> {
    const id = idOf<ResponseId>(given, 'response');
    const place = await this.round(viewer, await this.roundIdOf(viewer, 'response', id));
    const response = place.view.responses.find(({ row }) => row.id === id);
    if (!response) throw new NotFound('response');
    return { place, response };
  }

  /** A response for the council's own people: whoever may read the text it is written in. @throws NotFound · NotAllowed */
  async ownResponse(viewer: AppViewer, given: string): Promise<{ place: RoundPlace; response: ResponseView }> {
    const found = await this.response(viewer, given);
    viewer.must('read', responseTextSubject(found.place, found.response));
    return found;
  }

  /** What a council sent, byte for byte. @throws NotFound · NotAllowed also for who may read only a part of it. */
  async submission(viewer: AppViewer, given: string): Promise<{ bytes: Uint8Array; sha256: Sha256 }> {
    const { place, response, submission } = await this.sent(viewer, given);
    const { row } = submission;
    const readable = await this.answers.of(viewer, place, response, row.id);
    const isAll = readable.kind === 'whole' || (readable.kind === 'shown' && readable.answer.isWhole);
    if (!isAll) throw new NotAllowed('read', 'Response', 'noRight');
    return { bytes: await this.reads.content(row.id), sha256: row.sha256 };
  }

  /** One sending of a response, and where. @throws NotFound · NotAllowed also for who may know only that it was sent. */
  async sent(
    viewer: AppViewer,
    given: string,
  ): Promise<{ place: RoundPlace; response: ResponseView; submission: SubmissionView }> {
    const id = idOf<SubmissionId>(given, 'submission');
    const place = await this.round(viewer, await this.roundIdOf(viewer, 'submission', id));
    const response = place.view.responses.find(({ submissions }) => submissions.some(({ row }) => row.id === id));
    const submission = response?.submissions.find(({ row }) => row.id === id);
    if (!response || !submission) throw new NotFound('submission');
    if (!maySeeSubmissions(viewer, place, response)) throw new NotAllowed('read', 'Response', 'noRight');
    const isCurrent = submission === response.standing;
    if (!isCurrent && !maySeeOriginal(viewer, place, response)) throw new NotAllowed('read', 'Response', 'noRight');
    return { place, response, submission };
  }

  /** The round a point is in. @throws NotFound */
  roundOfPoint(viewer: AppViewer, given: string): Promise<RoundId> {
    return this.roundIdOf(viewer, 'point', idOf<PointId>(given, 'point'));
  }

  async presentRound(viewer: AppViewer, place: RoundPlace): Promise<HearingRoundModel> {
    return presentRound(await this.shown(viewer, place));
  }

  async presentResponse(viewer: AppViewer, place: RoundPlace, response: ResponseView): Promise<HearingResponseModel> {
    return presentResponse(await this.shown(viewer, place), response);
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

  /**
   * What a submission says, for those who were shown it: as it was sent, or without what was taken out (HE-50).
   * @throws NotFound · NotAllowed for who may read nothing of it
   */
  async content(viewer: AppViewer, place: RoundPlace, id: SubmissionId): Promise<unknown> {
    const response = place.view.responses.find(({ submissions }) => submissions.some(({ row }) => row.id === id));
    if (!response) throw new NotFound('submission');
    const readable = await this.answers.of(viewer, place, response, id);
    switch (readable.kind) {
      case 'whole':
        return JSON.parse(Buffer.from(await this.reads.content(id)).toString('utf8'));
      case 'shown':
        return readable.answer.content;
      case 'nothing':
        throw new NotAllowed('read', 'Response', 'noRight');
    }
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

  /** What is heard: focus areas of a version, all of them or some, or a document. */
  private async heard(
    viewer: AppViewer,
    { view: { row, round } }: RoundPlace,
  ): Promise<Pick<Shown, 'sections' | 'isWhole' | 'document'>> {
    const { version, document: hash } = row;
    const document =
      hash === null ? null : await viewer.remember(`heard document ${hash}`, () => this.reads.document(hash));
    if (version === null) return { sections: [], isWhole: true, document };
    const all = await viewer.remember(`heard ${version}`, () => this.reads.heardSections(version));
    const sections = all.filter(({ section }) => round.sections.includes(section));
    return { sections, isWhole: sections.length === all.length, document };
  }

  /** Everything the presentation needs to name what it shows. */
  async shown(viewer: AppViewer, place: RoundPlace): Promise<Shown> {
    const { row, round, extensions, responses, points, pointChanges, requests } = place.view;
    const submissions = responses.flatMap((response) => response.submissions);
    const answers = points.flatMap(({ treatments }) => treatments);
    const asked = requests.flatMap((request) => [request.row, ...(request.answer ? [request.answer] : [])]);
    const acts = [...extensions, ...submissions.map((each) => each.row), ...answers, ...pointChanges, ...asked];
    const bodies = [...round.invited, ...responses.map((response) => response.row.body), row.body];
    const named = await this.places.bodies(viewer, bodies);
    const [owner = null] = row.owner === null ? [] : await this.places.parties(viewer, [row.owner]);
    return {
      viewer,
      place,
      nameOf: await this.places.namesOf(
        viewer,
        acts.map(({ person }) => person),
      ),
      bodies: named,
      ...(await this.heard(viewer, place)),
      owner,
      ownerName: owner?.name ?? named.get(row.body)?.name ?? '',
      now: instantOf(new Date()),
    };
  }
}
