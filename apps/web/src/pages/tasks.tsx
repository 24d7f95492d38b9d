import { EmptyState, Link, LinkButton, Page, PageHeader, TaskList, useDocumentTitle, useMessages } from '@enig/ui';
import { endOfDay, instantOf, type LocalDate } from '@enig/kernel';
import { useFormats, type Formats } from '../formats';
import { TasksDocument, type TasksQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { useViewer } from '../session';
import { Glances } from './glances';

type Task = TasksQuery['tasks'][number];

/** What this person must do, by when, and one link to do it. */
export function TasksPage() {
  const m = useMessages();
  useDocumentTitle(m('page.tasks.title'));
  return (
    <QueryPage query={TasksDocument} variables={{}} pick={(data) => data}>
      {(shown) => <Tasks {...shown} />}
    </QueryPage>
  );
}

function Tasks({ tasks, glances, news }: TasksQuery) {
  const m = useMessages();
  const viewer = useViewer();
  const formats = useFormats();
  const state = tasks.length === 0 ? m('page.tasks.nothingNow') : m('page.tasks.count', { count: tasks.length });
  return (
    <Page header={<PageHeader title={m('page.tasks.title')} state={`${viewer.person.name} · ${state}`} />}>
      {tasks.length === 0 ? (
        <EmptyState action={<LinkButton href="/aftaler">{m('page.tasks.toAgreements')}</LinkButton>}>
          {m('page.tasks.empty')}
        </EmptyState>
      ) : (
        <TaskList
          label={m('page.tasks.title')}
          tasks={tasks.map((task) => ({
            id: task.id,
            title: task.title,
            href: task.link,
            detail: task.detail,
            due: dueOf(task, formats),
          }))}
        />
      )}
      <Glances isIdle={tasks.length === 0} glances={glances} />
      <News news={news} />
    </Page>
  );
}

/** What has come into force or ended lately. */
function News({ news }: Pick<TasksQuery, 'news'>) {
  const m = useMessages();
  if (news.length === 0) return null;
  return (
    <section aria-labelledby="news">
      <h2 id="news">{m('page.tasks.news')}</h2>
      <ul>
        {news.map(({ agreement, sentence, link }) => (
          <li key={agreement}>
            <Link href={link}>{sentence}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function dueOf({ due }: Task, formats: Formats): string | undefined {
  if (due === null) return undefined;
  const dueAt = endOfDay(due as LocalDate);
  return `${formats.dueAt(dueAt)} · ${formats.timeLeft(dueAt, instantOf(new Date()))}`;
}
