/** What a forecast says of one party, for the specs. */
import { brandId, localDateOf, type BodyId, type DecisionId } from '@enig/kernel';
import { recordOf, type Chain } from './chain';
import { decide } from './decide';
import { forecast, type ForecastFacts, type MeetingFact, type PartyForecast } from './forecast';
import type { Outcome } from './outcome';
import { recorder, version } from './test-chains';
import { day, ownParty } from './test-ways';

/** The last day. */
export const deadline = day('2026-10-15');

/** The forecast of the party that goes its own way; what was decided was recorded the same day, unless it is said otherwise. */
export function seen(
  chain: Chain,
  meetings: readonly MeetingFact[],
  today = '2026-09-10',
  known: Partial<Pick<ForecastFacts, 'recordedOn' | 'confirmedOn'>> = {},
): PartyForecast {
  const recordedOn = new Map(chain.decisions.map(({ id, meetingDate }) => [id, meetingDate]));
  const facts: ForecastFacts = { chain, deadline, meetings, recordedOn, confirmedOn: new Map(), ...known };
  const [first] = forecast(facts, localDateOf(today));
  if (!first) throw new Error('No parties');
  return first;
}

/** A decision as a spec says it. */
export interface Came {
  readonly outcome: Outcome;
  readonly on: string;
  readonly next?: string;
  readonly entered?: boolean;
}

/** What a body of the first party came to. */
export function came(chain: Chain, body: BodyId, step: string, { outcome, on, next, entered = false }: Came): Chain {
  const decided = decide(
    chain,
    {
      ...{ id: brandId<DecisionId>(`d${chain.decisions.length}`), party: ownParty, body, step, outcome, version },
      ...{ meetingDate: day(on), item: '3', wording: '', reason: 'Fordi', minority: '' },
      ...{ nextMeeting: next === undefined ? null : day(next), person: recorder },
      ...{ minutesLink: null, minutesFile: null, minutesName: null, reaffirms: null },
      supersedes: recordOf(chain, step, ownParty, body).at(-1)?.id ?? null,
      by: entered ? ({ kind: 'secretariat' } as const) : ({ kind: 'ownPeople', party: ownParty } as const),
    },
    day('2026-12-31'),
  );
  if (!decided.ok) throw new Error(decided.error.code);
  return { ...chain, decisions: [...chain.decisions, decided.value] };
}
