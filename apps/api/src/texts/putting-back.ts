import { Bus, MilestoneStore, type PutBackRefused } from '@enig/data';
import { ok, type Result } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { NotFound } from '../core/errors';
import type { AppViewer } from '../core/viewer';
import type { TextMilestoneModel } from './milestone-models';
import { MilestonesService } from './milestones.service';
import { TextsBefore } from './texts-before';

/** Puts texts back as they were before most of them was deleted (CO-28). */
@Injectable()
export class PuttingBack {
  constructor(
    private readonly milestones: MilestonesService,
    private readonly before: TextsBefore,
    private readonly store: MilestoneStore,
    private readonly bus: Bus,
  ) {}

  /** Puts back what is missing. @throws NotFound · NotAllowed */
  async putBack(viewer: AppViewer, id: string): Promise<Result<TextMilestoneModel, PutBackRefused>> {
    const { milestone, place } = await this.milestones.find(viewer, id);
    const actor = viewer.actor('write', place.whileWritten);
    const before = await this.before.said(viewer, milestone);
    if (!before) throw new NotFound('milestone');
    const who = { person: viewer.person.id, session: viewer.session };
    const done = await this.store.putBack(milestone, before, who, actor);
    if (!done.ok) return done;
    this.bus.announceRows(milestone.text, done.value, []);
    viewer.forget();
    return ok(await this.milestones.milestone(viewer, id));
  }
}
