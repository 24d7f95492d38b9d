import { useMessages } from '@enig/ui';
import { useFormats } from '../formats';
import type { ReopeningFieldsFragment } from '../generated/graphql';

/** Who opened the text for writing again after it was put to the parties, when, and why (AG-7). */
export function Reopened({ reopening }: { readonly reopening: ReopeningFieldsFragment }) {
  const m = useMessages();
  const { dateTime } = useFormats();
  const { by: name, at, reason } = reopening;
  return <p>{m('page.reopen.why', { name, at: dateTime(at), reason })}</p>;
}
