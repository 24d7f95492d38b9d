import { BackLink, EmptyState, Link, Page, PageHeader, Table, useDocumentTitle, useMessages } from '@enig/ui';
import { useParams } from 'react-router';
import { useMutation } from 'urql';
import { useFormats } from '../formats';
import { AskCasesDocument, PartyCasesDocument, type PartyCasesQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { ZipFile } from './zip-file';

type Agreement = NonNullable<PartyCasesQuery['agreement']>;

/** How far each party's case is, and all of them as one file. */
export function CasesPage() {
  const { id = '' } = useParams();
  return (
    <QueryPage
      query={PartyCasesDocument}
      variables={{ agreement: id }}
      pick={({ agreement, partyCases }) => agreement && { agreement, cases: partyCases }}
    >
      {({ agreement, cases }) => <Cases agreement={agreement} cases={cases} />}
    </QueryPage>
  );
}

function Cases(props: { readonly agreement: Agreement; readonly cases: PartyCasesQuery['partyCases'] }) {
  const m = useMessages();
  const { dateTime } = useFormats();
  const { agreement, cases } = props;
  const title = m('page.cases.title');
  useDocumentTitle(`${title}: ${agreement.title}`);
  const sent = cases.filter(({ state }) => state === 'sentOn').length;
  const state = cases.length === 0 ? undefined : m('page.cases.state', { sent, count: cases.length });
  const words = ({ state: far, sentAt }: (typeof cases)[number]): string => {
    if (far === 'sentOn') return m('page.cases.sentOn', { at: sentAt === null ? '' : dateTime(sentAt) });
    return far === 'draft' ? m('page.cases.draft') : m('page.cases.notSent');
  };
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href={`/aftaler/${agreement.id}`} where={agreement.title} />}
          {...(state === undefined ? {} : { state })}
        />
      }
    >
      <Table
        caption={m('page.cases.caption')}
        captionHidden
        rows={cases}
        rowKey={({ party }) => party.id}
        empty={<EmptyState>{m('page.cases.none')}</EmptyState>}
        columns={[
          {
            key: 'party',
            header: m('page.cases.party'),
            rowHeader: true,
            cell: ({ party, path }) => <Link href={path}>{party.name}</Link>,
          },
          { key: 'case', header: m('page.cases.case'), cell: words },
        ]}
      />
      {cases.length > 0 && agreement.may.readDraft && <AllCases agreement={agreement.id} />}
    </Page>
  );
}

/** Every party's case as one zip file. */
function AllCases({ agreement }: { readonly agreement: string }) {
  const m = useMessages();
  const [, ask] = useMutation(AskCasesDocument);
  return (
    <ZipFile
      text={m('page.cases.zipText')}
      verb={m('page.cases.zip')}
      failed={m('page.cases.notAsked')}
      ask={async () => (await ask({ input: { agreement } })).data?.askCases.job ?? null}
    />
  );
}
