import { BackLink, Page, PageHeader, RadioGroup, Select, TextField, useDocumentTitle, useMessages } from '@enig/ui';
import { useNavigate, useParams } from 'react-router';
import { CheckedDay, CheckedForm } from '../checked-form';
import { useFormats } from '../formats';
import { AgreementBesideDocument } from '../generated/graphql';
import { QueryPage, TroublePage } from '../query-page';
import type { Beside } from './agreement-beside';
import { numbered } from './amend-more';
import { useSupplementForm, type SupplementDay, type SupplementForm } from './supplement-form';

/** A new addendum or extension of a concluded agreement. */
export function SupplementPage() {
  const { id = '' } = useParams();
  return (
    <QueryPage query={AgreementBesideDocument} variables={{ id }} pick={(data) => data.agreement} fresh>
      {(beside, refetch) =>
        beside.maySupplement ? <NewSupplement beside={beside} /> : <TroublePage trouble="forbidden" retry={refetch} />
      }
    </QueryPage>
  );
}

function NewSupplement({ beside }: { readonly beside: Beside }) {
  const m = useMessages();
  const formats = useFormats();
  const navigate = useNavigate();
  const form = useSupplementForm(beside);
  useDocumentTitle(m('page.supplement.title'), form.errors.length > 0);
  const send = async () => {
    const done = await form.send();
    if (done?.agreement) await navigate(`/aftaler/${done.agreement.id}`);
  };
  return (
    <Page
      header={
        <PageHeader
          title={m('page.supplement.title')}
          way={<BackLink href={`/aftaler/${beside.id}`} where={beside.title} />}
          state={m('page.supplement.state', { title: beside.title, to: formats.date(beside.lastDay) })}
        />
      }
    >
      <CheckedForm form={form} verb={m('page.supplement.create')} send={send}>
        <Fields beside={beside} form={form} />
      </CheckedForm>
    </Page>
  );
}

function Fields({ beside, form }: { readonly beside: Beside; readonly form: SupplementForm }) {
  const m = useMessages();
  const { act, title } = form.fields;
  return (
    <>
      <RadioGroup
        label={m('page.supplement.what')}
        options={(['addendum', 'extension'] as const).map((value) => ({
          value,
          label: m(`page.supplement.${value}`),
          hint: m(`page.supplement.${value}Hint`),
        }))}
        value={act}
        onChange={(chosen) => form.change({ act: chosen })}
      />
      <TextField
        id="title"
        label={m('page.supplement.name')}
        hint={m('page.supplement.nameHint')}
        width="full"
        maxLength={200}
        value={title}
        onChange={(given) => form.change({ title: given })}
        error={form.errorOf('title')}
      />
      {act === 'addendum' && <Day form={form} field="from" />}
      <Day form={form} field="to" />
      <Day form={form} field="deadline" />
      {act === 'addendum' && <Sections beside={beside} form={form} />}
    </>
  );
}

function Day({ form, field }: { readonly form: SupplementForm; readonly field: SupplementDay }) {
  const m = useMessages();
  return (
    <CheckedDay
      form={form}
      field={field}
      label={m(`page.supplement.${field}`)}
      written={form.fields[field]}
      write={(written) => form.change({ [field]: written })}
    />
  );
}

/** Each section of the text that holds, and what is to happen to it. */
function Sections({ beside, form }: { readonly beside: Beside; readonly form: SupplementForm }) {
  const m = useMessages();
  const { changes } = form.fields;
  const set = (section: string, kind: string) => {
    const rest = Object.fromEntries(Object.entries(changes).filter(([each]) => each !== section));
    form.change({ changes: kind === 'replaces' || kind === 'removes' ? { ...rest, [section]: kind } : rest });
  };
  return (
    <fieldset className="form-group">
      <legend className="form-label">{m('page.supplement.sections')}</legend>
      <p className="form-hint">{m('page.supplement.sectionsHint')}</p>
      {beside.standingSections.map((standing) => (
        <Select
          key={standing.section}
          label={numbered(standing)}
          none={m('page.supplement.keep')}
          options={[
            { value: 'replaces', label: m('page.supplement.change') },
            { value: 'removes', label: m('page.supplement.takeOut') },
          ]}
          value={changes[standing.section] ?? ''}
          onChange={(kind) => set(standing.section, kind)}
        />
      ))}
    </fieldset>
  );
}
