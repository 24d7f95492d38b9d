import { AgreementReads, type ActRow, type AgreementView } from '@enig/data';
import { isActKind, wordAct, wordCorrection, type ActKind, type NameOf } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { namesFor } from './agreements.service';
import { correctionsIn } from './corrected-acts';
import type { ActModel } from './models';
import { SectionsService } from './sections.service';
import { subjectOf } from './subjects';

/** What is done to the draft; each names something that only the next version shows. */
export const OF_THE_DRAFT: ReadonlySet<string> = new Set<ActKind>([
  'addSection',
  'moveSection',
  'removeSection',
  'putBackSection',
  'setCoordinators',
  'addEasyRead',
  'addAnnex',
  'removeAnnex',
]);

/** Whether an act is one on the draft, which those who read no drafts are not told of. */
export function isOfTheDraft({ kind }: Pick<ActRow, 'kind'>): boolean {
  return OF_THE_DRAFT.has(kind);
}

/** The log of acts in words. */
@Injectable()
export class LogService {
  constructor(
    private readonly reads: AgreementReads,
    private readonly places: PlacesService,
    private readonly sections: SectionsService,
  ) {}

  /** The acts of an agreement, oldest first; for those who read no drafts without what was done to the draft. */
  async of(viewer: AppViewer, view: AgreementView): Promise<ActModel[]> {
    const all = await viewer.remember(`acts ${view.row.id}`, () => this.reads.acts(view.row.id));
    const readsDraft = viewer.can('readDraft', subjectOf(view));
    const acts = readsDraft ? all : all.filter((act) => !isOfTheDraft(act));
    const nameOf = await this.places.namesOf(
      viewer,
      acts.map(({ person }) => person),
    );
    const bodies = await this.places.bodies(viewer, acts.flatMap(bodiesIn));
    const sections = await this.sections.titles(viewer, view);
    const named = namesFor(view, sections);
    const known: NameOf = (id) => named(id) ?? [...bodies.values()].find((body) => body.id === id)?.name ?? null;
    const corrections = correctionsIn(acts);
    return acts.map((act) => ({
      id: String(act.id),
      number: act.number,
      at: act.at,
      person: nameOf(act.person),
      body: bodies.get(act.body)?.name ?? act.body,
      capacity: viewer.say(`seat.${act.capacity}`),
      kind: act.kind,
      sentence: sentenceOf(viewer, act, { known, isCorrection: corrections.has(act.id) }),
      hash: act.hash,
    }));
  }
}

function sentenceOf(
  { locale }: AppViewer,
  { kind, facts }: ActRow,
  { known, isCorrection }: { readonly known: NameOf; readonly isCorrection: boolean },
): string {
  if (!isActKind(kind)) return kind;
  return (isCorrection ? wordCorrection(locale, kind, facts, known) : null) ?? wordAct(locale, kind, facts, known);
}

/** The body that acted, and the council or other body an act is about. */
function bodiesIn({ body, facts }: ActRow): ActRow['body'][] {
  const about = [facts['council'], facts['body']].filter((each) => typeof each === 'string');
  return [body, ...about.map((each) => each as ActRow['body'])];
}
