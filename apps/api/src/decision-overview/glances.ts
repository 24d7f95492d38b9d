import { holds } from '@enig/access';
import { awaitingConfirmation, effective, hasFallenAway, isApproval, type Decision } from '@enig/approval';
import { decidingCouncils, type AgreementHead, type ApprovalView } from '@enig/data';
import type { BodyId, PartyId } from '@enig/kernel';
import { formatDate } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { ApprovalService } from '../approval/approval.service';
import { boardSentence } from '../approval/sentence';
import { speakerFor } from '../approval/subjects';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import type { AgreementGlanceModel } from './models';
import { OnePageService } from './one-page.service';

/** What is being decided, for who wants to know at a glance how far it is, who is missing and what is new (DOC-9). */
@Injectable()
export class Glances {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly approvals: ApprovalService,
    private readonly places: PlacesService,
    private readonly pages: OnePageService,
  ) {}

  /** Of all agreements the viewer may read, what is due first first. */
  async of(viewer: AppViewer): Promise<readonly AgreementGlanceModel[]> {
    const put = (await this.agreements.list(viewer)).filter(({ state }) => state === 'deciding');
    const byDeadline = put.toSorted(({ row: one }, { row: other }) =>
      one.deadline < other.deadline ? -1 : Number(one.deadline !== other.deadline),
    );
    return (await Promise.all(byDeadline.map((head) => this.in(viewer, head)))).flat();
  }

  private async in(viewer: AppViewer, { row }: AgreementHead): Promise<AgreementGlanceModel[]> {
    const { id, title, label } = row;
    const view = await this.agreements.view(viewer, id);
    const approval = await this.approvals.approval(viewer, view);
    if (!approval) return [];
    const own = councilsToReadFor(viewer, approval);
    const bodies = await this.places.bodies(
      viewer,
      own.map(([, council]) => council),
    );
    const [party = null] = own.map(([each]) => each);
    const asked = party === null ? '' : `?part=${encodeURIComponent(party)}`;
    return [
      {
        ...{ agreement: id, title, label, link: `/aftaler/${id}/kort${asked}` },
        own: own.map(([each, council]) => standingSaid(viewer, approval, each, bodies.get(council)?.name ?? '')),
        sentence: boardSentence(viewer, approval),
        news: await this.pages.news(viewer, view, approval.chain.version, party),
      },
    ];
  }
}

/** The councils the viewer sits in and records nothing for, as a politician, by the party each decides for. */
function councilsToReadFor(viewer: AppViewer, approval: ApprovalView): (readonly [PartyId, BodyId])[] {
  const held = viewer.seats.filter((seat) => holds(seat, viewer.today));
  const sitsIn = new Set(held.map(({ body }) => body));
  return [...decidingCouncils(approval.head.parties, approval.successions)].filter(
    ([party, council]) => sitsIn.has(council) && speakerFor(viewer, 'decide', approval, party) === null,
  );
}

/** How a party's council stands, and since or until when. */
function standingSaid({ say, locale }: AppViewer, { chain, head }: ApprovalView, party: PartyId, body: string): string {
  const told = ({ outcome, meetingDate }: Decision) => {
    return { body, outcome: say(`outcome.${outcome}`), date: formatDate(meetingDate, locale) };
  };
  const decision = effective(chain, party);
  const waiting = awaitingConfirmation(chain, party);
  if (decision) return say(isApproval(decision.outcome) ? 'glance.approved' : 'glance.notApproved', told(decision));
  if (waiting && !hasFallenAway(chain, waiting)) return say('glance.waits', told(waiting));
  return say('glance.toDecide', { body, due: formatDate(head.row.deadline, locale) });
}
