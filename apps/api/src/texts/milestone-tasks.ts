import { checkNotAbandoned } from '@enig/agreement';
import type { AgreementView } from '@enig/data';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import { TaskSources, type TaskModel } from '../tasks/tasks';
import { MilestonesService } from './milestones.service';

/** Whoever writes a text is asked to look when most of it has been deleted, until one of them has (CO-28). */
@Injectable()
export class MilestoneTasks implements OnModuleInit {
  constructor(
    private readonly tasks: TaskSources,
    private readonly milestones: MilestonesService,
  ) {}

  onModuleInit(): void {
    this.tasks.add((viewer, view) => this.of(viewer, view));
  }

  private async of(viewer: AppViewer, view: AgreementView): Promise<TaskModel[]> {
    if (!checkNotAbandoned(view.state).ok) return [];
    const told = await this.milestones.toldOf(viewer, view);
    const kind = 'seeDeletion';
    return told.map(({ id, text, sentence }) => ({
      ...{ id: `${kind} ${id}`, kind, title: viewer.say(`task.${kind}`), detail: sentence, due: null },
      link: `/tekster/${text}/foer/${id}`,
      agreement: view.row.id,
    }));
  }
}
