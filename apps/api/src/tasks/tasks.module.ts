import { Global, Module } from '@nestjs/common';
import { TaskSources } from './tasks';
import { TasksResolver } from './tasks.resolver';

/** What people are asked to do. Slices say what there is in `TaskSources`. */
@Global()
@Module({ providers: [TaskSources, TasksResolver], exports: [TaskSources] })
export class TasksModule {}
