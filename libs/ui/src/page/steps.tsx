import type { ReactNode } from 'react';
import { Link } from '../links';
import { useMessages } from '../messages';
import { MarkShape, StateMark, type MarkState } from '../parts/state-mark';

/** One step on a way everybody goes. */
export type Step = {
  readonly key: string;
  readonly name: string;
  readonly state: 'done' | 'current' | 'upcoming' | 'failed';
  readonly href?: string | undefined;
  /** A date or a few words. */
  readonly detail?: string | undefined;
};

const MARK: Readonly<Record<Step['state'], MarkState>> = {
  done: 'done',
  current: 'inProgress',
  upcoming: 'notStarted',
  failed: 'refused',
};
const WORD = {
  done: 'ui.stepDone',
  current: 'ui.stepCurrent',
  upcoming: 'ui.stepUpcoming',
  failed: 'ui.stepFailed',
} as const;

/** All steps and where it stands: `1 Skrive ● 2 Høre ◐ …`. */
export function StepGuide({ steps, label }: { readonly steps: readonly Step[]; readonly label?: string | undefined }) {
  const m = useMessages();
  return (
    <nav aria-label={label ?? m('ui.steps')}>
      <ol className="e-steps">
        {steps.map((step, index) => (
          <li
            key={step.key}
            className={`e-step e-step-${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span className="e-step-number" aria-hidden="true">
              {index + 1}
            </span>
            <span className="e-step-name">{step.href ? <Link href={step.href}>{step.name}</Link> : step.name}</span>
            <span className="e-step-state">
              <MarkShape state={MARK[step.state]} /> {m(WORD[step.state])}
            </span>
            {step.detail && <span className="e-step-detail">{step.detail}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** One thing to do, or one part of something to fill in. */
export type TaskItem = {
  readonly id: string;
  readonly title: string;
  /** Where it is done; left out while it cannot begin. */
  readonly href?: string | undefined;
  readonly detail?: ReactNode;
  /** By when, in words. */
  readonly due?: string | undefined;
  readonly mark?: { readonly state: MarkState; readonly word?: string | undefined } | undefined;
};

/** What there is to do, the same at the start and at every return. */
export function TaskList({
  tasks,
  label,
}: {
  readonly tasks: readonly TaskItem[];
  readonly label?: string | undefined;
}) {
  return (
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- Safari forgets that an unmarked list is one
    <ul className="e-tasks" role="list" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id} className="e-task">
          <div className="e-task-what">
            {task.href ? (
              <Link href={task.href} aria-describedby={describedBy(task)}>
                {task.title}
              </Link>
            ) : (
              <span>{task.title}</span>
            )}
            {task.detail && <div className="e-task-detail">{task.detail}</div>}
          </div>
          <div className="e-task-when" id={`task-${task.id}`}>
            {task.due && <span className="e-task-due">{task.due}</span>}
            {task.mark && <StateMark state={task.mark.state}>{task.mark.word}</StateMark>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function describedBy(task: TaskItem): string | undefined {
  return task.due || task.mark ? `task-${task.id}` : undefined;
}

/** What was answered, and a way to change it: the last look before sending. */
export function SummaryList(props: {
  readonly rows: readonly {
    readonly key: string;
    readonly term: string;
    readonly value: ReactNode;
    /** Where it can be changed. */
    readonly changeHref?: string | undefined;
  }[];
}) {
  const m = useMessages();
  return (
    <dl className="e-summary">
      {props.rows.map((row) => (
        <div key={row.key} className="e-summary-row">
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
          {row.changeHref && (
            <dd className="e-summary-change">
              <Link href={row.changeHref}>
                {m('ui.change')}
                <span className="e-hidden"> {row.term}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
