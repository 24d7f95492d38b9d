import { BackLink, Page, PageHeader, useDocumentTitle, useMessages } from '@enig/ui';
import { useNavigate } from 'react-router';
import { CheckedDay, CheckedForm } from '../checked-form';
import { RegionsDocument, type RegionsQuery } from '../generated/graphql';
import { QueryPage, TroublePage } from '../query-page';
import { useViewer } from '../session';
import { CopyFromField, NameField, RegionField } from './begun-from';
import { PARTS_DAYS, usePartsForm, type PartsDay, type PartsForm } from './parts-apart-form';
import { RegionOutlived, RegionThen } from './region-then';

/** Two new agreements, one for each part, each with its deadline. */
export function PartsApartPage() {
  const { mayManage } = useViewer();
  if (!mayManage) return <TroublePage trouble="forbidden" retry={() => window.location.reload()} />;
  return (
    <QueryPage query={RegionsDocument} variables={{}} pick={(data) => data}>
      {(data) => <PartsApart {...data} />}
    </QueryPage>
  );
}

function PartsApart({ agreements, regions }: RegionsQuery) {
  const m = useMessages();
  const navigate = useNavigate();
  const form = usePartsForm(regions);
  const title = m('page.supplement.apart');
  useDocumentTitle(title, form.errors.length > 0);
  const send = async () => {
    const [first] = (await form.send())?.agreements ?? [];
    if (first) await navigate(`/aftaler/${first.id}`);
  };
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href="/aftaler/ny" where={m('page.newAgreement.title')} />}
          state={m('page.supplement.apartHint')}
        />
      }
    >
      <CheckedForm form={form} verb={m('page.supplement.create')} send={send}>
        <PartsFields form={form} agreements={agreements} regions={regions} />
      </CheckedForm>
    </Page>
  );
}

function PartsFields({ form, agreements, regions }: { readonly form: PartsForm } & RegionsQuery) {
  return (
    <>
      <RegionField value={form.fields.region} onChange={(region) => form.change({ region })} />
      <NameField value={form.fields.title} onChange={(title) => form.change({ title })} error={form.errorOf('title')} />
      <Days form={form} />
      <RegionThen form={form} regions={regions} />
      <RegionOutlived form={form} />
      <CopyFromField
        agreements={agreements}
        value={form.fields.copyFrom}
        onChange={(copyFrom) => form.change({ copyFrom })}
      />
    </>
  );
}

function Days({ form }: { readonly form: PartsForm }) {
  const m = useMessages();
  const labels: Readonly<Record<PartsDay, string>> = {
    from: m('page.newAgreement.from'),
    to: m('page.newAgreement.to'),
    deadline: m('page.supplement.strategyDeadline'),
    steeringDeadline: m('page.supplement.steeringDeadline'),
  };
  return PARTS_DAYS.map((day) => (
    <CheckedDay
      key={day}
      form={form}
      field={day}
      label={labels[day]}
      hint={day === 'from' ? form.regionThen.example : undefined}
      written={form.fields[day]}
      write={(written) => form.change({ [day]: written })}
    />
  ));
}
