import { holds } from '@enig/access';
import { decidingCouncils, type AgreementHead } from '@enig/data';
import { formatDate } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { ApprovalService } from '../approval/approval.service';
import { decidedAlready } from '../approval/decided-already';
import { speakerFor } from '../approval/subjects';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import type { ToDecideModel } from './models';

/** What the councils somebody sits in have yet to decide: to read for who records nothing there, as a politician. */
@Injectable()
export class ToDecide {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly approvals: ApprovalService,
    private readonly places: PlacesService,
  ) {}

  /** Of all agreements the viewer may read, what is due first first. */
  async of(viewer: AppViewer): Promise<readonly ToDecideModel[]> {
    const put = (await this.agreements.list(viewer)).filter(({ state }) => state === 'deciding');
    const found = await Promise.all(put.map((head) => this.in(viewer, head)));
    return found.flat().toSorted((one, other) => (one.due < other.due ? -1 : Number(one.due !== other.due)));
  }

  private async in(viewer: AppViewer, { row: { id, title, deadline } }: AgreementHead): Promise<ToDecideModel[]> {
    const approval = await this.approvals.approval(viewer, await this.agreements.view(viewer, id));
    if (!approval) return [];
    const held = viewer.seats.filter((seat) => holds(seat, viewer.today));
    const sitsIn = new Set(held.map(({ body }) => body));
    const own = [...decidingCouncils(approval.head.parties, approval.successions)].filter(
      ([party, council]) =>
        sitsIn.has(council) &&
        // Whoever records the decision is asked to, among their tasks.
        speakerFor(viewer, 'decide', approval, party) === null &&
        decidedAlready(approval, party) === null,
    );
    const bodies = await this.places.bodies(
      viewer,
      own.map(([, council]) => council),
    );
    return own.map(([party, council]) => ({
      ...{ id: `${id} ${party}`, due: deadline, link: `/aftaler/${id}/kort?part=${encodeURIComponent(party)}` },
      sentence: viewer.say('toDecide.said', {
        ...{ body: bodies.get(council)?.name ?? '', title, due: formatDate(deadline, viewer.locale) },
      }),
    }));
  }
}
