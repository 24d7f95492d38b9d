import { wordRefusal, type NameOf, type RuleCode } from '@enig/messages';
import { Field, ObjectType } from '@nestjs/graphql';
import { LOCALE } from './viewer';

/** A rule said no. Nothing was written. */
@ObjectType('Refusal', { description: 'A rule said no, and nothing was written.' })
export class RefusalModel {
  @Field(() => String, { description: 'Stable; the rule it names stands in docs/rules.' })
  readonly code!: string;

  @Field(() => String, { description: 'The sentence for the person, in their language.' })
  readonly message!: string;

  @Field(() => [String], { description: 'Names of what it is about, such as who is waited for.' })
  readonly details!: readonly string[];
}

const unnamed: NameOf = () => null;

/**
 * A refusal of a rule as the person reads it.
 *
 * @param nameOf  what ids in it are called; an id without a name stays out of the details.
 */
export function refusalOf(refused: { readonly code: RuleCode }, nameOf: NameOf = unnamed): RefusalModel {
  const { code, ...facts } = refused;
  const details = Object.values(facts).flatMap((fact) => namesIn(fact, nameOf));
  return { code, message: wordRefusal(LOCALE, refused, nameOf), details };
}

function namesIn(fact: unknown, nameOf: NameOf): string[] {
  if (Array.isArray(fact)) return fact.flatMap((each) => namesIn(each, nameOf));
  const name = typeof fact === 'string' ? nameOf(fact) : null;
  return name === null ? [] : [name];
}
