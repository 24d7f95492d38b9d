import { authorityDue, standingOf } from '@enig/agreement';
import { PublicationReads, type AgreementView } from '@enig/data';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import { TaskSources, type TaskModel } from '../tasks/tasks';
import { SupplementsService } from './supplements.service';

/** Whoever may note that a concluded agreement was sent to the authority is asked to, until it is noted or it has ended (AG-41). */
@Injectable()
export class SendingTasks implements OnModuleInit {
  constructor(
    private readonly sources: TaskSources,
    private readonly supplements: SupplementsService,
    private readonly publications: PublicationReads,
  ) {}

  onModuleInit(): void {
    this.sources.add((viewer, view) => this.of(viewer, view));
  }

  private async of(viewer: AppViewer, view: AgreementView): Promise<TaskModel[]> {
    const { row, state, concludedOn, lastDay } = view;
    if (concludedOn === null || !this.supplements.mayNoteSent(viewer, view)) return [];
    const period = { from: row.periodFrom, to: row.periodTo };
    if (standingOf(state, period, concludedOn, viewer.today, lastDay) === 'ended') return [];
    if ((await this.publications.notices(row.id)).length > 0) return [];
    const kind = 'noteSent';
    return [
      {
        ...{ id: `${kind} ${row.id}`, kind, agreement: row.id, link: `/aftaler/${row.id}` },
        ...{ title: viewer.say(`task.${kind}`), detail: `${row.title} · ${viewer.say('tasks.noteSent')}` },
        due: authorityDue(row.deadline, concludedOn),
      },
    ];
  }
}
