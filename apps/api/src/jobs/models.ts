import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { JobState, JobView } from '@enig/data';
import type { Sha256 } from '@enig/kernel';
import { closed } from '../core/scalars';

export const JobStates = closed('JobState', ['waiting', 'running', 'done', 'failed', 'cancelled'] satisfies JobState[]);

@ObjectType('JobFile')
export class JobFileModel {
  @Field(() => String)
  readonly sha256!: Sha256;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: 'Where it is fetched.' })
  readonly path!: string;
}

@ObjectType('Job', { description: 'Something that is made while somebody waits. Only who asked for it sees it.' })
export class JobModel {
  readonly view!: JobView;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'What is made, as people call it.' })
  readonly title!: string;

  @Field(() => JobStates)
  readonly state!: JobState;

  @Field(() => Int)
  readonly done!: number;

  @Field(() => Int, { nullable: true, description: 'Null as long as nobody can say.' })
  readonly total!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is happening, or why it failed, in the person’s language.',
  })
  readonly message!: string | null;

  @Field(() => JobFileModel, { nullable: true })
  readonly file!: JobFileModel | null;
}
