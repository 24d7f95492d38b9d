import { BackLink, EmptyState, Page, PageHeader, PrintFooter, Select, useDocumentTitle, useMessages } from '@enig/ui';
import { useParams, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { AskOnePageDocument, OnePageDocument, type OnePageQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { PaperFiles } from '../treatment/paper-files';
import { PaperView, type PaperModel } from '../treatment/paper-view';
import { withParam } from './overview-address';

type Agreement = NonNullable<OnePageQuery['agreement']>;

/** One page for politicians, for all or for one party; whom it is for stands in the address. */
export function OnePagePage() {
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const party = query.get('part');
  return (
    <QueryPage
      query={OnePageDocument}
      variables={{ agreement: id, party }}
      pick={({ onePage, agreement }) => agreement && { onePage, agreement }}
    >
      {({ onePage, agreement }) =>
        onePage ? (
          <OnePageView agreement={agreement} party={party} model={onePage.model as PaperModel} title={onePage.title} />
        ) : (
          <NotYet agreement={agreement} />
        )
      }
    </QueryPage>
  );
}

function NotYet({ agreement }: { readonly agreement: Agreement }) {
  const m = useMessages();
  const title = m('page.onePage.title');
  useDocumentTitle(title);
  const way = <BackLink href={`/aftaler/${agreement.id}`} where={agreement.title} />;
  return (
    <Page header={<PageHeader title={title} way={way} />}>
      <EmptyState>{m('page.approval.notYet')}</EmptyState>
    </Page>
  );
}

function OnePageView(props: {
  readonly agreement: Agreement;
  readonly party: string | null;
  readonly model: PaperModel;
  readonly title: string;
}) {
  const m = useMessages();
  const [query, setQuery] = useSearchParams();
  const [, ask] = useMutation(AskOnePageDocument);
  const { agreement, party, model, title } = props;
  useDocumentTitle(title);
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href={`/aftaler/${agreement.id}/godkendelse`} where={m('page.approval.title')} />}
          state={model.subtitle}
        />
      }
    >
      <div className="e-no-print">
        <Select
          label={m('page.onePage.for')}
          none={m('page.onePage.forAll')}
          options={agreement.parties.map(({ id, name }) => ({ value: id, label: name }))}
          value={party ?? ''}
          onChange={(chosen) => setQuery(withParam(query, 'part', chosen), { replace: true })}
        />
      </div>
      <PaperFiles
        key={party}
        ask={async (format) => {
          const asked = await ask({ input: { agreement: agreement.id, party, format } });
          return asked.data?.askOnePage.job ?? null;
        }}
      />
      <PaperView model={model} />
      <PrintFooter>{model.foot}</PrintFooter>
    </Page>
  );
}
