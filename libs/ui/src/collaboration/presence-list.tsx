import { itemsInOrder } from '@enig/text';
import { useEffect, useId, useRef } from 'react';
import type { Doc } from 'yjs';
import { useAnnouncer } from '../announcer';
import type { AnnouncementSetting } from '../announcements';
import { RadioGroup } from '../fields/choice';
import { useMessages, type Translate } from '../messages';
import { Details } from '../parts/small';
import { listNamed, pathOf } from '../texts/places';
import type { Collaboration } from './collaboration';
import type { Person } from './people';

const SETTINGS: readonly AnnouncementSetting[] = ['off', 'few', 'all'];

/** Who has the text open, with names; and how much of what they do is read out. */
export function PresenceList(props: { readonly others: readonly Person[]; readonly me: string }) {
  const m = useMessages();
  const id = useId();
  const { setting, setSetting } = useAnnouncer();
  usePresenceReported(props.others);
  return (
    <section className="e-presence" aria-labelledby={id}>
      <h2 id={id}>{m('ui.presence')}</h2>
      {props.others.length === 0 ? (
        <p>{m('ui.presence.alone')}</p>
      ) : (
        <ul>
          <li>{m('ui.presence.you', { name: props.me })}</li>
          {props.others.map(({ client, name, colour }) => (
            <li key={client}>
              <PersonDot colour={colour} /> {name}
            </li>
          ))}
        </ul>
      )}
      <Details summary={m('ui.announcements')}>
        <RadioGroup
          label={m('ui.announcements')}
          options={SETTINGS.map((value) => ({ value, label: m(`ui.announcements.${value}`) }))}
          value={setting}
          onChange={setSetting}
        />
      </Details>
    </section>
  );
}

/** The same colour as their caret. */
function PersonDot({ colour }: { readonly colour: string }) {
  return (
    <svg className="e-mark-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6" fill={colour} />
    </svg>
  );
}

function usePresenceReported(others: readonly Person[]): void {
  const m = useMessages();
  const { report } = useAnnouncer();
  const before = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const now = new Set(others.map(({ name }) => name));
    const known = before.current;
    before.current = now;
    if (!known) return;
    for (const name of now) if (!known.has(name)) report(m('ui.announce.joined', { name }), 'few');
    for (const name of known) if (!now.has(name)) report(m('ui.announce.left', { name }), 'few');
  }, [others, m, report]);
}

/**
 * Has it read out, gathered, that others edited: "Bo har rettet i Mål 2".
 *
 * @param textName what the text is called, for what is not in one of its lists.
 */
export function useEditsReported(collaboration: Collaboration | null, textName: string): void {
  const m = useMessages();
  const { report } = useAnnouncer();
  useEffect(
    () =>
      collaboration?.onRemoteEdit(({ names, changed }) => {
        const path = changed.map((type) => pathOf(collaboration.doc, type)).find((found) => found !== null);
        const place = placeName(collaboration.doc, path ?? [], m) ?? textName;
        for (const name of names.length > 0 ? names : [m('ui.announce.someone')]) {
          report(m('ui.announce.edited', { name, place }), 'all');
        }
      }),
    [collaboration, textName, m, report],
  );
}

/** "Mål 2" for what stands in the second goal, "Mål" for the list itself; null for anything else. */
function placeName(doc: Doc, path: readonly string[], m: Translate): string | null {
  const list = listNamed(path[0]);
  if (!list) return null;
  const standing = itemsInOrder(doc, list).filter(({ removed }) => !removed);
  const index = standing.findIndex(({ id }) => id === path[1]);
  return index < 0 ? m(`ui.focusArea.${list}`) : m(`ui.item.${list}`, { number: index + 1 });
}
