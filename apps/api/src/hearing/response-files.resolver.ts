import type { ResponseFile } from '@enig/data';
import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import { HearingService } from './hearing.service';
import { HearingResponseModel, SubmissionModel } from './models';
import { ResponsePayload } from './payloads';
import { ResponseFilesService } from './response-files.service';

@ObjectType('ResponseFile', { description: 'A Word or PDF document put with a response.' })
export class ResponseFileModel {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => Int, { description: 'In bytes.' })
  readonly size!: number;

  @Field(() => ID, { nullable: true, description: 'The focus area it is about; null in general.' })
  readonly section!: string | null;

  @Field(() => String)
  readonly url!: string;
}

@InputType()
export class ResponseFileInput {
  @Field(() => ID)
  readonly file!: string;
}

/** The documents of responses as they stand, and taking one out. They are put in over HTTP. */
@Resolver(() => HearingResponseModel)
export class ResponseFilesResolver {
  constructor(
    private readonly documents: ResponseFilesService,
    private readonly hearing: HearingService,
  ) {}

  @ResolveField(() => [ResponseFileModel], { description: 'Empty for everybody but the council’s own people.' })
  async files(
    @CurrentViewer() viewer: AppViewer,
    @Parent() response: HearingResponseModel,
  ): Promise<ResponseFileModel[]> {
    return (await this.documents.of(viewer, response)).map(presentFile);
  }

  @Mutation(() => ResponsePayload, { description: 'While the response is written in.' })
  async removeResponseFile(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: ResponseFileInput,
  ): Promise<ResponsePayload> {
    const { response: id, done } = await this.documents.remove(viewer, input.file);
    if (!done.ok) return { response: null, refused: refusalOf(done.error) };
    const { place, response } = await this.hearing.response(viewer, id);
    return { response: await this.hearing.presentResponse(viewer, place, response), refused: null };
  }
}

/** The documents that went with what was sent. Who may not read it is shown no submission to ask about. */
@Resolver(() => SubmissionModel)
export class SubmissionFilesResolver {
  constructor(private readonly sent: ResponseFilesService) {}

  @ResolveField(() => [ResponseFileModel], { description: 'In the order they were sent.' })
  async files(@CurrentViewer() viewer: AppViewer, @Parent() submission: SubmissionModel): Promise<ResponseFileModel[]> {
    return (await this.sent.sentWith(viewer, submission)).map(presentFile);
  }
}

function presentFile({ id, name, sha256, size, section }: ResponseFile): ResponseFileModel {
  return { id, name, sha256, size, section, url: `/files/responses/${id}` };
}
