import { MilestoneStore, type AgreementView, type Milestone } from '@enig/data';
import type { TextId } from '@enig/kernel';
import { formatDateTime } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { closedBecause } from '../agreement/sections.service';
import { NotFound } from '../core/errors';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import type { TextMilestoneModel } from './milestone-models';
import { ReadableTexts } from './readable-texts';
import { TextPlaces, type TextPlace } from './text-places';

/** When most of a text was deleted, for those who may read it, and who has seen that. */
@Injectable()
export class MilestonesService {
  constructor(
    private readonly store: MilestoneStore,
    private readonly texts: ReadableTexts,
    private readonly textPlaces: TextPlaces,
    private readonly places: PlacesService,
  ) {}

  /** Those of a text, oldest first; none for whoever may not open it. */
  async ofText(viewer: AppViewer, text: TextId): Promise<TextMilestoneModel[]> {
    if ((await this.texts.access(viewer, text)).mode === 'none') return [];
    const all = await this.store.of(text);
    if (all.length === 0) return [];
    const place = await this.texts.place(viewer, text);
    return Promise.all(all.map((milestone) => this.present(viewer, milestone, place)));
  }

  /** Those in an agreement that the viewer is told of and nobody has seen yet. */
  async toldOf(viewer: AppViewer, view: AgreementView): Promise<TextMilestoneModel[]> {
    const unseen = await this.store.unseenIn(view.row.id);
    const found = await Promise.all(
      unseen.map(async (milestone) => {
        const place = await this.textPlaces.of(viewer, view, milestone.text);
        if (!place || place.isRemoved || !viewer.can('write', place.whileWritten)) return [];
        return [await this.present(viewer, milestone, place)];
      }),
    );
    return found.flat();
  }

  /** One. @throws NotFound also for one of a text the viewer may not read. */
  async milestone(viewer: AppViewer, id: string): Promise<TextMilestoneModel> {
    const { milestone, place } = await this.find(viewer, id);
    return this.present(viewer, milestone, place);
  }

  /** Says that the viewer has seen it, so that nobody is asked about it any more. @throws NotFound · NotAllowed */
  async see(viewer: AppViewer, id: string): Promise<TextMilestoneModel> {
    const { milestone, place } = await this.find(viewer, id);
    await this.store.see(milestone, viewer.actor('write', place.whileWritten));
    viewer.forget();
    return this.milestone(viewer, id);
  }

  /** One with where its text stands. @throws NotFound also for one of a text the viewer may not read. */
  async find(viewer: AppViewer, id: string): Promise<{ milestone: Milestone; place: TextPlace }> {
    const milestone = await this.store.milestone(id);
    if (!milestone) throw new NotFound('milestone');
    return { milestone, place: await this.texts.place(viewer, milestone.text) };
  }

  private async present(viewer: AppViewer, milestone: Milestone, place: TextPlace): Promise<TextMilestoneModel> {
    const { id, text, at, seen } = milestone;
    const nameOf = await this.places.namesOf(viewer, [milestone.person, seen?.person ?? null]);
    const acted = [milestone.body, seen?.body ?? null].filter((body) => body !== null);
    const bodies = await this.places.bodies(viewer, acted);
    const bodyOf = (body: Milestone['body']) => (body === null ? null : (bodies.get(body)?.name ?? null));
    const person = nameOf(milestone.person);
    const body = bodyOf(milestone.body);
    const { mode } = await this.texts.access(viewer, text);
    const { title, link, row } = place;
    const who = body === null ? person : `${person} (${body})`;
    return {
      ...{ milestone, place, id, text, at, person, body, title, link },
      sentence: viewer.say('texts.massDeletion', { title, at: formatDateTime(at, viewer.locale), who }),
      seen: seen && {
        person: nameOf(seen.person),
        body: bodyOf(seen.body) ?? '',
        capacity: viewer.say(`seat.${seen.capacity}`),
        at: seen.at,
      },
      may: { see: seen === null && viewer.can('write', place.whileWritten), putBack: mode === 'edit' },
      closedBecause: closedBecause(viewer, row),
    };
  }
}
