import type { DecisionSubject } from '@enig/access';
import { binds, chainState, decidingStepOf, isCouncilOutcome, isTaken, stepOf, type Override } from '@enig/approval';
import type { ApprovalView } from '@enig/data';
import { brandId, type BodyId, type PartyId } from '@enig/kernel';
import { formatDate } from '@enig/messages';
import type { BodyModel, PartyModel } from '../people/models';
import type { AppViewer } from '../core/viewer';
import type { Shown } from './decision-shown';
import type { BoardBlockModel, BoardVacancyModel, StepOverrideModel } from './models';
import { subjectOfCouncil, subjectOfDecision } from './subjects';

/** Whom the chain stands still for: what each decided, why, and the ways on, in words (AP-23). */
export function presentBlocks(
  viewer: Pick<AppViewer, 'say'>,
  { chain }: ApprovalView,
  parties: readonly PartyModel[],
): readonly BoardBlockModel[] {
  return chainState(chain).blocks.flatMap(({ party: id, decision, exits }): BoardBlockModel[] => {
    const party = parties.find((each) => each.id === id);
    const { outcome, reason } = decision;
    if (!party || !isCouncilOutcome(outcome)) return [];
    const words = { party: party.name, outcome: viewer.say(`outcome.${outcome}`), next: viewer.say(`next.${outcome}`) };
    return [{ party, exits, sentence: viewer.say('board.blockedAt', { ...words, reason }) }];
  });
}

/** The steps that are taken otherwise, also those that wait for somebody to agree (AP-24). */
export function presentOverrides(shown: Shown, parties: readonly PartyModel[]): readonly StepOverrideModel[] {
  const { viewer, approval, nameOf } = shown;
  return approval.chain.overrides.map((one) => ({
    id: one.id,
    sentence: sentenceOf(shown, one, parties),
    askedBy: nameOf(one.asked),
    agreedBy: one.agreed === null ? null : nameOf(one.agreed),
    isOvertaken: isOvertaken(approval, one),
    mayAgree:
      approval.chain.isDeciding &&
      one.agreed === null &&
      !isOvertaken(approval, one) &&
      one.asked !== viewer.person.id &&
      (partiesOf(approval, one.party).some((party) => viewer.can('confirm', subjectOfDecision(approval.head, party))) ||
        mayTake(shown, one)),
  }));
}

/** Whether nobody agreed and all who are asked in the step have taken it since, so that there is nothing left to agree to. */
function isOvertaken({ chain }: ApprovalView, { party, step: key, agreed }: Override): boolean {
  const step = stepOf(chain, party, key);
  return agreed === null && step !== undefined && !binds(step) && isTaken(chain, step);
}

/** Parties whose council is gone and has not approved, and what can be done about it (AP-21). */
export function presentVacancies(
  { viewer, approval, bodies, vacancies }: Shown,
  parties: readonly PartyModel[],
): readonly BoardVacancyModel[] {
  if (!approval.chain.isDeciding) return [];
  return vacancies.flatMap(({ party: id, council: body, until, takers }): BoardVacancyModel[] => {
    const party = parties.find((each) => each.id === id);
    const council = bodies.get(body);
    if (!party || !council) return [];
    const words = { party: party.name, council: council.name, until: formatDate(until, viewer.locale) };
    return [
      {
        ...{ party, council, step: decidingStepOf(approval.chain, id).key },
        takers: takers.flatMap((taker) => bodies.get(taker) ?? []),
        sentence: viewer.say('board.vacant', words),
      },
    ];
  });
}

function mayTake({ viewer, approval, bodies }: Shown, one: Override): boolean {
  const subject = subjectOfTaker(approval, one, bodies);
  return subject !== null && viewer.can('decide', subject);
}

/**
 * The council that is to decide in place of one that is gone, whose people agree to it too (AP-24); null where the step
 * is any other.
 */
export function subjectOfTaker(
  { chain, head }: ApprovalView,
  { party, step: key, body }: Override,
  bodies: ReadonlyMap<BodyId, BodyModel>,
): DecisionSubject | null {
  const step = stepOf(chain, party, key);
  const taker = body === null ? undefined : bodies.get(body);
  if (!taker || !step || !binds(step) || body === null) return null;
  return subjectOfCouncil(head, body, taker.party && brandId<PartyId>(taker.party.id));
}

/** The parties whose people may agree: the one whose step it is, or any where it is taken once for all. */
export function partiesOf({ chain }: ApprovalView, party: PartyId | null): readonly PartyId[] {
  return party === null ? chain.parties : [party];
}

function sentenceOf(
  { viewer, approval, bodies }: Shown,
  { party: id, step: key, kind, body, reason }: ApprovalView['chain']['overrides'][number],
  parties: readonly PartyModel[],
): string {
  const party = parties.find((each) => each.id === id)?.name ?? viewer.say('page.override.forAll');
  const step = stepOf(approval.chain, id, key)?.name ?? key;
  if (kind === 'skip' || body === null) return viewer.say('page.override.skipped', { party, step, reason });
  return viewer.say('page.override.replaced', { party, step, body: bodies.get(body)?.name ?? body, reason });
}
