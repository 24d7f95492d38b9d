import type { LocalDate } from '@enig/kernel';
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
import { CreateAgreementDocument, RegionsDocument, type RegionsQuery } from '../generated/graphql';
import { QueryPage, TroublePage } from '../query-page';
import { useViewer } from '../session';

/** A new agreement: empty, or begun from an earlier one. */
export function NewAgreementPage() {
  const m = useMessages();
  const { mayManage } = useViewer();
  useDocumentTitle(m('page.newAgreement.title'));
  if (!mayManage) return <TroublePage trouble="forbidden" retry={() => window.location.reload()} />;
  return (
    <QueryPage query={RegionsDocument} variables={{}} pick={(data) => data}>
      {(data) => <NewAgreement {...data} />}
    </QueryPage>
  );
}

type Day = LocalDate | null | undefined;

/** The field in which what a rule refuses is mended; any other refusal is about the whole. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'AG-23-NAME-MISSING': 'title',
  'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS': 'to',
  'AG-23-WRITING-ENDS-AFTER-DEADLINE': 'writingUntil',
  'SE-1-NO-PARTIES-THEN': 'from',
};

function NewAgreement({ agreements }: RegionsQuery) {
  const m = useMessages();
  const navigate = useNavigate();
  const { regions } = useViewer();
  const [region, setRegion] = useState(regions[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState<Day>(null);
  const [to, setTo] = useState<Day>(null);
  const [deadline, setDeadline] = useState<Day>(null);
  const [writingUntil, setWritingUntil] = useState<Day>(null);
  const [copyFrom, setCopyFrom] = useState('');
  const [attempt, setAttempt] = useState(0);
  const wasSent = attempt > 0;
  const errors = wrongIn({ title, from, to, deadline, writingUntil }, m);
  const [, create] = useMutation(CreateAgreementDocument);
  const { busy, refused, code, run } = useCommand(async () => {
    const input = { region, title, periodFrom: from ?? '', periodTo: to ?? '', deadline: deadline ?? '' };
    const result = await create({
      input: { ...input, writingUntil: writingUntil ?? null, copyFrom: copyFrom || null },
    });
    return { result, payload: result.data?.createAgreement };
  });
  const refusedField = code === undefined ? undefined : FIELD_OF[code];
  const shown = [
    ...(wasSent ? errors : []),
    ...(refused && refusedField ? [{ field: refusedField, message: refused }] : []),
  ];
  const errorOf = (field: string) => shown.find((error) => error.field === field)?.message;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = errors.length > 0 ? undefined : await run();
    if (done?.agreement) await navigate(`/aftaler/${done.agreement.id}/opsaetning`);
    else setAttempt((before) => before + 1);
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
      <form onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary errors={shown} attempt={attempt} />
        {refused && !refusedField && (
          <Alert tone="error" live>
            <p>{refused}</p>
          </Alert>
        )}
        {regions.length > 1 && (
          <Select
            label={m('page.newAgreement.region')}
            options={regions.map(({ id, name }) => ({ value: id, label: name }))}
            value={region}
            none={null}
            onChange={setRegion}
          />
        )}
        <TextField
          id="title"
          label={m('page.newAgreement.name')}
          hint={m('page.newAgreement.nameHint')}
          width="full"
          maxLength={200}
          value={title}
          onChange={setTitle}
          error={errorOf('title')}
        />
        <DateField
          id="from"
          label={m('page.newAgreement.from')}
          value={from ?? null}
          onChange={setFrom}
          error={errorOf('from')}
          showErrors={wasSent}
        />
        <DateField
          id="to"
          label={m('page.newAgreement.to')}
          value={to ?? null}
          onChange={setTo}
          error={errorOf('to')}
          showErrors={wasSent}
        />
        <DateField
          id="deadline"
          label={m('page.newAgreement.deadline')}
          value={deadline ?? null}
          onChange={setDeadline}
          error={errorOf('deadline')}
          showErrors={wasSent}
        />
        <DateField
          id="writingUntil"
          label={m('page.newAgreement.writingUntil')}
          hint={m('page.newAgreement.writingUntilHint')}
          optional
          value={writingUntil ?? null}
          onChange={setWritingUntil}
          error={errorOf('writingUntil')}
          showErrors={wasSent}
        />
        <Select
          label={m('page.newAgreement.copyFrom')}
          hint={m('page.newAgreement.copyFromHint')}
          none={m('page.newAgreement.empty')}
          options={agreements.map((agreement) => ({ value: agreement.id, label: agreement.title }))}
          value={copyFrom}
          onChange={setCopyFrom}
        />
        <Button type="submit" look="primary" busy={busy}>
          {m('page.newAgreement.create')}
        </Button>
      </form>
    </Page>
  );
}

function wrongIn(
  {
    title,
    from,
    to,
    deadline,
    writingUntil,
  }: {
    readonly title: string;
    readonly from: Day;
    readonly to: Day;
    readonly deadline: Day;
    readonly writingUntil: Day;
  },
  m: ReturnType<typeof useMessages>,
): SummaryError[] {
  const errors: SummaryError[] = [];
  if (title.trim() === '') errors.push({ field: 'title', message: m('page.newAgreement.titleMissing') });
  if (!from) errors.push({ field: 'from', message: m('page.newAgreement.fromMissing') });
  if (!to) errors.push({ field: 'to', message: m('page.newAgreement.toMissing') });
  if (from && to && to < from) errors.push({ field: 'to', message: m('page.newAgreement.toBeforeFrom') });
  if (!deadline) errors.push({ field: 'deadline', message: m('page.newAgreement.deadlineMissing') });
  // It may be left out, but not be something that is no day.
  if (writingUntil === undefined) errors.push({ field: 'writingUntil', message: m('page.dateMissing') });
  return errors;
}
