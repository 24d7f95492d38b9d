import { Module } from '@nestjs/common';
import { graphqlModule } from './graphql';
import { GraphqlSocket } from './graphql-socket';

/** GraphQL on both its transports. */
@Module({ imports: [graphqlModule], providers: [GraphqlSocket], exports: [GraphqlSocket] })
export class GraphqlModule {}
