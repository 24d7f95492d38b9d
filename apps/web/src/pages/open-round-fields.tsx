import type { LocalDate } from '@enig/kernel';
import { Alert, CheckboxGroup, DateField, EmptyState, Link, RadioGroup, TextArea, useMessages } from '@enig/ui';
import { useQuery } from 'urql';
import { RoundFreezeCheckDocument } from '../generated/graphql';
import { today } from '../today';
import { FreezeCheckWaits, FreezeNotes } from './freeze-notes';
import {
  daysGiven,
  hearerOf,
  isShort,
  ownedBy,
  withoutEasyRead,
  type ChangeForm,
  type Hearable,
  type RoundForm,
} from './open-round-form';

/** What a part of the form is given. */
export interface FormPart {
  readonly agreement: Hearable;
  readonly form: RoundForm;
  readonly change: ChangeForm;
  readonly errorOf: (field: string) => string | undefined;
}

/** What will happen, said before anything is asked, and again as choices change it. */
export function Consequences({ agreement, form }: Pick<FormPart, 'agreement' | 'form'>) {
  const m = useMessages();
  const isText = form.what === 'freeze' || form.what === 'version';
  const hard = withoutEasyRead(agreement, form);
  const said = [
    form.what === 'freeze' && m('page.openRound.frozen'),
    form.what === 'version' && m('page.openRound.version'),
    form.what === 'document' && m('page.openRound.document'),
    isText && m('page.openRound.writing'),
    form.invited.length > 0 && m('page.openRound.asked', { count: form.invited.length }),
    m('page.openRound.deadline'),
    form.owner !== '' && m('page.openRound.own'),
    form.owner === '' && isText && m('page.openRound.holdsUp'),
  ];
  return (
    <section aria-labelledby="consequences">
      <h2 id="consequences">{m('page.openRound.consequences')}</h2>
      <ul>{said.flatMap((each) => (each ? [<li key={each}>{each}</li>] : []))}</ul>
      {hard.length > 0 && (
        <Alert tone="warning">
          <p>{m('page.openRound.easyReadMissing', { count: hard.length })}</p>
          <ul>
            {hard.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/aftaler/${agreement.id}/afsnit/${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </section>
  );
}

/** Who hears, where the person may hear for more than one. */
export function Owner({ agreement, form, change }: FormPart) {
  const m = useMessages();
  if (agreement.mayHear.length < 2) return null;
  return (
    <RadioGroup
      label={m('page.openRound.owner')}
      options={agreement.mayHear.map(({ owner }) => ({
        value: owner?.id ?? '',
        label: owner?.name ?? m('page.openRound.secretariat'),
      }))}
      value={form.owner}
      onChange={(id) => {
        const hearer = agreement.mayHear.find(({ owner }) => (owner?.id ?? '') === id);
        if (hearer) change(ownedBy(agreement, hearer));
      }}
    />
  );
}

/** Said on this page already: with the focus areas that are chosen, and in the list that leads to each place. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  'AG-11-GOAL-WITHOUT-CRITERION',
  'AG-12-ACTION-WITHOUT-RESPONSIBLE',
  'AG-15-WITHOUT-EASY-READ',
]);

/** What is lacking in the texts, before they are frozen. */
export function Check({ agreement }: { readonly agreement: string }) {
  const [{ data, error }, execute] = useQuery({ query: RoundFreezeCheckDocument, variables: { id: agreement } });
  const check = data?.agreement?.freezeCheck;
  if (check) return <FreezeNotes check={check} without={SAID_ELSEWHERE} />;
  return <FreezeCheckWaits error={error} retry={() => execute({ requestPolicy: 'network-only' })} />;
}

export function Whom({ agreement, form, change, errorOf }: FormPart) {
  const m = useMessages();
  const bodies = hearerOf(agreement, form)?.bodies ?? [];
  if (bodies.length === 0) return <EmptyState>{m('page.openRound.noBodies')}</EmptyState>;
  return (
    <CheckboxGroup
      id="invited"
      label={m('page.openRound.whom')}
      columns
      options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      value={form.invited}
      onChange={(invited) => change({ invited })}
      error={errorOf('invited')}
    />
  );
}

export function Until(props: FormPart & { readonly minimumDays: number; readonly wasSent: boolean }) {
  const m = useMessages();
  const { form, change, errorOf, minimumDays, wasSent } = props;
  const days = daysGiven(form, today()) ?? 0;
  return (
    <>
      <DateField
        id="due"
        label={m('page.openRound.due')}
        hint={m(form.owner === '' ? 'page.openRound.dueHint' : 'page.openRound.dueHintOwn', { days: minimumDays })}
        value={form.due.day ?? null}
        onChange={(day: LocalDate | null | undefined, unreadable) => change({ due: { day, unreadable } })}
        error={errorOf('due')}
        showErrors={wasSent}
      />
      {isShort(form, minimumDays, today()) && (
        <TextArea
          id="shortReason"
          label={m('page.openRound.short')}
          hint={m('page.openRound.shortHint', { days, minimum: minimumDays })}
          value={form.shortReason}
          onChange={(shortReason) => change({ shortReason })}
          error={errorOf('shortReason')}
        />
      )}
    </>
  );
}
