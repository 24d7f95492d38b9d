import { EmptyState, Link, LinkButton, Page, PageHeader, Table, useDocumentTitle, useMessages } from '@enig/ui';
import { useFormats } from '../formats';
import { AgreementsDocument, type AgreementsQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { useViewer } from '../session';

type Summary = AgreementsQuery['agreements'][number];

/** All agreements the viewer may see, the newest period first. */
export function AgreementsPage() {
  const m = useMessages();
  useDocumentTitle(m('page.agreements.title'));
  return (
    <QueryPage query={AgreementsDocument} variables={{}} pick={(data) => data.agreements}>
      {(agreements) => <Agreements agreements={agreements} />}
    </QueryPage>
  );
}

function Agreements({ agreements }: { readonly agreements: readonly Summary[] }) {
  const m = useMessages();
  const { date } = useFormats();
  const { mayManage } = useViewer();
  const action = mayManage ? (
    <LinkButton look="primary" href="/aftaler/ny">
      {m('page.agreements.new')}
    </LinkButton>
  ) : undefined;
  return (
    <Page wide header={<PageHeader title={m('page.agreements.title')} action={action} />}>
      <Table
        caption={m('page.agreements.title')}
        captionHidden
        rows={agreements}
        rowKey={({ id }) => id}
        empty={<EmptyState>{m('page.agreements.empty')}</EmptyState>}
        columns={[
          {
            key: 'title',
            header: m('page.agreements.agreement'),
            rowHeader: true,
            cell: ({ id, title, label }) => (
              <>
                <Link href={`/aftaler/${id}`}>{title}</Link>
                {label && <p className="e-note">{label}</p>}
              </>
            ),
          },
          { key: 'region', header: m('page.agreements.region'), cell: ({ region }) => region.name },
          {
            key: 'period',
            header: m('page.agreements.period'),
            cell: ({ periodFrom, periodTo }) => `${date(periodFrom)} – ${date(periodTo)}`,
          },
          { key: 'standing', header: m('page.agreements.standing'), cell: ({ standing }) => m(`standing.${standing}`) },
          {
            key: 'deadline',
            header: m('page.agreements.deadline'),
            cell: ({ deadline }) => date(deadline),
          },
        ]}
      />
    </Page>
  );
}
