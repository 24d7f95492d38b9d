import { useMessages, type SummaryError } from '@enig/ui';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { CreateSupplementDocument, type AmendmentKind, type SupplementAct } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { NO_DAY, wrongWith, type WrittenDay } from '../written-day';
import type { Beside } from './agreement-beside';

/** The field in which what a rule refuses is mended; any other refusal is about the whole. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'AG-23-NAME-MISSING': 'title',
  'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS': 'to',
  'AG-27-DEADLINE-IN-THE-PAST': 'deadline',
  'AG-34-OUTSIDE-ITS-PERIOD': 'from',
  'AG-35-PERIOD-NOT-LATER': 'to',
};

/** What is typed of a new addendum or extension, what is wrong with it, and how it is sent. */
export function useSupplementForm(beside: Beside) {
  const m = useMessages();
  const [act, setAct] = useState<SupplementAct>('addendum');
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState<WrittenDay>(NO_DAY);
  const [to, setTo] = useState<WrittenDay>(NO_DAY);
  const [deadline, setDeadline] = useState<WrittenDay>(NO_DAY);
  const [changes, setChanges] = useState<Readonly<Record<string, AmendmentKind>>>({});
  const [attempt, setAttempt] = useState(0);
  const isTyped = title !== '' || Object.keys(changes).length > 0 || [from, to, deadline].some(({ day }) => day);
  const sent = useGuardedForm(isTyped);
  const [, create] = useMutation(CreateSupplementDocument);
  const { busy, refused, code, run, forget } = useCommand(async () => {
    const isAddendum = act === 'addendum';
    const amends = Object.entries(changes).map(([section, kind]) => ({ section, kind }));
    const period = { periodFrom: (isAddendum ? from.day : beside.periodFrom) ?? '', periodTo: to.day ?? '' };
    const input = { agreement: beside.id, act, title, ...period, deadline: deadline.day ?? '' };
    const result = await create({ input: { ...input, amends: isAddendum ? amends : [] } });
    return { result, payload: result.data?.createSupplement };
  });
  const errors = wrongIn({ act, title, from, to, deadline }, m);
  const refusedField = code === undefined ? undefined : FIELD_OF[code];
  const shown = [
    ...(attempt > 0 ? errors : []),
    ...(refused && refusedField ? [{ field: refusedField, message: refused }] : []),
  ];
  /** @returns the agreement that was begun; undefined where it was not. */
  const send = async (): Promise<string | undefined> => {
    if (errors.length > 0) forget();
    const done = errors.length > 0 ? undefined : await run();
    if (!done?.agreement) {
      setAttempt((before) => before + 1);
      return undefined;
    }
    sent();
    return done.agreement.id;
  };
  return {
    ...{ act, setAct, title, setTitle, from, setFrom, to, setTo, deadline, setDeadline, changes, setChanges },
    ...{ attempt, busy, send, errors: shown, refused: refusedField ? undefined : refused },
    errorOf: (field: string) => shown.find((error) => error.field === field)?.message,
  };
}

export type SupplementForm = ReturnType<typeof useSupplementForm>;

function wrongIn(
  given: { readonly act: SupplementAct; readonly title: string } & Readonly<
    Record<'from' | 'to' | 'deadline', WrittenDay>
  >,
  m: ReturnType<typeof useMessages>,
): SummaryError[] {
  const { act, title, from, to, deadline } = given;
  const messages = {
    title: title.trim() === '' ? m('page.supplement.nameMissing') : undefined,
    from: act === 'addendum' ? wrongWith(from, m('page.supplement.fromMissing')) : undefined,
    to: wrongWith(to, m('page.supplement.toMissing')),
    deadline: wrongWith(deadline, m('page.supplement.deadlineMissing')),
  };
  return Object.entries(messages).flatMap(([field, message]) => (message ? [{ field, message }] : []));
}
