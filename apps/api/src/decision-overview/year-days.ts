import { HearingReads, MeetingStore, type AgreementHead } from '@enig/data';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import type { AppViewer } from '../core/viewer';
import { roundSubject } from '../hearing/subjects';
import { PlacesService } from '../people/places.service';
import { YearSources, type YearEvent } from './year-sources';

/** The days there are of agreements, their hearings, and the meetings of the bodies one sits in. */
@Injectable()
export class YearDays implements OnModuleInit {
  constructor(
    private readonly sources: YearSources,
    private readonly agreements: AgreementsService,
    private readonly hearings: HearingReads,
    private readonly meetings: MeetingStore,
    private readonly places: PlacesService,
  ) {}

  onModuleInit(): void {
    this.sources.add((viewer) => this.ofAgreements(viewer));
    this.sources.add((viewer) => this.ofHearings(viewer));
    this.sources.add((viewer) => this.ofOwnBodies(viewer));
  }

  private async ofAgreements(viewer: AppViewer): Promise<YearEvent[]> {
    return (await this.goingOn(viewer)).flatMap((head) => daysOf(viewer, head));
  }

  private async ofHearings(viewer: AppViewer): Promise<YearEvent[]> {
    const views = await Promise.all(
      (await this.goingOn(viewer)).map(({ row }) => this.agreements.view(viewer, row.id)),
    );
    const byId = new Map(views.map((view) => [view.row.id, view]));
    const rounds = (await this.hearings.bareRoundsOf([...byId.keys()])).filter((view) => {
      const agreement = byId.get(view.row.agreement);
      return agreement && viewer.can('read', roundSubject({ agreement, view }));
    });
    const titles = await this.hearings.titlesOf(rounds.map(({ row }) => row.id));
    return rounds.map(({ row, round }) => ({
      ...{ id: `hearing-${row.id}`, kind: 'hearing', on: round.dueDate },
      title: viewer.say('year.hearing', { title: titles.get(row.id) ?? '' }),
      path: `/aftaler/${row.agreement}/hoering/${row.id}`,
    }));
  }

  private async ofOwnBodies(viewer: AppViewer): Promise<YearEvent[]> {
    const { today } = viewer;
    const held = viewer.seats.filter(({ from, to }) => from <= today && (to === null || today <= to));
    const own = [...new Set(held.map(({ body }) => body))];
    const meetings = [...(await this.meetings.ofBodies(own)).values()].flat();
    const bodies = await this.places.bodies(viewer, own);
    return meetings.map(({ id, body, heldOn }) => ({
      ...{ id: `meeting-${id}`, kind: 'meeting', on: heldOn },
      title: viewer.say('year.meeting', { body: bodies.get(body)?.name ?? '' }),
      path: '/aarshjul',
    }));
  }

  /** What is given up has no days to come. */
  private async goingOn(viewer: AppViewer): Promise<readonly AgreementHead[]> {
    return (await this.agreements.list(viewer)).filter(({ state }) => state !== 'abandoned');
  }
}

function daysOf({ say }: AppViewer, { row }: AgreementHead): YearEvent[] {
  const { id, title, deadline, writingUntil, periodFrom, periodTo } = row;
  const path = `/aftaler/${id}`;
  const event = (kind: 'writing' | 'decision' | 'begins' | 'ends', on: YearEvent['on'], to = path): YearEvent => {
    return { id: `${kind}-${id}`, kind, on, title: say(`year.${kind}`, { title }), path: to };
  };
  return [
    ...(writingUntil === null ? [] : [event('writing', writingUntil)]),
    event('decision', deadline, `${path}/godkendelse`),
    event('begins', periodFrom),
    event('ends', periodTo),
  ];
}
