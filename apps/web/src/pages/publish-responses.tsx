import { Alert, Button, ConfirmDialog, TextArea, useMessages } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { useFormats } from '../formats';
import {
  PublishResponsesDocument,
  UnpublishResponsesDocument,
  type ScreeningFieldsFragment,
} from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { unscreenedCount } from './open-places';

interface Props {
  readonly screening: ScreeningFieldsFragment;
  readonly refetch: () => void;
}

/** Whether the answers are public, and how they are taken down again. */
export function Standing({ screening, refetch }: Props) {
  const m = useMessages();
  const formats = useFormats();
  const { isClosed, isPublished, publishedAt, publishedBy, publicPath } = screening;
  if (!isPublished) return isClosed ? null : <Alert tone="info">{<p>{m('page.screening.notClosed')}</p>}</Alert>;
  const day = publishedAt ? formats.dateTime(publishedAt) : '';
  return (
    <Alert tone="done">
      <p>{m('page.screening.published', { day, by: publishedBy ?? '' })}</p>
      <p>
        {/* Served by the server itself, without the app. */}
        <a href={publicPath}>{m('page.screening.see')}</a>
      </p>
      <Unpublish screening={screening} refetch={refetch} />
    </Alert>
  );
}

/** Publishing, once nothing is in its way. */
export function Publish({ screening, refetch }: Props) {
  const { isClosed, isPublished, openFindingCount: open } = screening;
  if (!isClosed || isPublished || open > 0 || unscreenedCount(screening) > 0) return null;
  return <PublishButton screening={screening} refetch={refetch} />;
}

/** What is in the way of publishing: a sentence too long to stand beside the title, where the button will be. */
export function InTheWay({ screening }: Pick<Props, 'screening'>) {
  const m = useMessages();
  const { isClosed, isPublished, openFindingCount: open } = screening;
  const unscreened = unscreenedCount(screening);
  if (!isClosed || isPublished || (open === 0 && unscreened === 0)) return null;
  return (
    <p>
      {open > 0 && m('page.screening.firstRelease', { count: open })}{' '}
      {unscreened > 0 && m('page.screening.firstRead', { count: unscreened })}
    </p>
  );
}

function PublishButton({ screening, refetch }: Props) {
  const m = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [, publish] = useMutation(PublishResponsesDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await publish({ input: { round: screening.round } });
    return { result, payload: result.data?.publishResponses };
  });
  const confirm = async () => {
    if (await run()) setOpen(false);
    refetch(); // also where it was refused: something was found, or somebody was first
  };
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {m('page.screening.publish')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={m('page.screening.publishTitle')}
        verb={m('page.screening.publish')}
        consequences={[
          m('page.screening.publishWhat', { count: screening.submissions.length }),
          m('page.screening.publishNames'),
          m('page.screening.publishBack'),
        ]}
        undoable
        busy={busy}
        refused={refused}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      />
    </>
  );
}

/** Taking down what is public: the reason first, then what it means. */
function Unpublish({ screening, refetch }: Props) {
  const m = useMessages();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isAsked, setAsked] = useState(false);
  useGuardedForm(reason !== '');
  const ask = () => {
    setMissing(reason.trim() === '');
    setAsked(reason.trim() !== '');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
      noValidate
    >
      <TextArea
        label={m('page.screening.reason')}
        rows={2}
        value={reason}
        onChange={setReason}
        error={isMissing && reason.trim() === '' ? m('page.screening.reasonMissing') : undefined}
      />
      <Button type="submit">{m('page.screening.unpublish')}</Button>
      <ConfirmUnpublish {...{ screening, refetch, reason }} open={isAsked} close={() => setAsked(false)} />
    </form>
  );
}

function ConfirmUnpublish(
  props: Props & { readonly reason: string; readonly open: boolean; readonly close: () => void },
) {
  const { screening, refetch, reason, open, close } = props;
  const m = useMessages();
  const [, unpublish] = useMutation(UnpublishResponsesDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await unpublish({ input: { round: screening.round, reason } });
    return { result, payload: result.data?.unpublishResponses };
  });
  const confirm = async () => {
    if (await run()) close();
    refetch();
  };
  return (
    <ConfirmDialog
      open={open}
      title={m('page.screening.unpublishTitle')}
      verb={m('page.screening.unpublish')}
      consequences={[m('page.screening.unpublishWhat'), m('page.screening.unpublishKept')]}
      undoable
      busy={busy}
      refused={refused}
      onConfirm={() => void confirm()}
      onCancel={close}
    />
  );
}
