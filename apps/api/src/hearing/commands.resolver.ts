import type { Result } from '@enig/kernel';
import type { NameOf, RuleCode } from '@enig/messages';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import { presentVersion, VersionsService } from '../versions/versions.service';
import { HearingService } from './hearing.service';
import { ExtendRoundInput, FreezeForHearingInput, ResponseInput, RoundInput, SubmitResponseInput } from './inputs';
import { FreezePayload, ResponsePayload, RoundPayload } from './payloads';
import { RoundOpenings } from './round-openings.service';
import { RoundsService } from './rounds.service';

type Done = Result<unknown, { readonly code: RuleCode }>;

/** Commands on hearings. A broken rule is data in the payload, not an error. */
@Resolver()
export class HearingCommandsResolver {
  constructor(
    private readonly rounds: RoundsService,
    private readonly openings: RoundOpenings,
    private readonly hearing: HearingService,
    private readonly versions: VersionsService,
  ) {}

  @Mutation(() => FreezePayload)
  async freezeForHearing(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: FreezeForHearingInput,
  ): Promise<FreezePayload> {
    const opened = await this.openings.freeze(viewer, input);
    if (!opened.ok) {
      const { agreement, councils: invited } = input;
      const nameOf = await this.openings.namesIn(viewer, { agreement, invited });
      return { version: null, round: null, refused: refusalOf(opened.error, nameOf) };
    }
    const { version, round: id } = opened.value;
    const round = await this.hearing.presentRound(viewer, await this.hearing.round(viewer, id));
    return { version: version && presentVersion(await this.versions.version(viewer, version)), round, refused: null };
  }

  @Mutation(() => RoundPayload)
  async extendRound(@CurrentViewer() viewer: AppViewer, @Args('input') input: ExtendRoundInput): Promise<RoundPayload> {
    return this.round(viewer, input.round, await this.rounds.extend(viewer, input));
  }

  @Mutation(() => RoundPayload, { description: 'No response is replaced any more; the points are answered.' })
  async endHearing(@CurrentViewer() viewer: AppViewer, @Args('input') input: RoundInput): Promise<RoundPayload> {
    return this.round(viewer, input.round, await this.rounds.end(viewer, input.round));
  }

  @Mutation(() => RoundPayload, { description: 'Refused while one point lacks outcome, answer and reason.' })
  async closeRound(@CurrentViewer() viewer: AppViewer, @Args('input') input: RoundInput): Promise<RoundPayload> {
    return this.round(viewer, input.round, await this.rounds.close(viewer, input.round));
  }

  @Mutation(() => ResponsePayload, { description: 'The payload is the receipt.' })
  async submitResponse(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: SubmitResponseInput,
  ): Promise<ResponsePayload> {
    return this.response(viewer, input.response, await this.rounds.submit(viewer, input));
  }

  @Mutation(() => ResponsePayload, {
    description: 'Opens what was sent to be corrected. It stands until something else is sent.',
  })
  async correctResponse(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: ResponseInput,
  ): Promise<ResponsePayload> {
    return this.response(viewer, input.response, await this.rounds.correct(viewer, input.response));
  }

  @Mutation(() => ResponsePayload, { description: 'Closes a correction again: what was sent stands as it was.' })
  async keepSentResponse(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: ResponseInput,
  ): Promise<ResponsePayload> {
    return this.response(viewer, input.response, await this.rounds.keepSent(viewer, input.response));
  }

  @Mutation(() => ResponsePayload)
  async withdrawResponse(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: ResponseInput,
  ): Promise<ResponsePayload> {
    return this.response(viewer, input.response, await this.rounds.withdraw(viewer, input.response));
  }

  private async round(viewer: AppViewer, id: string, done: Done): Promise<RoundPayload> {
    const round = await this.hearing.presentRound(viewer, await this.hearing.round(viewer, id));
    return done.ok
      ? { round, refused: null }
      : { round: null, refused: refusalOf(done.error, bodiesOf(round.invited)) };
  }

  private async response(viewer: AppViewer, id: string, done: Done): Promise<ResponsePayload> {
    const { place, response } = await this.hearing.response(viewer, id);
    const shown = await this.hearing.presentResponse(viewer, place, response);
    return done.ok
      ? { response: shown, refused: null }
      : { response: null, refused: refusalOf(done.error, bodiesOf([shown.body])) };
  }
}

function bodiesOf(bodies: readonly { readonly id: string; readonly name: string }[]): NameOf {
  return (id) => bodies.find((body) => body.id === id)?.name ?? null;
}
