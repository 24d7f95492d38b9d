import { createClient as createSocket } from 'graphql-ws';
import { cacheExchange, Client, fetchExchange, mapExchange, subscriptionExchange, type CombinedError } from 'urql';

function socketUrl(): string {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`;
}

/** The name of the window's event for a socket that came back: what happened meanwhile was told to nobody. */
export const RECONNECTED = 'enig:reconnected';
/** The name of the window's event for something that was not done, since nobody is signed in any more. */
export const SIGNED_OUT = 'enig:signedOut';
/** Longest wait in ms before the socket is tried again. */
const LONGEST_WAIT = 5_000;

/** Whether something was refused because nobody is signed in. */
export function isSignedOut({ graphQLErrors }: CombinedError): boolean {
  return graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED');
}

/**
 * One GraphQL client per signed-in person: requests over HTTP, changes over one socket that comes back by itself. It is
 * thrown away when the person changes, and what it has cached with it.
 */
export function createGraphqlClient(): Client {
  const socket = createSocket({
    url: socketUrl(),
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    // A server that is not there at all is met by an error, not by a close; that passes too.
    shouldRetry: () => true,
    retryWait: async (retries) => {
      // Not all at the same moment, or a server that comes back is met by everybody at once.
      const wait = Math.min(500 * 2 ** retries, LONGEST_WAIT) * (0.5 + Math.random() / 2);
      await new Promise((done) => setTimeout(done, wait));
    },
    on: {
      connected: (_socket, _payload, wasRetry) => {
        if (wasRetry) window.dispatchEvent(new Event(RECONNECTED));
      },
    },
  });
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [
      cacheExchange,
      mapExchange({
        // A page whose question is refused says so itself.
        onError: (error, { kind }) => {
          if (kind === 'mutation' && isSignedOut(error)) window.dispatchEvent(new Event(SIGNED_OUT));
        },
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { query: query ?? '', ...(variables ? { variables } : {}) },
              {
                next: (result) =>
                  sink.next({ data: result.data ?? null, ...(result.errors ? { errors: [...result.errors] } : {}) }),
                error: (error) => sink.error(error),
                complete: () => sink.complete(),
              },
            ),
          }),
        }),
      }),
    ],
  });
}
