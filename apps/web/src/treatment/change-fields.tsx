import { RadioGroup, Select, useMessages } from '@enig/ui';
import type { AnswerDraft } from './answer-drafts';
import type { TreatedRound } from './points-filter';

/** Where the change that followed can be read: a section, and whether it is there already. */
export function ChangeFields(props: {
  readonly round: TreatedRound;
  readonly draft: AnswerDraft;
  readonly change: (draft: AnswerDraft) => void;
}) {
  const m = useMessages();
  const { round, draft, change } = props;
  const link = draft.change;
  if (round.pointPlaces.length === 0) return null;
  return (
    <>
      <Select
        label={m('treat.changedIn')}
        hint={m('treat.changedInHint')}
        optional
        none={m('treat.changedNowhere')}
        options={round.pointPlaces.map(({ section, number, title }) => ({
          value: section,
          label: number === null ? title : `${number} ${title}`,
        }))}
        value={link?.section ?? ''}
        onChange={(section) =>
          change({ ...draft, change: section === '' ? null : { section, when: link?.when ?? 'now' } })
        }
      />
      {link && (
        <RadioGroup
          label={m('treat.changeWhen')}
          options={[
            { value: 'now', label: m('treat.changeNow') },
            { value: 'next', label: m('treat.changeNext') },
          ]}
          value={link.when}
          onChange={(when) => change({ ...draft, change: { ...link, when } })}
        />
      )}
    </>
  );
}

/** The link as the server is told it. */
export function linkOf({ change }: AnswerDraft, { pointPlaces }: TreatedRound) {
  if (!change) return null;
  const place = pointPlaces.find(({ section }) => section === change.section);
  return { section: change.section, seq: change.when === 'now' ? (place?.seq ?? null) : null };
}
