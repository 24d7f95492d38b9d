import { Alert, Button, ButtonRow, TextArea, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { SplitPointDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { cutPlaces, isOnlyName, onePerSentence, quotesIn } from './cutting';
import type { Point } from './points-filter';

/**
 * Cuts a point: where a line ends, the next part begins. The words themselves stay, and the form says so where they do
 * not. A file that could not be read is cut by copying its points in, one for each paragraph.
 */
export function SplitForm({ point, done }: { readonly point: Point; readonly done: () => void }) {
  const m = useMessages();
  const isFile = isOnlyName(point);
  const asItIs = isFile ? '' : point.excerpt;
  const [text, setText] = useState(asItIs);
  const sent = useGuardedForm(text !== asItIs);
  const [wrong, setWrong] = useState<string | undefined>();
  const [, split] = useMutation(SplitPointDocument);
  const { busy, refused, run } = useCommand(async () => {
    const quotes = isFile ? quotesIn(text) : [];
    const at = isFile ? [] : (cutPlaces(point.excerpt, text) ?? []);
    const result = await split({ input: { point: point.id, at, quotes } });
    return { result, payload: result.data?.splitPoint };
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const isSame = isFile || cutPlaces(point.excerpt, text) !== null;
    setWrong(isSame ? undefined : m('treat.split.wordsDiffer'));
    if (!isSame || !(await run())) return;
    sent();
    done();
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      {refused && (
        <Alert tone="error" live>
          <p>{refused}</p>
        </Alert>
      )}
      <TextArea
        label={m(isFile ? 'treat.split.quotes' : 'treat.split.label')}
        hint={m(isFile ? 'treat.split.quotesHint' : 'treat.split.hint')}
        rows={6}
        value={text}
        onChange={setText}
        error={wrong}
      />
      <ButtonRow>
        <Button type="submit" busy={busy}>
          {m('treat.split.verb')}
        </Button>
        {!isFile && (
          <Button look="quiet" onClick={() => setText(onePerSentence(text))}>
            {m('treat.split.sentences')}
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}
