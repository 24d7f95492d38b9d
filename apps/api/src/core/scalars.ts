import { parseLocalDate, type Instant, type LocalDate } from '@enig/kernel';
import { registerEnumType } from '@nestjs/graphql';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { say } from './viewer';

/** A day in Copenhagen as `2026-10-15`. One that does not exist is refused with a sentence. */
export const LocalDateScalar = new GraphQLScalarType<LocalDate, string>({
  name: 'LocalDate',
  description: 'A day in Copenhagen as 2026-10-15.',
  serialize: (value) => String(value),
  parseValue: readDate,
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : null),
});

/** A moment in UTC; only ever sent out. */
export const InstantScalar = new GraphQLScalarType<Instant, string>({
  name: 'Instant',
  description: 'A moment in UTC as 2026-10-15T22:00:00.000Z.',
  serialize: (value) => String(value),
});

/** Plain JSON, as a text is; only ever sent out. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: refuseJson,
  parseLiteral: refuseJson,
});

function readDate(given: unknown): LocalDate {
  const parsed = typeof given === 'string' ? parseLocalDate(given) : null;
  if (parsed?.ok) return parsed.value;
  throw new GraphQLError(say('api.badDate', { given: typeof given === 'string' ? given.slice(0, 30) : '–' }), {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function refuseJson(): never {
  throw new GraphQLError(say('api.badInput'), { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A GraphQL enum with the values of a closed union, each called what it is called in the domain. */
export function closed<const Values extends readonly string[]>(
  name: string,
  values: Values,
): { readonly [Value in Values[number]]: Value } {
  const named = Object.fromEntries(values.map((value) => [value, value])) as { [Value in Values[number]]: Value };
  registerEnumType(named, { name });
  return named;
}
