import { BackLink, Page, PageHeader, PrintFooter, useDocumentTitle, useMessages } from '@enig/ui';
import { useParams } from 'react-router';
import { useMutation } from 'urql';
import { AskUsedDocument, UsedDocument, type UsedQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { PaperFiles } from './paper-files';
import { PaperView, type PaperModel } from './paper-view';

type Used = NonNullable<UsedQuery['used']>;

/** How a council's answer was used: its points, what was answered, and the text before and after. */
export function UsedPage() {
  const { id = '', roundId = '', responseId = '' } = useParams();
  return (
    <QueryPage query={UsedDocument} variables={{ response: responseId }} pick={(data) => data.used}>
      {(used) => <UsedView used={used} response={responseId} back={`/aftaler/${id}/hoering/${roundId}`} />}
    </QueryPage>
  );
}

function UsedView({ used, response, back }: { readonly used: Used; readonly response: string; readonly back: string }) {
  const m = useMessages();
  const [, ask] = useMutation(AskUsedDocument);
  const model = used.model as PaperModel;
  useDocumentTitle(used.title);
  return (
    <Page
      header={
        <PageHeader
          title={m('used.title')}
          way={<BackLink href={back} where={m('treat.toHearing')} />}
          state={model.subtitle}
        />
      }
    >
      <PaperFiles ask={async (format) => (await ask({ input: { response, format } })).data?.askUsed.job ?? null} />
      <PaperView model={model} />
      <PrintFooter>{model.foot}</PrintFooter>
    </Page>
  );
}
