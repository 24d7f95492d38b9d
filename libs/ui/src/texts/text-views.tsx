import { parseLocalDate } from '@enig/kernel';
import { formatDate } from '@enig/messages';
import { type ActionJson, type FocusAreaJson, type GoalJson, type ItemJson, type ListName } from '@enig/text';
import type { ReactNode } from 'react';
import { useLocale, useMessages } from '../messages';
import { RichTextView, type RichTextViewProps } from './rich-text-view';

/** What names a text's references and parties while they are not resolved; a frozen version says them itself. */
export type ViewNames = Pick<RichTextViewProps, 'labelOf' | 'hrefOf'> & {
  readonly partyName?: ((party: string) => string | null) | undefined;
};

type Level = 2 | 3 | 4;

/** A focus area to be read: introduction, goals, themes, actions. Its title is the page's. da: fokusområde */
export function FocusAreaView(
  props: ViewNames & {
    readonly focusArea: FocusAreaJson;
    /** The level of "Mål", "Tematikker" and "Handlinger" in the page's outline. */
    readonly headingLevel?: Level | undefined;
  },
) {
  const { focusArea, headingLevel: level = 2, ...names } = props;
  return (
    <div className="e-text">
      <RichTextView content={focusArea.intro} headingLevel={level} {...names} />
      <ItemsView list="goals" items={focusArea.goals} level={level} names={names}>
        {(goal) => <GoalFacts goal={goal} names={names} />}
      </ItemsView>
      <ItemsView list="themes" items={focusArea.themes} level={level} names={names} />
      <ItemsView list="actions" items={focusArea.actions} level={level} names={names}>
        {(action) => <ActionFacts action={action} names={names} />}
      </ItemsView>
    </div>
  );
}

function ItemsView<Item extends ItemJson>(props: {
  readonly list: ListName;
  readonly items: readonly Item[];
  readonly level: Level;
  readonly names: ViewNames;
  readonly children?: (item: Item) => ReactNode;
}) {
  const m = useMessages();
  const Heading = `h${props.level}` as const;
  const ItemHeading = `h${props.level + 1}` as 'h3' | 'h4' | 'h5';
  if (props.items.length === 0) return null;
  return (
    // Without a name it is no landmark: a version has many focus areas, and each has its own "Mål".
    <section>
      <Heading>{m(`ui.focusArea.${props.list}`)}</Heading>
      {props.items.map((item, index) => (
        <article key={item.id} id={`${props.list}-${item.id}`} className="e-read-item">
          <ItemHeading>
            <span className="e-read-number">{index + 1}</span> {item.title || m('ui.item.untitled')}
          </ItemHeading>
          <RichTextView content={item.body} headingLevel={props.level + 2} {...props.names} />
          {props.children?.(item)}
        </article>
      ))}
    </section>
  );
}

function GoalFacts({ goal, names }: { readonly goal: GoalJson; readonly names: ViewNames }) {
  const m = useMessages();
  const owner = goal.ownerName ?? (goal.owner === null ? null : (names.partyName?.(goal.owner) ?? goal.owner));
  return (
    <Facts
      facts={[
        [m('ui.item.criterion'), goal.criterion],
        [m('ui.item.owner'), owner],
        [m('ui.item.due'), useDay(goal.due)],
      ]}
    />
  );
}

function ActionFacts({ action, names }: { readonly action: ActionJson; readonly names: ViewNames }) {
  const m = useMessages();
  const { responsible } = action;
  const party =
    action.responsibleName ?? (responsible === null ? null : (names.partyName?.(responsible) ?? responsible));
  return (
    <Facts
      facts={[
        [m('ui.item.responsible'), party],
        [m('ui.item.period'), usePeriod(action.from, action.to)],
      ]}
    />
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [term: string, value: string | null])[] }) {
  const said = facts.filter(([, value]) => value !== null && value.trim() !== '');
  if (said.length === 0) return null;
  return (
    <dl className="e-facts">
      {said.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useDay(day: string | null): string | null {
  const locale = useLocale();
  const parsed = day === null ? null : parseLocalDate(day);
  return parsed?.ok ? formatDate(parsed.value, locale) : null;
}

function usePeriod(from: string | null, to: string | null): string | null {
  const m = useMessages();
  const first = useDay(from);
  const last = useDay(to);
  if (first !== null && last !== null) return m('ui.item.fromTo', { from: first, to: last });
  if (first !== null) return m('ui.item.fromOn', { date: first });
  return last === null ? null : m('ui.item.until', { date: last });
}
