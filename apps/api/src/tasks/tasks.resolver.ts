import { Query, Resolver } from '@nestjs/graphql';
import { AgreementsService } from '../agreement/agreements.service';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { TaskModel, TaskSources } from './tasks';

/** Mine opgaver. */
@Resolver(() => TaskModel)
export class TasksResolver {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly sources: TaskSources,
  ) {}

  @Query(() => [TaskModel], { description: 'What the viewer is asked to do; what is due first comes first.' })
  async tasks(@CurrentViewer() viewer: AppViewer): Promise<TaskModel[]> {
    const views = await this.agreements.readable(viewer);
    const found = await Promise.all(views.map((view) => this.sources.of(viewer, view)));
    return found
      .flat()
      .sort((one, other) => ((one.due ?? '9') < (other.due ?? '9') ? -1 : Number(one.due !== other.due)));
  }
}
