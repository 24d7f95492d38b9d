import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Request } from 'express';
import { graphqlAnswer } from './errors';
import { Installation } from './installation';
import { limits, MAX_TOKENS } from './limits';
import { RequestContexts, type GraphqlContext } from './request-context';
import { InstantScalar, JsonScalar, LocalDateScalar } from './scalars';
import { say } from './viewer';

/** Rules in front of every operation, beside GraphQL's own; the socket asks the same. */
export const validationRules = [limits(say)];

/** GraphQL over HTTP: one operation a request, never by GET, within the limits, errors from the one table. */
export const graphqlModule = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  inject: [RequestContexts, Installation],
  useFactory: (contexts: RequestContexts, { log }: Installation): ApolloDriverConfig => ({
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    // That the schema holds is asked when it is written down (schema.spec), not anew at every start.
    buildSchemaOptions: { numberScalarMode: 'integer', skipCheck: true },
    resolvers: { LocalDate: LocalDateScalar, Instant: InstantScalar, JSON: JsonScalar },
    introspection: true,
    playground: false,
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    autoTransformHttpErrors: false,
    includeStacktraceInErrorResponses: false,
    fieldResolverEnhancers: ['guards'],
    validationRules,
    parseOptions: { maxTokens: MAX_TOKENS },
    context: async ({ req }: { req: Request }): Promise<GraphqlContext> => ({ request: await contexts.of(req) }),
    formatError: (formatted, error) =>
      formattedAnswer(formatted, error, (thrown) => log.error('graphql.failed', thrown)),
  }),
});

/** What Apollo says of the request itself (no GET, no batches) never had a GraphQL error behind it. */
function formattedAnswer(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: (error: unknown) => void,
): GraphQLFormattedError {
  const { message, ...rest } = formatted;
  const asGraphql =
    error instanceof GraphQLError ? error : new GraphQLError(message, { extensions: rest.extensions ?? {} });
  const answer = graphqlAnswer(withCode(asGraphql, rest.extensions), say, report);
  return answer.toJSON();
}

/** Apollo adds its code to the formatted error only. */
function withCode(error: GraphQLError, extensions: GraphQLFormattedError['extensions']): GraphQLError {
  const code = extensions?.['code'];
  if (error.extensions['code'] !== undefined || code === undefined || error.originalError) return error;
  if (code === 'INTERNAL_SERVER_ERROR') return error;
  const { nodes, source, positions, path } = error;
  return new GraphQLError(error.message, {
    ...{ nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, path: path ?? null },
    extensions: { code },
  });
}
