import type { Abandoned } from '@enig/agreement';
import { PointStore, type PointView } from '@enig/data';
import type {
  AnswerId,
  AnsweredPoint,
  ArrangeRefused,
  ChangeLink,
  Cut,
  PointChangeId,
  TreatmentId,
  TreatRefused,
} from '@enig/hearing';
import { ok, type PartyId, type PointId, type Result, type RoundId, type SectionId } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { partiesIn } from '../agreement/agreements.service';
import { SectionsService } from '../agreement/sections.service';
import { afterwards } from '../core/afterwards';
import { BadInput, NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { sentences } from '../core/input';
import { say, type AppViewer } from '../core/viewer';
import { HearingService } from '../hearing/hearing.service';
import type { RoundPlace } from '../hearing/models';
import { ShownAnswers } from '../hearing/shown-answers';
import { maySeeOriginal, pointSubject } from '../hearing/subjects';
import type { PartyModel } from '../people/models';
import type {
  AssignPointInput,
  ChangeLinkInput,
  MovePointInput,
  SplitPointInput,
  TreatPointsInput,
  UndoPointChangeInput,
} from './inputs';
import type { PlaceForPointsModel, PointChangeModel, PointModel } from './models';
import { presentChanges, presentPoints, touched, type PointsShown } from './presentation';

type Done<Refusal> = Promise<Result<readonly PointId[], Refusal | Abandoned>>;

/** Most points one command is about, and most changes that are shown. */
const MOST_POINTS = 500;
const MOST_CHANGES = 50;

/** The points of a round, and everything that is done to them. Each asks for the right first; the store asks the rules. */
@Injectable()
export class TreatmentService {
  constructor(
    private readonly hearing: HearingService,
    private readonly sections: SectionsService,
    private readonly points: PointStore,
    private readonly answers: ShownAnswers,
  ) {}

  /** The points the viewer may read, council by council. */
  async pointsOf(viewer: AppViewer, place: RoundPlace): Promise<readonly PointModel[]> {
    return presentPoints(await this.shown(viewer, place), place.view.points);
  }

  /** Points by id as they stand now; those that do not are left out. */
  async some(viewer: AppViewer, round: string, ids: readonly PointId[]): Promise<readonly PointModel[]> {
    const place = await this.hearing.round(viewer, round);
    const wanted = new Set(ids);
    const own = place.view.points.filter(({ row }) => wanted.has(row.id));
    return presentPoints(await this.shown(viewer, place), own);
  }

  /** The changes that stand, the latest first; for those who answer points. */
  async changesOf(viewer: AppViewer, place: RoundPlace): Promise<readonly PointChangeModel[]> {
    if (!this.mayTreatSome(viewer, place)) return [];
    return presentChanges(await this.shown(viewer, place), MOST_CHANGES);
  }

  /** The sections a point can hang on: those that were heard, then the others of the agreement. */
  async placesIn(viewer: AppViewer, place: RoundPlace): Promise<readonly PlaceForPointsModel[]> {
    if (!this.mayTreatSome(viewer, place)) return [];
    const { sections, titles } = await this.shown(viewer, place);
    const seqs = new Map(place.agreement.sections.map(({ row, text }) => [row.id, text.seq]));
    const heard = new Set(sections.map(({ section }) => section));
    const others = place.agreement.sections.filter(({ row }) => row.removedAt === null && !heard.has(row.id));
    return [
      ...sections.map(({ section, number, title }) => ({ section, number, title, seq: seqs.get(section) ?? 0 })),
      ...others.map(({ row, text }) => ({
        ...{ section: row.id, number: null, seq: text.seq },
        title: titles.get(row.id) || viewer.say('page.agreement.untitled'),
      })),
    ];
  }

  /** The parties a point can be handed to. */
  partiesIn(viewer: AppViewer, place: RoundPlace): readonly PartyModel[] {
    if (!this.mayTreatSome(viewer, place)) return [];
    const wanted = new Set<string>(partiesFor(place));
    return partiesIn(place.agreement).filter(({ id }) => wanted.has(id));
  }

  async split(viewer: AppViewer, input: SplitPointInput): Done<ArrangeRefused> {
    const { round, actor, ids } = await this.asked(viewer, [input.point]);
    const [point] = ids;
    if (!point) throw new NotFound('point');
    const quotes = input.quotes?.map((quote) => sentences(quote, 'api.field.answer')) ?? [];
    const cut: Cut = quotes.length > 0 ? { quotes: within(quotes) } : { at: within(input.at ?? []) };
    return afterwards(viewer, await this.points.split(round, point, cut, actor), 'round');
  }

  async merge(viewer: AppViewer, points: readonly string[]): Done<ArrangeRefused> {
    const { round, actor, ids } = await this.asked(viewer, points);
    return afterwards(viewer, await this.points.merge(round, ids, actor), 'round');
  }

  async move(viewer: AppViewer, { points, section }: MovePointInput): Done<ArrangeRefused> {
    const { place, round, actor, ids } = await this.asked(viewer, points);
    const target = section === null || section === undefined ? null : sectionIn(place, section);
    const moved = afterwards(viewer, await this.points.move(round, ids, target, actor), 'round');
    return moved.ok ? ok(ids) : moved;
  }

  async assign(viewer: AppViewer, { points, party }: AssignPointInput): Done<ArrangeRefused> {
    const { place, round, actor, ids } = await this.asked(viewer, points);
    const target = party === null || party === undefined ? null : partyIn(place, party);
    const assigned = afterwards(viewer, await this.points.assign(round, ids, target, actor), 'round');
    return assigned.ok ? ok(ids) : assigned;
  }

  async undo(viewer: AppViewer, input: UndoPointChangeInput): Done<ArrangeRefused> {
    const place = await this.hearing.round(viewer, input.round);
    const { id: round } = place.view.row;
    if ((input.change ?? null) === (input.answer ?? null)) throw new BadInput(viewer.say('api.badInput'));
    const { points, undo } = input.change
      ? this.ofChange(place, input.change)
      : this.ofAnswer(place, input.answer ?? '');
    const actor = mustTreat(viewer, place, points);
    const undone = afterwards(viewer, await undo(round, actor), 'round');
    return undone.ok ? ok(points.map(({ row }) => row.id)) : undone;
  }

  async treat(viewer: AppViewer, input: TreatPointsInput): Done<TreatRefused | ArrangeRefused> {
    const asked = await this.asked(
      viewer,
      input.points.map(({ point }) => point),
    );
    const answer = sentences(input.answer, 'api.field.answer');
    const reason = sentences(input.reason, 'api.field.reason');
    const link = input.change ? linkIn(asked.place, input.change) : null;
    const points = input.points.map(({ point, seen }): AnsweredPoint => {
      const id = idOf<PointId>(point, 'point');
      if (seen === undefined) return { id };
      return { id, seen: seen === null ? null : idOf<TreatmentId>(seen, 'treatment') };
    });
    const { outcome } = input;
    const treated = await this.points.treat(asked.round, points, { outcome, answer, reason, link }, asked.actor);
    const done = afterwards(viewer, treated, 'round');
    return done.ok ? ok(asked.ids) : done;
  }

  /** The round that points are in, who acts, and the points. @throws NotFound · NotAllowed · BadInput for too many */
  private async asked(viewer: AppViewer, points: readonly string[]) {
    const ids = within(points).map((point) => idOf<PointId>(point, 'point'));
    const [first] = ids;
    if (!first) throw new BadInput(viewer.say('HE-44-NO-POINTS'));
    const round = await this.hearing.roundOfPoint(viewer, first);
    const place = await this.hearing.round(viewer, round);
    const wanted = new Set(ids);
    const own = place.view.points.filter(({ row }) => wanted.has(row.id));
    return { place, round, ids, actor: mustTreat(viewer, place, own) };
  }

  private ofChange(place: RoundPlace, given: string) {
    const id = idOf<PointChangeId>(given, 'change');
    const change = place.view.pointChanges.find((each) => each.id === id);
    if (!change) throw new NotFound('change');
    const wanted = new Set(touched(change));
    const points = place.view.points.filter(({ row }) => wanted.has(row.id));
    return { points, undo: (round: RoundId, actor: Actor) => this.points.undo(round, id, actor) };
  }

  private ofAnswer(place: RoundPlace, given: string) {
    const id = idOf<AnswerId>(given, 'answer');
    const points = place.view.points.filter(({ treatments }) => treatments.some((each) => each.given === id));
    if (points.length === 0) throw new NotFound('answer');
    return { points, undo: (round: RoundId, actor: Actor) => this.points.undoAnswer(round, id, actor) };
  }

  private mayTreatSome(viewer: AppViewer, place: RoundPlace): boolean {
    return place.view.points.some((point) => viewer.can('treat', pointSubject(place, point)));
  }

  private async shown(viewer: AppViewer, place: RoundPlace): Promise<PointsShown> {
    const shown = await this.hearing.shown(viewer, place);
    const { responses } = place.view;
    const readsAll = responses.every((each) => !each.standing || maySeeOriginal(viewer, place, each));
    return {
      ...{ ...shown, titles: await this.sections.titles(viewer, place.agreement) },
      answers: readsAll ? null : await this.answers.ofRound(viewer, place),
    };
  }
}

type Actor = ReturnType<AppViewer['actor']>;

/** Who acts: somebody who may answer each of them; where none of them stands any more, any of the round. */
function mustTreat(viewer: AppViewer, place: RoundPlace, points: readonly PointView[]): Actor {
  const [first, ...rest] = points.length > 0 ? points : place.view.points;
  if (!first) throw new NotFound('point');
  const others = points.length > 0 ? rest : [];
  for (const point of others) viewer.must('treat', pointSubject(place, point));
  return viewer.actor('treat', pointSubject(place, first));
}

function within<Each>(given: readonly Each[]): readonly Each[] {
  if (given.length > MOST_POINTS) throw new BadInput(say('treat.tooMany', { max: MOST_POINTS }));
  return given;
}

function sectionIn({ agreement }: RoundPlace, given: string): SectionId {
  const id = idOf<SectionId>(given, 'section');
  if (!agreement.sections.some(({ row }) => row.id === id)) throw new NotFound('section');
  return id;
}

/** The parties points can be handed to: a party's own round is its own people's. */
function partiesFor({ agreement, view }: RoundPlace): readonly PartyId[] {
  const { owner } = view.round;
  const all = agreement.parties.map(({ party }) => party);
  return owner === null ? all : all.filter((party) => party === owner);
}

function partyIn(place: RoundPlace, given: string): PartyId {
  const party = partiesFor(place).find((each) => each === given);
  if (!party) throw new NotFound('party');
  return party;
}

/** @throws NotFound for a section of another agreement, and for a state its text has not come to. */
function linkIn(place: RoundPlace, { section, seq }: ChangeLinkInput): ChangeLink {
  const id = sectionIn(place, section);
  const text = place.agreement.sections.find(({ row }) => row.id === id)?.text;
  if (seq === undefined || seq === null) return { section: id, seq: null };
  if (!text || seq < 1 || seq > text.seq) throw new NotFound('section');
  return { section: id, seq };
}
