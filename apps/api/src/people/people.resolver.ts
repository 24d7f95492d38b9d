import type { PeopleRefused, PersonRow } from '@enig/data';
import type { Result } from '@enig/kernel';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, OptionalViewer, Public } from '../core/public';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import { AddHeardBodyInput, AddPersonInput, EndSeatInput, GrantSeatInput } from './inputs';
import { BodyModel, BodyPayload, PartyModel, PersonModel, PersonPayload, RegionModel, ViewerModel } from './models';
import { PeopleService } from './people.service';
import { PlacesService } from './places.service';

/** Who is signed in, and the regions they have to do with. */
@Resolver(() => ViewerModel)
export class ViewerResolver {
  constructor(private readonly places: PlacesService) {}

  @Public()
  @Query(() => ViewerModel, { nullable: true, description: 'Null when nobody is signed in.' })
  async viewer(@OptionalViewer() viewer: AppViewer | null): Promise<ViewerModel | null> {
    if (!viewer) return null;
    const { id, name, email } = viewer.person;
    const seats = await this.places.seats(viewer, viewer.seats);
    const mayManage = viewer.canSomewhere('managePeople', 'Region');
    return { person: { id, name, email, seats }, seats, locale: viewer.locale, mayManage };
  }

  @ResolveField(() => [RegionModel])
  regions(@CurrentViewer() viewer: AppViewer): Promise<RegionModel[]> {
    return this.places.regions(viewer);
  }
}

/** Regions with their parties, bodies and people. */
@Resolver(() => RegionModel)
export class RegionResolver {
  constructor(
    private readonly places: PlacesService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => [RegionModel])
  regions(@CurrentViewer() viewer: AppViewer): Promise<RegionModel[]> {
    return this.places.regions(viewer);
  }

  @ResolveField(() => RegionModel, { nullable: true, description: 'The region that takes over.' })
  async successor(
    @CurrentViewer() viewer: AppViewer,
    @Parent() { followedBy }: RegionModel,
  ): Promise<RegionModel | null> {
    return followedBy === null ? null : this.places.region(viewer, followedBy);
  }

  @ResolveField(() => [PartyModel])
  parties(@CurrentViewer() viewer: AppViewer, @Parent() { id }: RegionModel): Promise<PartyModel[]> {
    return this.places.partiesOf(viewer, id, viewer.today);
  }

  @ResolveField(() => [BodyModel])
  bodies(@CurrentViewer() viewer: AppViewer, @Parent() { id }: RegionModel): Promise<BodyModel[]> {
    return this.places.bodiesOf(viewer, id, viewer.today);
  }

  @ResolveField(() => [BodyModel])
  async disabilityCouncils(@CurrentViewer() viewer: AppViewer, @Parent() { id }: RegionModel): Promise<BodyModel[]> {
    const bodies = await this.places.bodiesOf(viewer, id, viewer.today);
    return bodies.filter(({ kind }) => kind === 'disabilityCouncil');
  }

  @ResolveField('people', () => [PersonModel], { description: 'Empty for those who do not manage its people.' })
  async peopleOf(@CurrentViewer() viewer: AppViewer, @Parent() { id }: RegionModel): Promise<PersonModel[]> {
    return this.places.persons(viewer, await this.people.ofRegion(viewer, id), true);
  }
}

/** People and seats, changed. */
@Resolver(() => PersonModel)
export class PeopleResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly places: PlacesService,
  ) {}

  @Mutation(() => PersonPayload)
  async addPerson(@CurrentViewer() viewer: AppViewer, @Args('input') input: AddPersonInput): Promise<PersonPayload> {
    return this.present(viewer, await this.people.add(viewer, input.region, input.name, input.email));
  }

  @Mutation(() => BodyPayload, { description: 'A dialogue forum, a user organisation or a professional network.' })
  async addHeardBody(
    @CurrentViewer() viewer: AppViewer,
    @Args('input') input: AddHeardBodyInput,
  ): Promise<BodyPayload> {
    const id = await this.people.addHeardBody(viewer, input);
    return { body: (await this.places.bodies(viewer, [id])).get(id) ?? null, refused: null };
  }

  @Mutation(() => PersonPayload)
  async grantSeat(@CurrentViewer() viewer: AppViewer, @Args('input') input: GrantSeatInput): Promise<PersonPayload> {
    return this.present(viewer, await this.people.grantSeat(viewer, { ...input, to: input.to ?? null }));
  }

  @Mutation(() => PersonPayload)
  async endSeat(@CurrentViewer() viewer: AppViewer, @Args('input') input: EndSeatInput): Promise<PersonPayload> {
    return this.present(viewer, await this.people.endSeat(viewer, input.seat, input.to));
  }

  private async present(viewer: AppViewer, done: Result<PersonRow, PeopleRefused>): Promise<PersonPayload> {
    if (!done.ok) return { person: null, refused: refusalOf(done.error) };
    const [person] = await this.places.persons(viewer, [done.value], true);
    return { person: person ?? null, refused: null };
  }
}
