import {
  Alert,
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Page,
  PageHeader,
  useAnnouncer,
  useDocumentTitle,
  useMessages,
  type SummaryError,
} from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { HearableDocument, OpenRoundDocument } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { QueryPage } from '../query-page';
import { RefusedWhole } from '../refused-whole';
import { today } from '../today';
import { ConsistencyFindings } from './consistency-findings';
import { HearingDays } from './hearing-days';
import { Check, Consequences, Owner, Until, Whom } from './open-round-fields';
import { fieldOf, hearerOf, inputOf, wrongIn, type Hearable } from './open-round-form';
import { WhatIsHeard } from './open-round-heard';
import { useKeptForm, type KeptForm } from './open-round-kept';

/** Where a hearing is opened: by the secretariat for all, or by a municipality for its own. */
export function OpenRoundPage() {
  const { id = '' } = useParams();
  return (
    <QueryPage query={HearableDocument} variables={{ id }} pick={(data) => data.agreement}>
      {(agreement, refetch) => <OpenRound key={agreement.id} agreement={agreement} refetch={refetch} />}
    </QueryPage>
  );
}

function OpenRound({ agreement, refetch }: { readonly agreement: Hearable; readonly refetch: () => void }) {
  const m = useMessages();
  useDocumentTitle(m('page.openRound.title'));
  const kept = useKeptForm(agreement);
  const hearer = hearerOf(agreement, kept.form);
  return (
    <Page
      header={
        <PageHeader
          title={m('page.openRound.title')}
          way={<BackLink href={`/aftaler/${agreement.id}`} where={agreement.title} />}
          state={agreement.title}
        />
      }
    >
      {hearer ? (
        <Form agreement={agreement} kept={kept} minimumDays={hearer.minimumDays} />
      ) : (
        <EmptyState>{m('page.openRound.notNow')}</EmptyState>
      )}
      {hearer?.maySetDays && <HearingDays region={agreement.region.id} days={hearer.minimumDays} refetch={refetch} />}
    </Page>
  );
}

interface FormProps {
  readonly agreement: Hearable;
  readonly kept: KeptForm;
  readonly minimumDays: number;
}

function Form({ agreement, kept, minimumDays }: FormProps) {
  const m = useMessages();
  const { form, change } = kept;
  const { shown, whole, attempt, busy, send } = useOpening({ agreement, kept, minimumDays });
  const errorOf = (field: string) => shown.find((error) => error.field === field)?.message;
  const part = { agreement, form, change, errorOf };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary errors={shown} attempt={attempt} />
      <RefusedWhole sentence={whole} />
      {kept.wasKept && kept.isChanged && <WasKept startOver={kept.startOver} />}
      <Consequences {...part} />
      <Owner {...part} />
      <WhatIsHeard {...part} />
      {form.what === 'freeze' && <Check agreement={agreement.id} />}
      {form.what === 'freeze' && <ConsistencyFindings agreement={agreement.id} />}
      {form.what === 'version' && form.version && (
        <ConsistencyFindings key={form.version} agreement={agreement.id} version={form.version} />
      )}
      <Whom {...part} />
      <Until {...part} minimumDays={minimumDays} wasSent={attempt > 0} />
      <Button type="submit" look="primary" busy={busy}>
        {m('page.openRound.verb')}
      </Button>
    </form>
  );
}

/** What is wrong with the form, at its fields or as a whole, and the act itself. */
function useOpening({ agreement, kept, minimumDays }: FormProps) {
  const m = useMessages();
  const navigate = useNavigate();
  const { form } = kept;
  const [attempt, setAttempt] = useState(0);
  const sent = useGuardedForm(kept.isChanged, { isKept: kept.isKept });
  const [, open] = useMutation(OpenRoundDocument);
  const { busy, refused, code, run, forget } = useCommand(async () => {
    const result = await open({ input: inputOf(agreement.id, form) });
    return { result, payload: result.data?.openRound };
  });
  const errors = wrongIn(agreement, form, minimumDays, today(), m);
  const field = code === undefined ? undefined : fieldOf(code, form);
  const shown: SummaryError[] = [
    ...(attempt > 0 ? errors : []),
    ...(refused && field ? [{ field, message: refused }] : []),
  ];
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (errors.length > 0) forget();
    const done = errors.length > 0 ? undefined : await run();
    if (!done?.round) return setAttempt((before) => before + 1);
    kept.done();
    sent();
    await navigate(`/aftaler/${agreement.id}/hoering/${done.round.id}`);
  };
  return { shown, whole: field ? undefined : refused, attempt, busy, send };
}

/** Says that the form is as it was left, with a way to begin again. */
function WasKept({ startOver }: { readonly startOver: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const begin = () => {
    startOver();
    say(m('page.openRound.startedOver'));
  };
  return (
    <Alert tone="info">
      <p>{m('page.openRound.kept')}</p>
      <Button onClick={begin}>{m('page.openRound.startOver')}</Button>
    </Alert>
  );
}
