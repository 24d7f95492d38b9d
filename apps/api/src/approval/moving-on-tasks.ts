import { chainState } from '@enig/approval';
import type { AgreementView, ApprovalView } from '@enig/data';
import type { PartyId } from '@enig/kernel';
import { formatList, sortDanish } from '@enig/messages';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { subjectOf } from '../agreement/subjects';
import type { AppViewer } from '../core/viewer';
import { TaskSources, type TaskModel } from '../tasks/tasks';
import { ApprovalService } from './approval.service';
import { waitsToBeConfirmed } from './decision-shown';

/**
 * What keeps the approvals from moving on, for whoever may open the text again: parties the chain stands still for
 * (AP-23), and decisions that were entered for a party and wait for it to confirm them (AP-5).
 */
@Injectable()
export class MovingOnTasks implements OnModuleInit {
  constructor(
    private readonly tasks: TaskSources,
    private readonly approvals: ApprovalService,
  ) {}

  onModuleInit(): void {
    this.tasks.add((viewer, view) => this.of(viewer, view));
  }

  private async of(viewer: AppViewer, view: AgreementView): Promise<TaskModel[]> {
    if (view.state !== 'deciding' || !viewer.can('reopenWriting', subjectOf(view))) return [];
    const approval = await this.approvals.approval(viewer, view);
    if (!approval) return [];
    const still = chainState(approval.chain).blocks.map(({ party }) => party);
    const entered = approval.decisions.filter((row) => !row.isOwn && waitsToBeConfirmed(approval, row));
    return [
      ...taskOf(viewer, approval, 'endStandstill', still),
      ...taskOf(
        viewer,
        approval,
        'askToConfirm',
        entered.flatMap(({ party }) => party ?? []),
      ),
    ];
  }
}

/** One task for all the parties it is about; none where it is about nobody. */
function taskOf(
  viewer: AppViewer,
  { head, shortNames }: ApprovalView,
  kind: 'endStandstill' | 'askToConfirm',
  parties: readonly PartyId[],
): TaskModel[] {
  if (parties.length === 0) return [];
  const { id, title, deadline } = head.row;
  const named = sortDanish([...new Set(parties)].map((party) => shortNames.get(party) ?? party));
  const said = viewer.say(`tasks.${kind}`, { parties: formatList(named, viewer.locale), count: named.length });
  return [
    {
      ...{ id: `${kind} ${id}`, kind, agreement: id, due: deadline, link: `/aftaler/${id}/godkendelse` },
      ...{ title: viewer.say(`task.${kind}`), detail: `${title} · ${said}` },
    },
  ];
}
