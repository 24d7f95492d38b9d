import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode, type ServerOptions } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { graphqlAnswer } from './errors';
import { validationRules } from './graphql';
import { Installation } from './installation';
import { MAX_TOKENS } from './limits';
import { Metrics } from './metrics';
import { isForeign } from './origin';
import { RequestContexts, type GraphqlContext } from './request-context';
import { pathOf, refuseUpgrade } from './upgrades';
import { say } from './viewer';

/** Largest message in bytes, as over HTTP. */
const MAX_MESSAGE = 1024 * 1024;
/** Most operations one socket has open. A page has a handful. */
const MAX_OPERATIONS = 25;
/** How often, in ms, those who are signed out are looked for when nothing else happens on their socket. */
const CHECK_EVERY = 30_000;

type Options = ServerOptions<Record<string, unknown>, Extra>;

/** GraphQL on a socket (graphql-ws), at the same path and under the same guards, limits and error table as over HTTP. */
@Injectable()
export class GraphqlSocket {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE });

  constructor(
    private readonly schema: GraphQLSchemaHost,
    private readonly contexts: RequestContexts,
    private readonly installation: Installation,
    private readonly metrics: Metrics,
  ) {}

  /** Takes the upgrades to `/graphql`; other paths are somebody else's. */
  attach(server: Server): void {
    useServer(this.options(this.schema.schema), this.sockets);
    this.metrics.gauge('enig_graphql_sockets', () => this.sockets.clients.size);
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (pathOf(request) !== '/graphql') return;
      if (isForeign(request.headers, this.installation.publicUrl)) return refuseUpgrade(socket, '403 Forbidden');
      this.sockets.handleUpgrade(request, socket, head, (client) => {
        this.sockets.emit('connection', client, request);
        this.closeWhenSignedOut(client, request);
      });
    });
  }

  /** Tells every client that we are going, and closes. */
  close(): void {
    for (const client of this.sockets.clients) client.close(1001, 'Going away');
    this.sockets.close();
  }

  private options(schema: GraphQLSchema): Options {
    return {
      schema,
      connectionInitWaitTimeout: 10_000,
      onConnect: async ({ extra }) => (await this.contexts.fresh(extra.request)).viewer !== null,
      onSubscribe: async ({ extra, subscriptions }, _id, payload) => {
        if (Object.keys(subscriptions).length > MAX_OPERATIONS) return [new GraphQLError(say('api.tooComplex'))];
        return judge(schema, payload.query, payload.operationName, payload.variables, {
          request: await this.contexts.fresh(extra.request, () => endSignedOut(extra.socket)),
        });
      },
      onNext: (_context, _id, _payload, _args, { data = null, errors }) => {
        return errors ? { data, errors: this.answers(errors).map((error) => error.toJSON()) } : { data };
      },
      onError: (_context, _id, _payload, errors) => this.answers(errors).map((error) => error.toJSON()),
    };
  }

  private answers(errors: readonly (GraphQLError | { message: string })[]): GraphQLError[] {
    return errors.map((error) => {
      const known = error instanceof GraphQLError ? error : new GraphQLError(error.message);
      return graphqlAnswer(known, say, (thrown) => this.installation.log.error('graphql.failed', thrown));
    });
  }

  /** A session ends while the socket is quiet; each operation and each event looks for itself. */
  private closeWhenSignedOut(client: WebSocket, request: IncomingMessage): void {
    const look = async (): Promise<void> => {
      const { viewer } = await this.contexts.fresh(request);
      if (!viewer) endSignedOut(client);
    };
    const timer = setInterval(
      () => void look().catch((error: unknown) => this.installation.log.error('socket.check', error)),
      CHECK_EVERY,
    );
    timer.unref();
    client.once('close', () => clearInterval(timer));
  }
}

/**
 * Ends the socket of one who is signed out. What they listened to is not ended by itself: their page begins it again
 * when they are signed in.
 */
function endSignedOut(client: WebSocket): void {
  client.close(CloseCode.Forbidden, 'Signed out');
}

/** The operation, ready to be carried out, or what is wrong with it. */
function judge(
  schema: GraphQLSchema,
  query: string,
  operationName: string | null | undefined,
  variableValues: Record<string, unknown> | null | undefined,
  contextValue: GraphqlContext,
) {
  const document = parsed(query);
  if (document instanceof GraphQLError) return [document];
  const errors = validate(schema, document, [...specifiedRules, ...validationRules]);
  if (errors.length > 0) return errors;
  if (!getOperationAST(document, operationName ?? undefined)) return [new GraphQLError(say('api.badInput'))];
  return {
    schema,
    document,
    operationName: operationName ?? null,
    variableValues: variableValues ?? null,
    contextValue,
  };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
