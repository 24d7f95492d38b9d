import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import type { LocalDate } from '@enig/kernel';
import { rulesOf, ruleOfEverySeat } from './rules';
import { holds, type Seat } from './seat';
import type { ActsOn, SubjectName, SubjectNamed } from './subject';

type AbilityOn = { [Name in SubjectName]: [ActsOn[Name], SubjectNamed<Name> | Name] }[SubjectName];

/** What a person may do; asked with `can(act, subject)`. */
export type AppAbility = MongoAbility<AbilityOn>;

/**
 * What a person may do, from their seats alone. Read by the api, the socket and the web client, so a button is never
 * shown for an act the server refuses. This is the one place where kinds of seat have names.
 *
 * @param today  the day asked about; a seat not held that day gives nothing (AC-2).
 * @see docs/rules/access.md
 */
export function abilityFor(seats: readonly Seat[], today: LocalDate): AppAbility {
  const { can, build } = new AbilityBuilder<AppAbility>(createMongoAbility);
  for (const seat of seats.filter((each) => holds(each, today))) {
    ruleOfEverySeat(can, seat);
    rulesOf[seat.kind](can, seat);
  }
  return build({ detectSubjectType: (subject) => subject.__typename });
}
