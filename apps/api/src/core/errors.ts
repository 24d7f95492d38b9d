import { NotAllowed } from '@enig/access';
import type { Say } from '@enig/messages';
import { GraphQLError } from 'graphql';

/** The request needs a signed-in person and has none. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/** There is no such thing, or none the viewer may know of. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  /** @param what  the kind of thing, as `agreement`; never its id, which is what somebody typed. */
  constructor(readonly what: string) {
    super(`No such ${what}`);
  }
}

/** What was sent cannot be understood: a day that does not exist, a title without a word. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  /** @param sentence  what is wrong, for the person who sent it; it goes out and is never logged. */
  constructor(readonly sentence: string) {
    super('Input that cannot be used');
  }
}

/** A write that another site's page has made the browser send. */
export class ForeignOrigin extends Error {
  override readonly name = 'ForeignOrigin';
}

/** More bytes than are taken in. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The same was asked too often. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
}

/** More of something is asked for than can be waited for now; the same asked in a while is answered. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** Everything that is thrown on purpose. Anything else is a mistake of ours. */
export type Expected = NotAllowed | SignedOut | NotFound | BadInput | ForeignOrigin | TooLarge | TooMany | Busy;

/** How an error is told to whoever asked. */
export interface Answer {
  /** `extensions.code` in GraphQL, `code` over HTTP. */
  readonly code: string;
  readonly status: number;
  readonly sentence: string;
}

interface Row<Thrown extends Error> {
  readonly thrown: abstract new (...given: never[]) => Thrown;
  readonly code: string;
  readonly status: number;
  readonly sentence: (error: Thrown, say: Say) => string;
}

type Table = { readonly [Name in Expected['name']]: Row<Extract<Expected, { name: Name }>> };

/** One row for each class that is thrown on purpose; a missing one does not compile. */
const table: Table = {
  NotAllowed: {
    thrown: NotAllowed,
    code: 'FORBIDDEN',
    status: 403,
    sentence: ({ reason }, say) => say(reason === 'phaseClosed' ? 'api.phaseClosed' : 'api.noRight'),
  },
  SignedOut: { thrown: SignedOut, code: 'UNAUTHENTICATED', status: 401, sentence: (_, say) => say('api.signedOut') },
  NotFound: { thrown: NotFound, code: 'NOT_FOUND', status: 404, sentence: (_, say) => say('api.notFound') },
  BadInput: { thrown: BadInput, code: 'BAD_USER_INPUT', status: 400, sentence: ({ sentence }) => sentence },
  ForeignOrigin: {
    thrown: ForeignOrigin,
    code: 'FOREIGN_ORIGIN',
    status: 403,
    sentence: (_, say) => say('api.foreignOrigin'),
  },
  TooLarge: { thrown: TooLarge, code: 'TOO_LARGE', status: 413, sentence: (_, say) => say('api.tooLarge') },
  TooMany: { thrown: TooMany, code: 'TOO_MANY', status: 429, sentence: (_, say) => say('api.tooMany') },
  Busy: { thrown: Busy, code: 'BUSY', status: 503, sentence: (_, say) => say('api.busy') },
};

/** What an expected error is answered with; null for one that is a mistake of ours. */
export function answerTo(error: unknown, say: Say): Answer | null {
  for (const row of Object.values(table)) {
    const answer = answerOf(row as Row<Error>, error, say);
    if (answer) return answer;
  }
  return null;
}

function answerOf<Thrown extends Error>(row: Row<Thrown>, error: unknown, say: Say): Answer | null {
  if (!(error instanceof row.thrown)) return null;
  return { code: row.code, status: row.status, sentence: row.sentence(error, say) };
}

/** What anything unexpected is answered with: that it is our fault, and nothing of what it was. */
export function mistake(say: Say): Answer {
  return { code: 'INTERNAL_SERVER_ERROR', status: 500, sentence: say('api.mistake') };
}

/** Codes that GraphQL itself, or the limits in front of it, answers with; their sentences are about the request. */
const OF_GRAPHQL = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_TOO_LARGE',
];

/**
 * The error as it leaves through GraphQL, on both transports: what was thrown on purpose by its code and sentence,
 * what GraphQL says of the request as it is, and the rest as one sentence without contents.
 */
export function graphqlAnswer(error: GraphQLError, say: Say, report: (error: unknown) => void): GraphQLError {
  const thrown = originOf(error);
  const answer = answerTo(thrown, say);
  if (answer) return answered(error, answer);
  const code = error.extensions['code'];
  if (thrown === error && (code === undefined || isOfGraphql(code))) return answered(error, ofGraphql(error, code));
  if (isOfGraphql(code) && thrown instanceof GraphQLError) {
    const own = thrown.extensions['code'];
    return answered(error, ofGraphql(thrown, isOfGraphql(own) ? own : code)); // Apollo puts its own code over ours
  }
  report(thrown);
  return answered(error, mistake(say));
}

function ofGraphql(error: GraphQLError, code: unknown): Answer {
  return { code: typeof code === 'string' ? code : 'GRAPHQL_VALIDATION_FAILED', status: 400, sentence: error.message };
}

function isOfGraphql(code: unknown): boolean {
  return typeof code === 'string' && OF_GRAPHQL.includes(code);
}

/** GraphQL wraps what a resolver throws, sometimes more than once. */
function originOf(error: GraphQLError): unknown {
  let thrown: unknown = error;
  while (thrown instanceof GraphQLError && thrown.originalError) thrown = thrown.originalError;
  return thrown;
}

function answered(error: GraphQLError, { code, sentence }: Answer): GraphQLError {
  const { nodes, source, positions, path } = error;
  return new GraphQLError(sentence, {
    ...{ nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, path: path ?? null },
    extensions: { code },
  });
}
