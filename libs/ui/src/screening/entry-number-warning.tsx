import { entryOf, GENERAL_ENTRY, plainText, type HearingResponseJson } from '@enig/text';
import { useMemo } from 'react';
import type { Doc } from 'yjs';
import { useMessages, type Translate } from '../messages';
import { answerId, type ResponseEntry } from '../response/entry-editor';
import { remarkId } from '../response/remark-list';
import { useTextJson } from '../texts/use-text-json';
import { PersonalNumberWarning, type LookedThrough } from './personal-number-warning';

/** The same for an entry of a council's answer, with everything that hangs on it, as it is while it is written (HE-46). */
export function EntryNumberWarning({ doc, entry }: { readonly doc: Doc; readonly entry: ResponseEntry }) {
  const m = useMessages();
  const json = useTextJson('hearing-response', doc);
  const fields = useMemo(() => (json ? fieldsOf(json, entry, m) : []), [json, entry, m]);
  return json && <PersonalNumberWarning fields={fields} />;
}

/** The fields of an entry by the names they have on its page. */
function fieldsOf(json: HearingResponseJson, { id, title }: ResponseEntry, m: Translate): readonly LookedThrough[] {
  const { prose, minority, comments, statements } = entryOf(json, id);
  const own = id === GENERAL_ENTRY ? m('ui.response.general') : m('ui.response.section', { section: title });
  return [
    { name: own, id: answerId(id), text: plainText(prose) },
    ...(minority ? [{ name: m('ui.response.minority'), id: answerId('minority'), text: plainText(minority) }] : []),
    ...comments.map((comment, at) => ({
      name: m('answer.comments.lost', { number: at + 1 }),
      id: remarkId('comments', comment.id),
      text: plainText(comment.body),
    })),
    ...statements.map(({ id: statement, who, body }, at) => ({
      name: m('answer.spoken.number', { number: at + 1 }),
      id: remarkId('statements', statement),
      text: [who, plainText(body)].filter((words) => words.trim() !== '').join('\n\n'),
    })),
  ];
}
