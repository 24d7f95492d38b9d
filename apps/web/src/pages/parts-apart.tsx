import {
  Alert,
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  Page,
  PageHeader,
  Select,
  TextField,
  useDocumentTitle,
  useMessages,
  type SummaryError,
} from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { CreatePartsApartDocument, RegionsDocument, type RegionsQuery } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { QueryPage, TroublePage } from '../query-page';
import { useViewer } from '../session';
import { NO_DAY, wrongWith, type WrittenDay } from '../written-day';

const DAYS = ['from', 'to', 'deadline', 'steeringDeadline'] as const;
type Day = (typeof DAYS)[number];

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

function PartsApart({ agreements }: RegionsQuery) {
  const m = useMessages();
  const navigate = useNavigate();
  const form = usePartsForm();
  const title = m('page.supplement.apart');
  useDocumentTitle(title, form.errors.length > 0);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const made = await form.send();
    if (made !== undefined) await navigate(`/aftaler/${made}`);
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
      <form onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {form.refused && (
          <Alert tone="error" live>
            <p>{form.refused}</p>
          </Alert>
        )}
        <PartsFields form={form} agreements={agreements} />
        <Button type="submit" look="primary" busy={form.busy}>
          {m('page.supplement.create')}
        </Button>
      </form>
    </Page>
  );
}

function PartsFields({ form, agreements }: { readonly form: PartsForm } & Pick<RegionsQuery, 'agreements'>) {
  const m = useMessages();
  const { regions } = useViewer();
  const labels: Readonly<Record<Day, string>> = {
    from: m('page.newAgreement.from'),
    to: m('page.newAgreement.to'),
    deadline: m('page.supplement.strategyDeadline'),
    steeringDeadline: m('page.supplement.steeringDeadline'),
  };
  const options = (all: readonly { readonly id: string; readonly name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {regions.length > 1 && (
        <Select
          label={m('page.newAgreement.region')}
          options={options(regions)}
          value={form.region}
          none={null}
          onChange={form.setRegion}
        />
      )}
      <TextField
        id="title"
        label={m('page.newAgreement.name')}
        hint={m('page.newAgreement.nameHint')}
        width="full"
        maxLength={150}
        value={form.title}
        onChange={form.setTitle}
        error={form.errorOf('title')}
      />
      {DAYS.map((day) => (
        <DateField
          key={day}
          id={day}
          label={labels[day]}
          value={form.days[day].day ?? null}
          onChange={(given, unreadable) => form.setDay(day, { day: given, unreadable })}
          error={form.errorOf(day)}
          showErrors={form.attempt > 0}
        />
      ))}
      <Select
        label={m('page.newAgreement.copyFrom')}
        hint={m('page.newAgreement.copyFromHint')}
        none={m('page.newAgreement.empty')}
        options={agreements.map(({ id, title: label }) => ({ value: id, label }))}
        value={form.copyFrom}
        onChange={form.setCopyFrom}
      />
    </>
  );
}

function usePartsForm() {
  const m = useMessages();
  const { regions } = useViewer();
  const [region, setRegion] = useState(regions[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const [copyFrom, setCopyFrom] = useState('');
  const [days, setDays] = useState<Readonly<Record<Day, WrittenDay>>>({
    ...{ from: NO_DAY, to: NO_DAY, deadline: NO_DAY, steeringDeadline: NO_DAY },
  });
  const [attempt, setAttempt] = useState(0);
  const sent = useGuardedForm(title !== '' || DAYS.some((day) => days[day].day));
  const [, create] = useMutation(CreatePartsApartDocument);
  const { busy, refused, run, forget } = useCommand(async () => {
    const [periodFrom, periodTo] = [days.from.day ?? '', days.to.day ?? ''];
    const [strategyDeadline, steeringDeadline] = [days.deadline.day ?? '', days.steeringDeadline.day ?? ''];
    const period = { periodFrom, periodTo, strategyDeadline, steeringDeadline };
    const result = await create({ input: { region, title, ...period, copyFrom: copyFrom || null } });
    return { result, payload: result.data?.createPartsApart };
  });
  const missing: Readonly<Record<Day, string>> = {
    from: m('page.newAgreement.fromMissing'),
    to: m('page.newAgreement.toMissing'),
    deadline: m('page.supplement.strategyDeadlineMissing'),
    steeringDeadline: m('page.supplement.steeringDeadlineMissing'),
  };
  const errors: SummaryError[] = [
    ...(title.trim() === '' ? [{ field: 'title', message: m('page.newAgreement.titleMissing') }] : []),
    ...DAYS.flatMap((day) => {
      const message = wrongWith(days[day], missing[day]);
      return message ? [{ field: day, message }] : [];
    }),
  ];
  const shown = attempt > 0 ? errors : [];
  const send = async (): Promise<string | undefined> => {
    if (errors.length > 0) forget();
    const done = errors.length > 0 ? undefined : await run();
    const [first] = done?.agreements ?? [];
    if (!first) {
      setAttempt((before) => before + 1);
      return undefined;
    }
    sent();
    return first.id;
  };
  return {
    ...{ region, setRegion, title, setTitle, copyFrom, setCopyFrom, days, attempt, busy, refused, send },
    setDay: (day: Day, given: WrittenDay) => setDays((before) => ({ ...before, [day]: given })),
    errors: shown,
    errorOf: (field: string) => shown.find((error) => error.field === field)?.message,
  };
}

type PartsForm = ReturnType<typeof usePartsForm>;
