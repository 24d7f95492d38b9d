import { on } from '@enig/access';
import { dueDays, stepsFor, type PlacedStep } from '@enig/approval';
import { ChainReads, MeetingStore, WayStore, type AgreementHead, type ApprovalView } from '@enig/data';
import type { BodyId, PartyId } from '@enig/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import { ApprovalService } from '../approval/approval.service';
import { speakerFor, subjectOfDecision } from '../approval/subjects';
import type { AppViewer } from '../core/viewer';
import { YearSources, type YearEvent } from '../decision-overview/year-sources';
import { PlacesService } from '../people/places.service';
import { Forecasts } from './forecasts';

/**
 * The days on the way to a decision: by when each step should be taken, when the bodies on a party's own way meet, and
 * when its council can decide at the earliest. A party's people have those of their party, the secretariat those of all.
 */
@Injectable()
export class WayDays implements OnModuleInit {
  constructor(
    private readonly sources: YearSources,
    private readonly agreements: AgreementsService,
    private readonly approvals: ApprovalService,
    private readonly chains: ChainReads,
    private readonly ways: WayStore,
    private readonly meetings: MeetingStore,
    private readonly places: PlacesService,
    private readonly forecasts: Forecasts,
  ) {}

  onModuleInit(): void {
    this.sources.add((viewer) => this.ofAgreements(viewer));
    this.sources.add((viewer) => this.ofOwnWays(viewer));
  }

  private async ofAgreements(viewer: AppViewer): Promise<YearEvent[]> {
    const heads = await this.agreements.list(viewer);
    const ahead = heads.filter(({ state }) => state !== 'concluded' && state !== 'abandoned');
    const found = await Promise.all(
      ahead.map(async (head) => {
        const view = head.state === 'deciding' ? await this.agreements.view(viewer, head.row.id) : null;
        const approval = view && (await this.approvals.approval(viewer, view));
        return [
          ...(await this.steps(viewer, head, approval)),
          ...(approval ? await this.forecast(viewer, approval) : []),
        ];
      }),
    );
    return found.flat();
  }

  /**
   * One day for each step, whoever takes it: where a party goes another way, its people have that one's. What should be
   * done by the deadline itself is that day already.
   */
  private async steps(viewer: AppViewer, head: AgreementHead, approval: ApprovalView | null): Promise<YearEvent[]> {
    const { id, title, deadline, chainKey: key, chainVersion: version } = head.row;
    const own = approval ? ownParties(viewer, approval) : [];
    const steps =
      approval && own.length > 0 ? placed(approval, own) : (await this.chains.template({ key, version })).steps;
    const known = new Map(steps.map((step) => [step.key, step]));
    const days = dueDays([...known.values()], deadline);
    return [...known.values()].flatMap((step): YearEvent[] => {
      const by = days.get(step.key) ?? null;
      const words = viewer.say('year.step', { step: step.name, title });
      const path = `/aftaler/${id}/forloeb`;
      return by === null || by === deadline
        ? []
        : [{ id: `step-${id}-${step.key}`, kind: 'step', on: by, title: words, path }];
    });
  }

  /** When each of one's own parties can decide at the earliest; for the secretariat when the last of all can. */
  private async forecast(viewer: AppViewer, approval: ApprovalView): Promise<YearEvent[]> {
    const { head, shortNames } = approval;
    const { id, title } = head.row;
    const all = (await this.forecasts.read(viewer, approval)).filter(({ reach }) => reach !== 'decided');
    const event = (of: string, day: YearEvent['on'], words: string): YearEvent => {
      return {
        id: `forecast-${id}-${of}`,
        kind: 'forecast',
        on: day,
        title: words,
        path: `/aftaler/${id}/godkendelse`,
      };
    };
    const own = ownParties(viewer, approval);
    const ahead = all.flatMap(({ party, decidesOn }) => (decidesOn === null ? [] : [{ party, decidesOn }]));
    const mine = ahead
      .filter(({ party }) => own.includes(party))
      .map(({ party, decidesOn }) =>
        event(party, decidesOn, viewer.say('year.forecast', { party: shortNames.get(party) ?? party, title })),
      );
    const last =
      ahead.length === all.length
        ? ahead
            .map(({ decidesOn }) => decidesOn)
            .toSorted()
            .at(-1)
        : undefined;
    const isForAll = head.parties.some(({ party }) => viewer.can('enterOnBehalf', subjectOfDecision(head, party)));
    return isForAll && last !== undefined
      ? [...mine, event('all', last, viewer.say('year.forecastAll', { title }))]
      : mine;
  }

  /** The meetings of one's own parties' councils and of the bodies on the way to them, also without a seat in those. */
  private async ofOwnWays(viewer: AppViewer): Promise<YearEvent[]> {
    const { today } = viewer;
    const held = viewer.seats.filter(({ from, to }) => from <= today && (to === null || today <= to));
    const parties = [...new Set(held.flatMap(({ party }) => party ?? []))];
    const bodies = (await Promise.all(parties.map((party) => this.bodiesOf(viewer, party)))).flat();
    const meetings = [...(await this.meetings.ofBodies(bodies)).values()].flat();
    const named = await this.places.bodies(viewer, bodies);
    return meetings.map(({ id, body, heldOn }) => ({
      ...{ id: `meeting-${id}`, kind: 'meeting', on: heldOn, path: '/aarshjul' },
      title: viewer.say('year.meeting', { body: named.get(body)?.name ?? '' }),
    }));
  }

  private async bodiesOf(viewer: AppViewer, party: PartyId): Promise<readonly BodyId[]> {
    const view = await viewer.remember(`way ${party}`, () => this.ways.view(party));
    if (!view) return [];
    const subject = on.party({ regions: view.regions, party, body: null });
    if (!viewer.can('enterMeetings', subject)) return [];
    const council = view.councils.at(-1);
    return [...(council ? [council.id] : []), ...view.way.steps.map(({ body }) => body)];
  }
}

function placed({ chain }: ApprovalView, own: readonly PartyId[]): readonly PlacedStep[] {
  return [null, ...own].flatMap((party) => stepsFor(chain, party));
}

/** The parties whose decision the viewer sees to, also in place of a council that is gone (AP-21). */
function ownParties(viewer: AppViewer, approval: ApprovalView): readonly PartyId[] {
  const { parties } = approval.head;
  return parties.map(({ party }) => party).filter((party) => speakerFor(viewer, 'decide', approval, party) !== null);
}
