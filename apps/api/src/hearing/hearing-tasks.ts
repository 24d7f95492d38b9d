import { eventsOf } from '@enig/agreement';
import type { AgreementView } from '@enig/data';
import { holdsUpTheAgreement, isStillCollecting } from '@enig/hearing';
import { instantOf } from '@enig/kernel';
import type { TaskKind } from '@enig/messages';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AgreementsService } from '../agreement/agreements.service';
import type { TextEntryModel } from '../agreement/section-models';
import { subjectOf } from '../agreement/subjects';
import { TextSources } from '../agreement/text-sources';
import type { AppViewer } from '../core/viewer';
import { PlacesService } from '../people/places.service';
import { TaskSources, type TaskModel } from '../tasks/tasks';
import { HearingService } from './hearing.service';
import type { RoundPlace } from './models';
import {
  hearingGoesOn,
  isCorrected,
  pointSubject,
  responseSubject,
  responseTextSubject,
  roundSubject,
} from './subjects';

/** What a hearing asks of people, and the texts it gives a council's own people to write in. */
@Injectable()
export class HearingTasks implements OnModuleInit {
  constructor(
    private readonly tasks: TaskSources,
    private readonly texts: TextSources,
    private readonly hearing: HearingService,
    private readonly agreements: AgreementsService,
    private readonly places: PlacesService,
  ) {}

  onModuleInit(): void {
    this.tasks.add((viewer, view) => this.tasksIn(viewer, view));
    this.texts.add((viewer, agreement) => this.textsIn(viewer, agreement));
  }

  private async tasksIn(viewer: AppViewer, agreement: AgreementView): Promise<TaskModel[]> {
    if (!hearingGoesOn({ agreement })) return [];
    const rounds = await this.hearing.roundsOf(viewer, agreement);
    const running = rounds.filter(({ view }) => view.round.state !== 'closed');
    const answers = await Promise.all(running.map((place) => this.answerTasks(viewer, place)));
    const ofRounds = running.flatMap((place) => [...endTasks(viewer, place), ...treatTasks(viewer, place)]);
    return [...answers.flat(), ...ofRounds, ...freezeTasks(viewer, rounds, agreement)];
  }

  private async textsIn(viewer: AppViewer, agreement: string): Promise<TextEntryModel[]> {
    const rounds = await this.hearing.roundsOf(viewer, await this.agreements.view(viewer, agreement));
    const all = rounds.flatMap((place) =>
      place.view.responses.map((response) => this.hearing.text(viewer, { place, response })),
    );
    return (await Promise.all(all)).filter((entry) => entry !== null);
  }

  /** To write the council's response, for those who may; to send it, for those who may do that too. */
  private async answerTasks(viewer: AppViewer, place: RoundPlace): Promise<TaskModel[]> {
    const own = place.view.responses.filter((each) => viewer.can('write', responseTextSubject(place, each)));
    const bodies = await this.places.bodies(
      viewer,
      own.map(({ row }) => row.body),
    );
    return own.map((response) => {
      const council = bodies.get(response.row.body)?.name ?? '';
      const kind = viewer.can('submit', responseSubject(response)) ? 'submitResponse' : 'answerHearing';
      const link = `${pageOf(place, 'hoering')}/svar/${response.row.id}`;
      const said = isCorrected(response)
        ? viewer.say('tasks.responseCorrected', { council })
        : whoseResponse(viewer, place, council);
      return task(viewer, place, { kind, about: response.row.id, said, link });
    });
  }
}

/** How long is left is said by the day the task is due; that it may still be done afterwards is not. */
function whoseResponse(viewer: AppViewer, { view }: RoundPlace, council: string): string {
  return viewer.today > view.round.dueDate ? viewer.say('tasks.responseLate', { council }) : council;
}

function endTasks(viewer: AppViewer, place: RoundPlace): TaskModel[] {
  const { round, responses, row } = place.view;
  const facts = responses.map((response) => response.facts);
  const mayEnd = round.state === 'collecting' && viewer.can('end', roundSubject(place));
  // Only what is asked of people; whether it may end is judged by the database's clock.
  if (!mayEnd || isStillCollecting(round, facts, instantOf(new Date()))) return [];
  const answered = responses.filter(({ standing }) => standing !== null).length;
  const said = viewer.say('tasks.endHearing', { answered, invited: round.invited.length });
  return [task(viewer, place, { kind: 'endHearing', about: row.id, said, link: pageOf(place, 'hoering') })];
}

function treatTasks(viewer: AppViewer, place: RoundPlace): TaskModel[] {
  const { round, points, openPoints, row } = place.view;
  if (round.state !== 'ended') return [];
  const own = points.filter((point) => point.treatment === null && viewer.can('treat', pointSubject(place, point)));
  const link = pageOf(place, 'behandling');
  const said = viewer.say('tasks.treatPoints', { count: own.length });
  if (own.length > 0) return [task(viewer, place, { kind: 'treatPoints', about: row.id, said, link })];
  if (openPoints > 0 || !viewer.can('close', roundSubject(place))) return [];
  return [task(viewer, place, { kind: 'closeRound', about: row.id, said: viewer.say('tasks.closeRound'), link })];
}

/** Once every round is closed, and only then, the secretariat is asked to put the text to the parties. */
function freezeTasks(viewer: AppViewer, rounds: readonly RoundPlace[], agreement: AgreementView): TaskModel[] {
  const { id, title, deadline } = agreement.row;
  const waits = rounds.some(({ view: { round } }) => holdsUpTheAgreement(round) && round.state !== 'closed');
  const isNext = agreement.state === 'treating' && !waits;
  if (
    !isNext ||
    !eventsOf(agreement.state).includes('freezeForDecision') ||
    !viewer.can('freeze', subjectOf(agreement))
  )
    return [];
  const kind = 'freezeForDecision';
  return [
    {
      id: `${kind} ${id}`,
      kind,
      title: viewer.say(`task.${kind}`),
      detail: title,
      due: deadline,
      link: `/aftaler/${id}`,
      agreement: id,
    },
  ];
}

interface Asked {
  readonly kind: TaskKind;
  readonly about: string;
  readonly said: string;
  readonly link: string;
}

function task(viewer: AppViewer, { view, agreement }: RoundPlace, { kind, about, said, link }: Asked): TaskModel {
  const { id, title } = agreement.row;
  const due = view.round.state === 'collecting' ? view.round.dueDate : null;
  return {
    id: `${kind} ${about}`,
    kind,
    title: viewer.say(`task.${kind}`),
    detail: `${title} · ${said}`,
    due,
    link,
    agreement: id,
  };
}

function pageOf({ view, agreement }: RoundPlace, page: 'hoering' | 'behandling'): string {
  return `/aftaler/${agreement.row.id}/${page}/${view.row.id}`;
}
