import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Asking } from '../core/public';
import type { RequestContext } from '../core/request-context';
import { Watching } from '../core/watching';
import { HearingService } from './hearing.service';
import { HearingResponseModel } from './models';

/** What has changed about a response, as it changes. Each event is asked for anew, by who the viewer is then. */
@Resolver()
export class ResponseChangesResolver {
  constructor(
    private readonly watching: Watching,
    private readonly hearing: HearingService,
  ) {}

  @Subscription(() => HearingResponseModel, {
    description:
      'For the council’s own people: documents put with it or taken out, and that it was sent or opened again. Its words come another way.',
  })
  async responseChanged(@Asking() asking: RequestContext, @Args('id', { type: () => ID }) given: string) {
    const { viewer } = asking;
    const first = viewer && (await this.hearing.ownResponse(viewer, given));
    const ids = new Set<string>(first ? [first.response.row.text, first.place.view.row.id] : []);
    return this.watching.each(
      asking,
      // What tells of words says how far the log has come: many times a second, while somebody writes.
      { field: 'responseChanged', concerns: (told) => ids.has(told.id) && told.seq === undefined },
      async (asker) => {
        const { place, response } = await this.hearing.ownResponse(asker, given);
        return this.hearing.presentResponse(asker, place, response);
      },
    );
  }
}
