import type { LocalDate } from '@enig/kernel';
import { abilityFor, type AppAbility } from './ability';
import { capacityFor } from './capacity';
import type { Seat } from './seat';
import { withPhaseOpen, type ActName, type KindQuestion, type Question, type SubjectName } from './subject';

/** Why somebody may not: no seat of theirs ever gives it, or one does but the phase is closed for now. */
export type NotAllowedReason = 'noRight' | 'phaseClosed';

/** A person asked for something their seats do not allow. Becomes GraphQL code FORBIDDEN; nothing is written. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
  constructor(
    readonly act: ActName,
    readonly on: SubjectName,
    readonly reason: NotAllowedReason,
  ) {
    super(`May not ${act} ${on}: ${reason}`);
  }
}

/** A signed-in person with their seats, and what these allow on one day. */
export interface Viewer<Person> {
  readonly person: Person;
  /** All seats given, also those not held today. */
  readonly seats: readonly Seat[];
  /** For whoever wants the policy itself. */
  readonly ability: AppAbility;
  /** Whether the act is allowed on this very subject. */
  can(...question: Question): boolean;
  /** Returns the seat the act is done in. @throws NotAllowed where no seat allows it. */
  must(...question: Question): Seat;
  /** The seat an act is done in, or null where none allows it. */
  capacity(...question: Question): Seat | null;
  /** Null where the act is allowed; otherwise whether it is the right or the phase that is missing. */
  whyNot(...question: Question): NotAllowedReason | null;
  /** Whether there is any subject of the kind on which the act could be allowed: for menus, never for a command. */
  canSomewhere(...question: KindQuestion): boolean;
}

/**
 * Joins a person and their seats to one who can be asked.
 *
 * @param today  the day in Copenhagen the request is made.
 */
export function createViewer<Person>(person: Person, seats: readonly Seat[], today: LocalDate): Viewer<Person> {
  const ability = abilityFor(seats, today);
  const capacity = (...question: Question): Seat | null => capacityFor(seats, today, ...question);
  const whyNot = (...question: Question): NotAllowedReason | null => {
    if (ability.can(...question)) return null;
    return ability.can(...withPhaseOpen(question)) ? 'phaseClosed' : 'noRight';
  };
  return {
    person,
    seats,
    ability,
    can: (...question) => ability.can(...question),
    capacity,
    whyNot,
    must: (...question) => {
      const seat = capacity(...question);
      if (seat) return seat;
      const [act, subject] = question;
      throw new NotAllowed(act, subject.__typename, whyNot(...question) ?? 'noRight');
    },
    canSomewhere: (...question) => ability.can(...question),
  };
}
