import { wordNoted } from '@enig/messages';
import { readNoted, setItemValue, writtenNoted, type LiveItem, type NotedBy } from '@enig/text';
import * as Y from 'yjs';
import { RadioGroup } from '../fields/choice';
import { useMessages } from '../messages';
import { Button } from '../parts/button';
import { useMapText } from '../shared/use-shared';
import { YMapField } from '../shared/y-map-field';
import { YTextField } from '../shared/y-text-field';
import { ProseAnswer } from './prose-answer';
import { remarkId, useRemarks } from './remark-list';

/**
 * What was said at the meeting or by phone, written down by somebody who speaks for the council and marked so (HE-38).
 *
 * @param props.notedBy who the reader writes it down as; null where they do not.
 */
export function StatementsEditor(props: {
  readonly doc: Y.Doc;
  readonly section: string;
  readonly notedBy: NotedBy | null;
}) {
  const m = useMessages();
  const { doc, notedBy } = props;
  const mayAdd = notedBy !== null;
  const remarks = useRemarks(doc, 'statements', props.section);
  const { standing, justRemoved } = remarks;
  if (!mayAdd && standing.length === 0) return null;
  return (
    <section className="e-statements" aria-label={m('answer.spoken.heading')}>
      <h3>{m('answer.spoken.heading')}</h3>
      {mayAdd && <p className="form-hint">{m('answer.spoken.how')}</p>}
      {standing.map((item, at) => (
        <Statement
          key={item.id}
          doc={doc}
          item={item}
          number={at + 1}
          remove={mayAdd ? () => remarks.remove(item.id) : undefined}
        />
      ))}
      {justRemoved && (
        <p>
          {m('answer.spoken.removed')}{' '}
          <Button
            look="quiet"
            id={`${remarkId('statements', justRemoved.id)}-undo`}
            onClick={() => remarks.putBack(justRemoved.id)}
          >
            {m('answer.putBack')}
          </Button>
        </p>
      )}
      {notedBy && (
        <Button onClick={() => remarks.add({ how: 'meeting', noted: writtenNoted(notedBy) })}>
          {m('answer.spoken.add')}
        </Button>
      )}
    </section>
  );
}

function Statement(props: {
  readonly doc: Y.Doc;
  readonly item: LiveItem;
  readonly number: number;
  readonly remove: (() => void) | undefined;
}) {
  const m = useMessages();
  const { doc, item, number, remove } = props;
  const { id, fields } = item;
  const how = useMapText(fields, 'how') === 'phone' ? 'phone' : 'meeting';
  const [who, body] = [fields.get('who'), fields.get('body')];
  return (
    <fieldset className="e-remark" id={remarkId('statements', id)} tabIndex={-1}>
      <legend>{m('answer.spoken.number', { number })}</legend>
      <p className="form-hint">{sentence(wordNoted(m, readNoted(fields.get('noted'))))}</p>
      <RadioGroup
        label={m('answer.spoken.way')}
        value={how}
        options={(['meeting', 'phone'] as const).map((value) => ({ value, label: m(`answer.spoken.${value}`) }))}
        onChange={(chosen) => setItemValue(doc, 'statements', id, 'how', chosen)}
      />
      {who instanceof Y.Text && (
        <YTextField ytext={who} label={m('answer.spoken.who')} hint={m('answer.spoken.whoHint')} maxLength={200} />
      )}
      <YMapField kind="date" map={fields} name="on" label={m('answer.spoken.on')} />
      {body instanceof Y.XmlFragment && (
        <ProseAnswer
          id={`${remarkId('statements', id)}-words`}
          fragment={body}
          rows={4}
          label={m('answer.spoken.words')}
        />
      )}
      {remove && (
        <Button look="quiet" onClick={remove}>
          {m('answer.spoken.remove', { number })}
        </Button>
      )}
    </fieldset>
  );
}

/** Where it stands alone, and not after other words. */
function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
