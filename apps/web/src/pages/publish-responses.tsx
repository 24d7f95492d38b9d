import { Alert, useMessages } from '@enig/ui';
import { useMutation } from 'urql';
import { useFormats } from '../formats';
import {
  PublishResponsesDocument,
  UnpublishResponsesDocument,
  type ScreeningFieldsFragment,
} from '../generated/graphql';
import { AskWhy } from './ask-day';
import { AskedFirst } from './asked-first';
import { unscreenedCount } from './open-places';

interface Props {
  readonly screening: ScreeningFieldsFragment;
  readonly refetch: () => void;
}

/** Whether the answers are public, and apart from that how they are taken down again. */
export function Standing({ screening, refetch }: Props) {
  const m = useMessages();
  const formats = useFormats();
  const { isClosed, isPublished, publishedAt, publishedBy, publicPath } = screening;
  if (!isPublished) return isClosed ? null : <Alert tone="info">{<p>{m('page.screening.notClosed')}</p>}</Alert>;
  const day = publishedAt ? formats.dateTime(publishedAt) : '';
  return (
    <>
      <Alert tone="done">
        <p>{m('page.screening.published', { day, by: publishedBy ?? '' })}</p>
        <p>
          {/* Served by the server itself, without the app. */}
          <a href={publicPath}>{m('page.screening.see')}</a>
        </p>
      </Alert>
      <Unpublish screening={screening} refetch={refetch} />
    </>
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
  const [, publish] = useMutation(PublishResponsesDocument);
  return (
    <AskedFirst
      look="primary"
      title={m('page.screening.publishTitle')}
      verb={m('page.screening.publish')}
      consequences={[
        m('page.screening.publishWhat', { count: screening.submissions.length }),
        m('page.screening.publishNames'),
        m('page.screening.publishBack'),
      ]}
      undoable
      act={async () => {
        const result = await publish({ input: { round: screening.round } });
        return { result, payload: result.data?.publishResponses };
      }}
      done={refetch}
      // Something was found, or somebody was first.
      notDone={refetch}
    >
      {m('page.screening.publish')}
    </AskedFirst>
  );
}

/** Taking down what is public: asked about first, with what it means and why it is done. */
function Unpublish({ screening, refetch }: Props) {
  const m = useMessages();
  const [, unpublish] = useMutation(UnpublishResponsesDocument);
  return (
    <div className="e-button-row e-no-print">
      <AskWhy
        title={m('page.screening.unpublishTitle')}
        verb={m('page.screening.unpublish')}
        consequences={[m('page.screening.unpublishWhat'), m('page.screening.unpublishKept')]}
        undoable
        why={{
          ...{ label: m('page.screening.reason'), hint: m('page.screening.reasonHint') },
          missing: m('page.screening.reasonMissing'),
        }}
        send={async (reason) => {
          const result = await unpublish({ input: { round: screening.round, reason } });
          return { result, payload: result.data?.unpublishResponses };
        }}
        onDone={refetch}
        onRefused={refetch}
      >
        {m('page.screening.unpublish')}
      </AskWhy>
    </div>
  );
}
