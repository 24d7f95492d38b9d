import { saysTheSame } from '@enig/agreement';
import type { ConsentRefused, Override, OverrideRefused, ReasonRefused, Recorder } from '@enig/approval';
import { hasApproved, reaffirmable } from '@enig/approval';
import { OverrideStore, PartyRuleStore, type ApprovalView } from '@enig/data';
import { brandId, ok, type AgreementId, type BodyId, type OverrideId, type PartyId, type Result } from '@enig/kernel';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { subjectOf } from '../agreement/subjects';
import { afterwards } from '../core/afterwards';
import { NotFound } from '../core/errors';
import { idOf } from '../core/ids';
import { sentences } from '../core/input';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { presentVersion, VersionsService } from '../versions/versions.service';
import { ApprovalService } from './approval.service';
import { changeSentences } from './changed-since';
import type { ChangedSinceModel } from './deciding-models';
import type { ConsentToOverrideInput, OverrideStepInput, SetTwoPeopleInput } from './inputs';
import { partiesOf, subjectOfTaker } from './standstill';
import { subjectOfDecision, type Speaker } from './subjects';

/** What goes on around decisions: steps taken otherwise, two people, and what has changed since a party approved. */
@Injectable()
export class DecidingService {
  constructor(
    private readonly overrides: OverrideStore,
    private readonly rules: PartyRuleStore,
    private readonly agreements: AgreementsService,
    private readonly approvals: ApprovalService,
    private readonly versions: VersionsService,
    private readonly places: PlacesService,
  ) {}

  /** Asks that a step is taken otherwise (AP-24). */
  async ask(
    viewer: AppViewer,
    input: OverrideStepInput,
  ): Promise<Result<AgreementId, OverrideRefused | ReasonRefused>> {
    const view = await this.agreements.view(viewer, input.agreement);
    const actor = viewer.actor('freeze', subjectOf(view));
    const { step, kind } = input;
    const asked = {
      ...{ agreement: view.row.id, step, kind },
      party: input.party ? brandId<PartyId>(input.party) : null,
      taker: input.taker ? brandId<BodyId>(input.taker) : null,
      reason: sentences(input.reason, 'api.field.reason'),
    };
    const done = afterwards(viewer, await this.overrides.ask(asked, actor), 'agreement');
    return done.ok ? ok(view.row.id) : done;
  }

  /**
   * Agrees that a step is taken otherwise (AP-24), as one of the party's own people, or of the council that is to decide
   * in place of one that is gone.
   */
  async agree(viewer: AppViewer, input: ConsentToOverrideInput): Promise<Result<AgreementId, ConsentRefused>> {
    const view = await this.agreements.view(viewer, input.agreement);
    const approval = await this.approvals.approval(viewer, view);
    const id = idOf<OverrideId>(input.override, 'override');
    const found = approval?.chain.overrides.find((each) => each.id === id);
    if (!approval || !found) throw new NotFound('override');
    const among = partiesOf(approval, found.party);
    const taker = await this.takerFor(viewer, approval, found);
    const party = among.find((each) => viewer.can('confirm', subjectOfDecision(view, each))) ?? among[0];
    if (party === undefined) throw new NotFound('party');
    const actor = taker
      ? viewer.actor('decide', taker.subject)
      : viewer.actor('confirm', subjectOfDecision(view, party));
    const by: Recorder = taker?.by ?? { kind: 'ownPeople', party };
    const done = afterwards(viewer, await this.overrides.agree(view.row.id, id, by, actor), 'agreement');
    return done.ok ? ok(view.row.id) : done;
  }

  /** Who the viewer speaks for where they are no party's own, but of the council that is to take the step. */
  private async takerFor(viewer: AppViewer, approval: ApprovalView, found: Override): Promise<Speaker | null> {
    const { body } = found;
    const isOwn = partiesOf(approval, found.party).some((each) =>
      viewer.can('confirm', subjectOfDecision(approval.head, each)),
    );
    if (isOwn || body === null) return null;
    const subject = subjectOfTaker(approval, found, await this.places.bodies(viewer, [body]));
    return subject && viewer.can('decide', subject) ? { by: { kind: 'bodysOwn', body }, subject } : null;
  }

  /** Says whether a second of the party's people confirms from now on (AP-18). */
  async setTwoPeople(viewer: AppViewer, input: SetTwoPeopleInput): Promise<AgreementId> {
    const view = await this.agreements.view(viewer, input.agreement);
    const found = view.parties.find(({ party }) => party === input.party);
    if (!found) throw new NotFound('party');
    const actor = viewer.actor('decide', subjectOfDecision(view, found.party));
    await this.rules.setTwoPeople(found.party, input.twoPeople, actor);
    viewer.forget();
    return view.row.id;
  }

  /** What has changed since the party's council approved an earlier text; null where it never did. */
  async changedSince(viewer: AppViewer, agreement: string, given: string): Promise<ChangedSinceModel | null> {
    const { approval, party } = await this.partyIn(viewer, agreement, given);
    const [earlier] = approval ? reaffirmable(approval.chain, party) : [];
    if (!approval || !earlier) return null;
    const before = await this.versions.version(viewer, earlier.version);
    const after = await this.versions.version(viewer, approval.chain.version);
    return {
      ...{ before: presentVersion(before), after: presentVersion(after) },
      isSame: saysTheSame(before.manifest, after.manifest),
      sentences: changeSentences(viewer.say, await this.versions.diff(viewer, before.row.hash, after.row.hash)),
    };
  }

  /** Whether the party's council has approved a text of the agreement, also one that counts no more. */
  async approvedBefore(viewer: AppViewer, agreement: string, given: string): Promise<boolean> {
    const { approval, party } = await this.partyIn(viewer, agreement, given);
    if (!approval) return false;
    const all = { ...approval.chain, decisions: approval.decisions };
    return all.decisions.some(({ version }) => hasApproved(all, party, version));
  }

  /** @throws NotFound also for a party that is none of the agreement's · NotAllowed */
  private async partyIn(viewer: AppViewer, agreement: string, given: string) {
    const view = await this.agreements.view(viewer, agreement);
    const approval = await this.approvals.approval(viewer, view);
    const party = view.parties.find((each) => each.party === given)?.party;
    if (!party) throw new NotFound('party');
    return { approval, party };
  }
}
