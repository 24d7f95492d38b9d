import type { TaskKind } from '@enig/messages';
import type { AgreementView } from '@enig/data';
import type { LocalDate } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { closed, LocalDateScalar } from '../core/scalars';
import type { AppViewer } from '../core/viewer';

/** What a person can be asked to do, in the order of the agreement's way. */
export const TaskKinds = closed('TaskKind', [
  'writeSection',
  'freezeForHearing',
  'answerHearing',
  'submitResponse',
  'endHearing',
  'treatPoints',
  'closeRound',
  'freezeForDecision',
  'writeCase',
  'sendCase',
  'recordDecision',
  'confirmDecision',
  'reaffirmDecision',
  'agreeToOverride',
  'askToConfirm',
  'endStandstill',
  'noteSent',
  'seeDeletion',
] satisfies TaskKind[]);

@ObjectType('Task', { description: 'What the viewer is asked to do, computed from how things stand.' })
export class TaskModel {
  @Field(() => ID, { description: 'The same as long as the task is.' })
  readonly id!: string;

  @Field(() => TaskKinds)
  readonly kind!: TaskKind;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly detail!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly due!: LocalDate | null;

  @Field(() => String, { description: 'The page it is done on.' })
  readonly link!: string;

  @Field(() => ID)
  readonly agreement!: string;
}

/** What a slice finds for the viewer to do in one agreement they may read. */
export type TaskSource = (viewer: AppViewer, view: AgreementView) => Promise<readonly TaskModel[]>;

/** Every slice that has tasks adds a source when its module starts. */
@Injectable()
export class TaskSources {
  private readonly sources: TaskSource[] = [];

  add(source: TaskSource): void {
    this.sources.push(source);
  }

  /** All tasks in one agreement. */
  async of(viewer: AppViewer, view: AgreementView): Promise<TaskModel[]> {
    const found = await Promise.all(this.sources.map((source) => source(viewer, view)));
    return found.flat();
  }
}
