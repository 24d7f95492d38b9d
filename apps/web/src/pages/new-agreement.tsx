import { LONGEST } from '@enig/kernel';
import {
  Alert,
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  Link,
  Page,
  PageHeader,
  Select,
  TextField,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { CreateAgreementDocument, RegionsDocument, type RegionsQuery } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { QueryPage, TroublePage } from '../query-page';
import { ChainChoice, type ChosenChain } from './chain-choice';
import { useViewer } from '../session';
import { NO_DAY } from '../written-day';
import { wrongInTerms } from './agreement-terms';

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

/** The field in which what a rule refuses is mended; any other refusal is about the whole. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'AG-23-NAME-MISSING': 'title',
  'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS': 'to',
  'AG-23-WRITING-ENDS-AFTER-DEADLINE': 'writingUntil',
  'AG-27-DEADLINE-IN-THE-PAST': 'deadline',
  'SE-1-NO-PARTIES-THEN': 'from',
  'AP-26-CIRCLE': 'chain',
  'AP-26-NOBODY-CAN-TAKE': 'chain',
  'AP-26-UNKNOWN-STEP': 'chain',
};

function NewAgreement({ agreements }: RegionsQuery) {
  const m = useMessages();
  useDocumentTitle(m('page.newAgreement.title'));
  const navigate = useNavigate();
  const { regions } = useViewer();
  const [region, setRegion] = useState(regions[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState(NO_DAY);
  const [to, setTo] = useState(NO_DAY);
  const [deadline, setDeadline] = useState(NO_DAY);
  const [writingUntil, setWritingUntil] = useState(NO_DAY);
  const [copyFrom, setCopyFrom] = useState('');
  const [chain, setChain] = useState<ChosenChain | null>(null);
  const [attempt, setAttempt] = useState(0);
  const days = [from, to, deadline, writingUntil];
  const sent = useGuardedForm(title !== '' || copyFrom !== '' || days.some(({ day }) => day !== null));
  const wasSent = attempt > 0;
  const errors = wrongInTerms({ title, from, to, deadline, writingUntil }, m);
  const [, create] = useMutation(CreateAgreementDocument);
  const { busy, refused, code, run, forget } = useCommand(async () => {
    const period = { periodFrom: from.day ?? '', periodTo: to.day ?? '' };
    const input = { region, title, ...period, deadline: deadline.day ?? '' };
    const result = await create({
      input: { ...input, writingUntil: writingUntil.day ?? null, copyFrom: copyFrom || null, chain },
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
    if (errors.length > 0) forget();
    const done = errors.length > 0 ? undefined : await run();
    if (!done?.agreement) return setAttempt((before) => before + 1);
    sent();
    await navigate(`/aftaler/${done.agreement.id}/opsaetning`);
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
          maxLength={LONGEST.line}
          value={title}
          onChange={setTitle}
          error={errorOf('title')}
        />
        <DateField
          id="from"
          label={m('page.newAgreement.from')}
          value={from.day ?? null}
          onChange={(day, unreadable) => setFrom({ day, unreadable })}
          error={errorOf('from')}
          showErrors={wasSent}
        />
        <DateField
          id="to"
          label={m('page.newAgreement.to')}
          value={to.day ?? null}
          onChange={(day, unreadable) => setTo({ day, unreadable })}
          error={errorOf('to')}
          showErrors={wasSent}
        />
        <DateField
          id="deadline"
          label={m('page.newAgreement.deadline')}
          value={deadline.day ?? null}
          onChange={(day, unreadable) => setDeadline({ day, unreadable })}
          error={errorOf('deadline')}
          showErrors={wasSent}
        />
        <DateField
          id="writingUntil"
          label={m('page.newAgreement.writingUntil')}
          hint={m('page.newAgreement.writingUntilHint')}
          optional
          value={writingUntil.day ?? null}
          onChange={(day, unreadable) => setWritingUntil({ day, unreadable })}
          error={errorOf('writingUntil')}
          showErrors={wasSent}
        />
        <ChainChoice
          region={region}
          deadline={deadline.day ?? null}
          chosen={chain}
          choose={setChain}
          error={errorOf('chain')}
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
      <p>
        <Link href="/aftaler/ny-i-dele">{m('page.supplement.apart')}</Link>
      </p>
    </Page>
  );
}
