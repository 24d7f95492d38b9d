import { BackLink, Page, PageHeader, PrintFooter, useDocumentTitle, useMessages } from '@enig/ui';
import { useParams } from 'react-router';
import { useMutation } from 'urql';
import { AskMemoDocument, MemoDocument, type MemoQuery } from '../generated/graphql';
import { nameOf } from '../pages/hearing-head';
import { QueryPage } from '../query-page';
import { PaperFiles } from './paper-files';
import { PaperView, type PaperModel } from './paper-view';

type Memo = NonNullable<MemoQuery['memo']>;

/** The memo on a hearing: when, who was heard, what they said by theme, what became of it and what changed. */
export function MemoPage() {
  const { id = '', roundId = '' } = useParams();
  return (
    <QueryPage
      query={MemoDocument}
      variables={{ round: roundId }}
      pick={({ memo, round }) => memo && round && { memo, round }}
    >
      {({ memo, round }) => (
        <MemoView memo={memo} round={roundId} back={`/aftaler/${id}/hoering/${roundId}`} heard={nameOf(round)} />
      )}
    </QueryPage>
  );
}

function MemoView(props: {
  readonly memo: Memo;
  readonly round: string;
  readonly back: string;
  /** What is heard, by name. */
  readonly heard: string;
}) {
  const m = useMessages();
  const { memo, round, back, heard } = props;
  const [, ask] = useMutation(AskMemoDocument);
  const model = memo.model as PaperModel;
  useDocumentTitle(memo.title);
  return (
    <Page
      header={
        <PageHeader
          title={memo.title}
          way={<BackLink href={back} where={m('page.hearing.titleOf', { agreement: heard })} />}
          state={model.subtitle}
        />
      }
    >
      <PaperFiles ask={async (format) => (await ask({ input: { round, format } })).data?.askMemo.job ?? null} />
      <PaperView model={model} />
      <PrintFooter>{model.foot}</PrintFooter>
    </Page>
  );
}
