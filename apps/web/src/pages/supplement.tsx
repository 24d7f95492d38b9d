import {
  Alert,
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  Page,
  PageHeader,
  RadioGroup,
  Select,
  TextField,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import type { FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useFormats } from '../formats';
import { AgreementBesideDocument } from '../generated/graphql';
import { QueryPage, TroublePage } from '../query-page';
import type { Beside } from './agreement-beside';
import { useSupplementForm, type SupplementForm } from './supplement-form';

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
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const made = await form.send();
    if (made !== undefined) await navigate(`/aftaler/${made}`);
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
      <form onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {form.refused && (
          <Alert tone="error" live>
            <p>{form.refused}</p>
          </Alert>
        )}
        <RadioGroup
          label={m('page.supplement.what')}
          options={(['addendum', 'extension'] as const).map((value) => ({
            value,
            label: m(`page.supplement.${value}`),
            hint: m(`page.supplement.${value}Hint`),
          }))}
          value={form.act}
          onChange={form.setAct}
        />
        <TextField
          id="title"
          label={m('page.supplement.name')}
          hint={m('page.supplement.nameHint')}
          width="full"
          maxLength={200}
          value={form.title}
          onChange={form.setTitle}
          error={form.errorOf('title')}
        />
        {form.act === 'addendum' && <Day form={form} field="from" />}
        <Day form={form} field="to" />
        <Day form={form} field="deadline" />
        {form.act === 'addendum' && <Sections beside={beside} form={form} />}
        <Button type="submit" look="primary" busy={form.busy}>
          {m('page.supplement.create')}
        </Button>
      </form>
    </Page>
  );
}

function Day({ form, field }: { readonly form: SupplementForm; readonly field: 'from' | 'to' | 'deadline' }) {
  const m = useMessages();
  const set = { from: form.setFrom, to: form.setTo, deadline: form.setDeadline }[field];
  return (
    <DateField
      id={field}
      label={m(`page.supplement.${field}`)}
      value={form[field].day ?? null}
      onChange={(day, unreadable) => set({ day, unreadable })}
      error={form.errorOf(field)}
      showErrors={form.attempt > 0}
    />
  );
}

/** Each section of the text that holds, and what is to happen to it. */
function Sections({ beside, form }: { readonly beside: Beside; readonly form: SupplementForm }) {
  const m = useMessages();
  const { changes, setChanges } = form;
  const set = (section: string, kind: string) => {
    const rest = Object.fromEntries(Object.entries(changes).filter(([each]) => each !== section));
    setChanges(kind === 'replaces' || kind === 'removes' ? { ...rest, [section]: kind } : rest);
  };
  return (
    <fieldset className="form-group">
      <legend className="form-label">{m('page.supplement.sections')}</legend>
      <p className="form-hint">{m('page.supplement.sectionsHint')}</p>
      {beside.standingSections.map(({ section, number, title }) => (
        <Select
          key={section}
          label={typeof number !== 'number' ? title : `${number} ${title}`}
          none={m('page.supplement.keep')}
          options={[
            { value: 'replaces', label: m('page.supplement.change') },
            { value: 'removes', label: m('page.supplement.takeOut') },
          ]}
          value={changes[section] ?? ''}
          onChange={(kind) => set(section, kind)}
        />
      ))}
    </fieldset>
  );
}
