import type { Abandoned } from '@enig/agreement';
import { ReminderStore, standingsOf, type BodyStanding, type RoundView } from '@enig/data';
import { countProgress, PROGRESS, type Progress, type ReminderPlanRefused, type RoundOutOfOrder } from '@enig/hearing';
import { instantOf, type Result } from '@enig/kernel';
import { formatList, sortDanish } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { afterwards } from '../core/afterwards';
import type { AppViewer } from '../core/viewer';
import { HearingService } from '../hearing/hearing.service';
import type { RoundPlace } from '../hearing/models';
import { roundSubject } from '../hearing/subjects';
import type { BodyModel } from '../people/models';
import { PlacesService } from '../people/places.service';
import { MeetingsService } from './meetings.service';
import type { OverviewRowModel, PlanRemindersInput, RoundOverviewModel } from './models';

/** A body's standing with the body as it is shown. */
export interface NamedStanding extends BodyStanding {
  readonly shown: BodyModel;
}

/** How far those who are asked have come, for whoever hears: their own people and nobody else. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly hearing: HearingService,
    private readonly places: PlacesService,
    private readonly meetings: MeetingsService,
    private readonly reminders: ReminderStore,
  ) {}

  /** The overview of a round; null for everybody but whoever hears. */
  async overview(viewer: AppViewer, place: RoundPlace): Promise<RoundOverviewModel | null> {
    if (!viewer.can('extend', roundSubject(place))) return null;
    const standings = await this.standings(viewer, place);
    const { days, reminders } = await this.reminders.of(place.view);
    const counts = countProgress(standings.map(({ progress }) => progress));
    const now = instantOf(new Date());
    const collects = place.view.round.state === 'collecting';
    return {
      rows: await Promise.all(standings.map((standing) => this.row(viewer, place, standing))),
      counts: PROGRESS.map((progress) => ({ progress, count: counts[progress] })),
      sentence: sentenceOf(viewer, counts),
      reminderDays: days,
      reminders: collects ? reminders.filter(({ at }) => at > now) : [],
      csvUrl: `/rounds/${place.view.row.id}.csv`,
    };
  }

  /** The same as rows, by name, for a file. @throws NotFound · NotAllowed for everybody but whoever hears. */
  async table(viewer: AppViewer, round: string): Promise<{ view: RoundView; rows: readonly NamedStanding[] }> {
    const place = await this.hearing.round(viewer, round);
    viewer.must('extend', roundSubject(place));
    return { view: place.view, rows: await this.standings(viewer, place) };
  }

  /** Replaces the plan of a round's reminders. */
  async plan(
    viewer: AppViewer,
    { round, days }: PlanRemindersInput,
  ): Promise<Result<null, ReminderPlanRefused | RoundOutOfOrder | Abandoned>> {
    const place = await this.hearing.round(viewer, round);
    const actor = viewer.actor('extend', roundSubject(place));
    return afterwards(viewer, await this.reminders.plan(place.view.row.id, days, actor), 'round');
  }

  private async standings(viewer: AppViewer, place: RoundPlace): Promise<readonly NamedStanding[]> {
    const meetings = await this.meetings.ofRound(viewer, place);
    const bodies = await this.places.bodies(viewer, place.view.round.invited);
    const named = standingsOf(place.view, meetings, viewer.today).flatMap((standing) => {
      const shown = bodies.get(standing.body);
      return shown ? [{ ...standing, shown }] : [];
    });
    return sortDanish(named, ({ shown }) => shown.name);
  }

  private async row(viewer: AppViewer, place: RoundPlace, standing: NamedStanding): Promise<OverviewRowModel> {
    const { shown, progress, openedAt, hasBegun, sentAt, isLate, nextMeeting, moreTime } = standing;
    return {
      ...{ body: shown, progress, openedAt, hasBegun, sentAt, isLate, nextMeeting },
      moreTime: moreTime && {
        wanted: moreTime.row.wanted,
        isAnswered: moreTime.answer !== null,
        given: moreTime.answer?.dueDate ?? null,
      },
      meetings: await this.meetings.present(viewer, place, standing.body),
    };
  }
}

/** Who is waited for, as the sentence names them. */
const WAITING = ['begun', 'opened', 'notOpened'] as const satisfies readonly Progress[];

/** "3 af 17 har svaret. 1 af dem kom for sent. Der ventes på resten: 5 er gået i gang og 9 har ikke åbnet det." */
function sentenceOf({ say, locale }: AppViewer, counts: Readonly<Record<Progress, number>>): string {
  const total = PROGRESS.reduce((sum, progress) => sum + counts[progress], 0);
  const answered = counts.answered + counts.answeredLate;
  const parts = WAITING.filter((progress) => counts[progress] > 0).map((progress) => {
    return say(`overview.waiting.${progress}`, { count: counts[progress] });
  });
  const sentences = [
    say('overview.answered', { answered, total }),
    ...(counts.answeredLate > 0 ? [say('overview.ofThemLate', { count: counts.answeredLate })] : []),
    ...(parts.length > 0 ? [say('overview.rest', { parts: formatList(parts, locale) })] : []),
  ];
  return sentences.join(' ');
}
