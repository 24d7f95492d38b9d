import { MilestoneStore, TextHistory, type Milestone, type PieceBack } from '@enig/data';
import { resolveReferences, type TextJson } from '@enig/text';
import { Injectable } from '@nestjs/common';
import { namesFor } from '../agreement/agreements.service';
import { SectionsService } from '../agreement/sections.service';
import type { AppViewer } from '../core/viewer';
import { labelOf } from '../versions/diff';
import type { NamedSectionModel, PieceBackModel, TextMilestoneModel } from './milestone-models';

/** What texts said before most of them was deleted. */
@Injectable()
export class TextsBefore {
  constructor(
    private readonly history: TextHistory,
    private readonly store: MilestoneStore,
    private readonly agreement: SectionsService,
  ) {}

  /** What the text said then, as it was written; null where that has been erased. */
  said(viewer: AppViewer, { id, text, seq }: Milestone): Promise<TextJson | null> {
    return viewer.remember(`milestone ${id}`, () => this.history.replay(text, seq));
  }

  /** What the text said then, with the names that sections and parties have now; null where that has been erased. */
  async content(viewer: AppViewer, { milestone, place }: TextMilestoneModel): Promise<TextJson | null> {
    const before = await this.said(viewer, milestone);
    const nameOf = namesFor(place.view, await this.agreement.titles(viewer, place.view));
    return before && resolveReferences(before, { section: nameOf, party: nameOf });
  }

  /** What is missing of it now, and would be put back. */
  async missing(viewer: AppViewer, model: TextMilestoneModel): Promise<PieceBackModel[]> {
    const before = await this.content(viewer, model);
    if (!before) return [];
    const pieces = await this.store.missing(model.milestone.text, before);
    const titles = await this.agreement.titles(viewer, model.place.view);
    return pieces.map((piece) => ({ label: labelOfPiece(viewer, piece, titles), words: piece.words }));
  }

  /** What the sections are called that the text answered then, in order; none for what is no response. */
  async sections(viewer: AppViewer, { milestone, place }: TextMilestoneModel): Promise<NamedSectionModel[]> {
    const before = await this.said(viewer, milestone);
    if (before?.kind !== 'hearing-response') return [];
    const titles = await this.agreement.titles(viewer, place.view);
    const answered = [...titles].filter(([id]) => Object.hasOwn(before.sections, id));
    return answered.map(([id, title]) => ({ id, title: title || viewer.say('page.agreement.untitled') }));
  }
}

function labelOfPiece(viewer: AppViewer, { path, item }: PieceBack, titles: ReadonlyMap<string, string>): string {
  const [root, id = null, field = null] = path;
  if (root === 'sections' && id !== null) return titles.get(id) || viewer.say('page.agreement.untitled');
  return labelOf({ root, id, title: item?.title ?? null, number: item?.number ?? null, field }, viewer.say);
}
