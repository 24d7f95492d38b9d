import { eventsOf } from '@enig/agreement';
import type { AgreementView } from '@enig/data';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AppViewer } from '../core/viewer';
import { TaskSources, type TaskModel } from '../tasks/tasks';
import type { SectionModel } from './section-models';
import { SectionsService } from './sections.service';
import { subjectOf } from './subjects';

/** Sections to write, and the draft to send out once it is written. */
@Injectable()
export class WritingTasks implements OnModuleInit {
  constructor(
    private readonly sources: TaskSources,
    private readonly sections: SectionsService,
  ) {}

  onModuleInit(): void {
    this.sources.add((viewer, view) => this.of(viewer, view));
  }

  private async of(viewer: AppViewer, view: AgreementView): Promise<TaskModel[]> {
    if (!viewer.can('readDraft', subjectOf(view))) return [];
    const parts = await Promise.all(view.parts.map(({ id }) => this.sections.ofPart(viewer, view, id)));
    const sections = parts.flat();
    const toWrite = sections.filter(({ text, readiness }) => text.mayEdit && readiness !== 'ready');
    return [...toWrite.map((section) => writeTask(viewer, view, section)), ...this.freezeTask(viewer, view, sections)];
  }

  private freezeTask(viewer: AppViewer, view: AgreementView, sections: readonly SectionModel[]): TaskModel[] {
    const { id, title, writingUntil } = view.row;
    const mayOpen = viewer.can('openHearing', subjectOf(view)) && eventsOf(view.state).includes('freezeForHearing');
    if (!mayOpen || view.state !== 'drafting' || sections.length === 0) return [];
    const ready = sections.filter(({ readiness }) => readiness === 'ready').length;
    const detail = viewer.say('api.task.sectionsReady', { ready, total: sections.length, agreement: title });
    const kind = 'freezeForHearing';
    return [
      {
        id: `${kind} ${id}`,
        kind,
        title: viewer.say(`task.${kind}`),
        detail,
        due: writingUntil,
        link: `/aftaler/${id}`,
        agreement: id,
      },
    ];
  }
}

function writeTask(viewer: AppViewer, view: AgreementView, { id, title, warnings }: SectionModel): TaskModel {
  const { id: agreement, writingUntil, deadline } = view.row;
  const kind = 'writeSection';
  return {
    ...{ id: `${kind} ${id}`, kind, agreement, due: writingUntil ?? deadline },
    title: `${viewer.say(`task.${kind}`)} »${title}«`,
    detail: warnings[0]?.message ?? view.row.title,
    link: `/aftaler/${agreement}/afsnit/${id}`,
  };
}
