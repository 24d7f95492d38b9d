import type { Author } from '@enig/collab';
import { TextHistory, type TextAttribution } from '@enig/data';
import type { TextId } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { SectionsService } from '../agreement/sections.service';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { labelOf } from '../versions/diff';
import type { TextAttributionModel } from './models';
import { ReadableTexts } from './readable-texts';
import type { TextPlace } from './text-places';

/** How the texts one may open came to be. */
@Injectable()
export class TextsService {
  /** A long history takes seconds to read: who asks meanwhile gets the same answer. */
  private readonly reading = new Map<TextId, Promise<TextAttribution | null>>();

  constructor(
    private readonly history: TextHistory,
    private readonly texts: ReadableTexts,
    private readonly places: PlacesService,
    private readonly sections: SectionsService,
  ) {}

  /** Who wrote what stands in a text. @throws NotFound also for one the viewer may not read. */
  async attribution(viewer: AppViewer, given: string): Promise<TextAttributionModel> {
    const text = idOf<TextId>(given, 'text');
    const place = await this.texts.place(viewer, text);
    const found = await this.read(text);
    if (!found) throw new NotFound('text');
    return this.present(viewer, place, found);
  }

  private read(text: TextId): Promise<TextAttribution | null> {
    const known = this.reading.get(text);
    if (known) return known;
    const reading = this.history.attribution(text).finally(() => this.reading.delete(text));
    this.reading.set(text, reading);
    return reading;
  }

  private async present(
    viewer: AppViewer,
    place: TextPlace,
    { slots, erasedThrough }: TextAttribution,
  ): Promise<TextAttributionModel> {
    const authors: readonly Author[] = slots.flatMap(({ runs }) => runs);
    const nameOf = await this.places.namesOf(
      viewer,
      authors.map(({ person }) => person),
    );
    const bodies = await this.places.bodies(
      viewer,
      authors.flatMap(({ body }) => (body === null ? [] : [body])),
    );
    const labels = labelsOf(viewer, slots, await this.sections.titles(viewer, place.view));
    const presented = slots.map(({ path, runs }, index) => ({
      path: path.filter((step) => step !== undefined),
      label: labels[index] ?? '',
      runs: runs.map(({ person, body, ...run }) => ({
        ...run,
        person: person === null ? null : nameOf(person),
        body: body === null ? null : (bodies.get(body)?.name ?? null),
      })),
    }));
    const { row, title, link } = place;
    return { text: row.id, title, link, slots: presented, erasedThrough };
  }
}

/** What each slot is called: items by their titles and their places in their lists. */
function labelsOf(
  viewer: AppViewer,
  slots: TextAttribution['slots'],
  sections: ReadonlyMap<string, string>,
): readonly string[] {
  const items = new Map<string, { readonly title: string; readonly number: number }>();
  const counts = new Map<string, number>();
  for (const { path, runs } of slots) {
    const [root, id, field] = path;
    if (id === undefined || field !== 'title') continue;
    const number = (counts.get(root) ?? 0) + 1;
    counts.set(root, number);
    items.set(id, { title: runs.map(({ text }) => text).join(''), number });
  }
  return slots.map(({ path: [root, id = null, field = null] }) => {
    if (root === 'sections' && id !== null) return sections.get(id) || viewer.say('page.agreement.untitled');
    const { title = null, number = null } = (id === null ? undefined : items.get(id)) ?? {};
    return labelOf({ root, id, title, number, field }, viewer.say);
  });
}
