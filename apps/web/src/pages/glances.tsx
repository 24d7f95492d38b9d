import { Link, useMessages } from '@enig/ui';
import type { TasksQuery } from '../generated/graphql';

type Glance = TasksQuery['glances'][number];

/**
 * How far it is with what is being decided, at a glance: for who has nothing to do, and of what their own council decides
 * for who sits there as a politician (DOC-9). Others have their tasks.
 */
export function Glances({ glances, isIdle }: Pick<TasksQuery, 'glances'> & { readonly isIdle: boolean }) {
  const m = useMessages();
  const shown = glances.filter(({ own }) => isIdle || own.length > 0);
  if (shown.length === 0 && !isIdle) return null;
  return (
    <section aria-labelledby="glances">
      <h2 id="glances">{m('page.tasks.glances')}</h2>
      {shown.length === 0 && <p>{m('page.tasks.glances.none')}</p>}
      {shown.map((glance) => (
        <GlanceOf key={glance.agreement} glance={glance} />
      ))}
    </section>
  );
}

function GlanceOf({ glance }: { readonly glance: Glance }) {
  const m = useMessages();
  const { agreement, title, label, own, sentence, news, link } = glance;
  const heading = `glance-${agreement}`;
  return (
    <article aria-labelledby={heading} className="e-glance">
      <h3 id={heading}>{title}</h3>
      {label && <p className="e-note">{label}</p>}
      <dl className="e-facts">
        {own.length > 0 && (
          <div>
            <dt>{m('page.tasks.glances.own')}</dt>
            <dd>{own.join(' ')}</dd>
          </div>
        )}
        <div>
          <dt>{m('page.tasks.glances.all')}</dt>
          <dd>{sentence}</dd>
        </div>
        <div>
          <dt>{m('page.tasks.glances.news')}</dt>
          <dd>{news}</dd>
        </div>
      </dl>
      <p>
        <Link href={link}>
          {m('page.tasks.glances.read')} <span className="e-hidden">{title}</span>
        </Link>
      </p>
    </article>
  );
}
