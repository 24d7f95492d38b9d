import { forecast, stepsFor, type PartyForecast } from '@enig/approval';
import { MeetingStore, type ApprovalView } from '@enig/data';
import { on } from '@enig/access';
import { localDateAt, type PartyId } from '@enig/kernel';
import { formatDate, formatList, sortDanish } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { partiesIn } from '../agreement/agreements.service';
import type { AppViewer } from '../core/viewer';
import type { PartyForecastModel } from './models';

/** More names than these are not read in a sentence; the table has them all. */
const NAMES = 6;

/** Whether all parties can approve by the deadline, from what has been decided and when their bodies meet (AP-30). */
@Injectable()
export class Forecasts {
  constructor(private readonly meetings: MeetingStore) {}

  /** Those that need somebody's attention first; none for a text that is not being decided. */
  async of(viewer: AppViewer, approval: ApprovalView): Promise<PartyForecastModel[]> {
    const all = await this.read(viewer, approval);
    const parties = partiesIn(approval.head);
    const regions = [approval.head.row.region];
    return parties
      .flatMap((party) => {
        const found = all.find((each) => each.party === party.id);
        if (!found) return [];
        const subject = on.party({ regions, party: found.party, body: null });
        return [{ ...found, party, mayEnter: viewer.can('enterMeetings', subject) }];
      })
      .toSorted((one, other) => URGENCY.indexOf(one.reach) - URGENCY.indexOf(other.reach));
  }

  /** The same in a few words; null for a text that is not being decided. */
  async sentence(viewer: AppViewer, approval: ApprovalView): Promise<string | null> {
    const all = await this.read(viewer, approval);
    return all.length === 0 ? null : forecastSentence(viewer, approval, all);
  }

  /** As it is computed, in the order of the parties. */
  async read(viewer: AppViewer, approval: ApprovalView): Promise<readonly PartyForecast[]> {
    const { chain, head, decisions, confirmations } = approval;
    if (!chain.isDeciding) return [];
    return viewer.remember(`forecast ${head.row.id}`, async () => {
      const placed = [null, ...chain.parties].flatMap((party) => stepsFor(chain, party));
      const bodies = [...new Set(placed.flatMap((step) => step.bodies))];
      const meetings = await this.meetings.facts(bodies);
      const recordedOn = new Map(decisions.map(({ id, recordedAt }) => [id, localDateAt(recordedAt)]));
      const confirmedOn = new Map([...confirmations].map(([id, { at }]) => [id, localDateAt(at)]));
      const facts = { chain, deadline: head.row.deadline, meetings, recordedOn, confirmedOn };
      return forecast(facts, viewer.today);
    });
  }
}

const URGENCY: readonly PartyForecast['reach'][] = ['late', 'unknown', 'tight', 'inTime', 'decided'];

/**
 * Who will not make it, of whom it is not known, how many others have yet to decide and can, who has one meeting left;
 * else that all can.
 */
export function forecastSentence(
  viewer: Pick<AppViewer, 'say' | 'locale'>,
  { head, shortNames }: Pick<ApprovalView, 'head' | 'shortNames'>,
  all: readonly PartyForecast[],
): string {
  const { say, locale } = viewer;
  const of = (reach: PartyForecast['reach']) => all.filter((each) => each.reach === reach);
  const nameOf = (party: PartyId) => shortNames.get(party) ?? party;
  const named = (some: readonly PartyForecast[]) =>
    some.length > NAMES
      ? say('forecast.many', { count: some.length })
      : formatList(sortDanish(some.map(({ party }) => nameOf(party))), locale);
  const [late, unknown, tight] = [of('late'), of('unknown'), of('tight')];
  const since = late.map((each) => each.since).toSorted()[0];
  const rest = of('inTime').length + tight.length;
  const last = all
    .flatMap(({ reach, decidesOn }) => (reach === 'decided' || !decidesOn ? [] : [decidesOn]))
    .toSorted()
    .at(-1);
  const canAll = late.length + unknown.length === 0;
  return [
    canAll && say('forecast.sentence.all', { deadline: formatDate(head.row.deadline, locale) }),
    canAll && last && say('forecast.sentence.last', { last: formatDate(last, locale) }),
    late.length > 0 && say('forecast.sentence.late', { count: late.length, names: named(late) }),
    since && say('forecast.sentence.since', { since: formatDate(since, locale) }),
    unknown.length > 0 && say('forecast.sentence.unknown', { names: named(unknown) }),
    !canAll && rest > 0 && say('forecast.sentence.rest', { count: rest }),
    // Last, since they are among the rest: they can.
    tight.length > 0 && say('forecast.sentence.tight', { count: tight.length, names: named(tight) }),
  ]
    .filter((sentence) => typeof sentence === 'string')
    .join(' ');
}
