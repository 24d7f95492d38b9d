import { Global, Module } from '@nestjs/common';
import { PeopleResolver, RegionResolver, ViewerResolver } from './people.resolver';
import { PeopleService } from './people.service';
import { PlacesService } from './places.service';

/** People, seats, bodies and places. `PlacesService` is for every slice that shows them. */
@Global()
@Module({
  providers: [PeopleService, PlacesService, ViewerResolver, RegionResolver, PeopleResolver],
  exports: [PlacesService],
})
export class PeopleModule {}
