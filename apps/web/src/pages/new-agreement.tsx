import { BackLink, Link, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useNavigate } from 'react-router';
import { CheckedDay, CheckedForm } from '../checked-form';
import { RegionsDocument, type RegionsQuery } from '../generated/graphql';
import { QueryPage, TroublePage } from '../query-page';
import { useViewer } from '../session';
import type { Terms } from './agreement-terms';
import { CopyFromField, NameField, RegionField } from './begun-from';
import { ChainChoice } from './chain-choice';
import { useNewAgreementForm, type NewAgreementForm } from './new-agreement-form';
import { RegionOutlived, RegionThen } from './region-then';

/** A new agreement: empty, or begun from an earlier one. */
export function NewAgreementPage() {
  const { mayManage } = useViewer();
  if (!mayManage) return <TroublePage trouble="forbidden" retry={() => window.location.reload()} />;
  return (
    <QueryPage query={RegionsDocument} variables={{}} pick={(data) => data}>
      {(data) => <NewAgreement {...data} />}
    </QueryPage>
  );
}

function NewAgreement({ agreements, regions }: RegionsQuery) {
  const m = useMessages();
  useDocumentTitle(m('page.newAgreement.title'));
  const navigate = useNavigate();
  const form = useNewAgreementForm(regions);
  const send = async () => {
    const done = await form.send();
    if (done?.agreement) await navigate(`/aftaler/${done.agreement.id}/opsaetning`);
  };
  return (
    <Page
      header={
        <PageHeader
          title={m('page.newAgreement.title')}
          way={<BackLink href="/aftaler" where={m('nav.agreements')} />}
          state={m('page.newAgreement.state')}
        />
      }
    >
      <CheckedForm form={form} verb={m('page.newAgreement.create')} send={send}>
        <TermsFields form={form} regions={regions} />
        <ChainChoice
          region={form.fields.region}
          deadline={form.fields.deadline.day ?? null}
          chosen={form.fields.chain}
          choose={(chain) => form.change({ chain })}
          error={form.errorOf('chain')}
        />
        <CopyFromField
          agreements={agreements}
          value={form.fields.copyFrom}
          onChange={(copyFrom) => form.change({ copyFrom })}
        />
      </CheckedForm>
      <p>
        <Link href="/aftaler/ny-i-dele">{m('page.supplement.apart')}</Link>
      </p>
    </Page>
  );
}

function TermsFields({ form, regions }: { readonly form: NewAgreementForm } & Pick<RegionsQuery, 'regions'>) {
  const m = useMessages();
  return (
    <>
      <RegionField value={form.fields.region} onChange={(region) => form.change({ region })} />
      <NameField value={form.fields.title} onChange={(title) => form.change({ title })} error={form.errorOf('title')} />
      <Day form={form} field="from" hint={form.regionThen.example} />
      <RegionThen form={form} regions={regions} />
      <Day form={form} field="to" />
      <RegionOutlived form={form} />
      <Day form={form} field="deadline" />
      <Day form={form} field="writingUntil" hint={m('page.newAgreement.writingUntilHint')} optional />
    </>
  );
}

function Day(props: {
  readonly form: NewAgreementForm;
  readonly field: Exclude<keyof Terms, 'title'>;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
}) {
  const m = useMessages();
  const { form, field } = props;
  return (
    <CheckedDay
      {...props}
      label={m(`page.newAgreement.${field}`)}
      written={form.fields[field]}
      write={(written) => form.change({ [field]: written })}
    />
  );
}
