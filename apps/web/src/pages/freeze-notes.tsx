import { Alert, useMessages } from '@enig/ui';
import type { FreezeCheckQuery } from '../generated/graphql';

type Check = NonNullable<FreezeCheckQuery['agreement']>['freezeCheck'];

/** What stands in the way of freezing, and what is lacking but may be frozen all the same. */
export function FreezeNotes({ check }: { readonly check: Check }) {
  const m = useMessages();
  return (
    <>
      {check.refusals.length > 0 && (
        <Alert tone="error" heading={m('page.freeze.refusals')}>
          <Notes notes={check.refusals} />
        </Alert>
      )}
      {check.warnings.length > 0 && (
        <Alert tone="warning" heading={m('page.freeze.warnings', { count: check.warnings.length })}>
          <Notes notes={check.warnings} />
        </Alert>
      )}
    </>
  );
}

function Notes({ notes }: { readonly notes: Check['warnings'] }) {
  return (
    <ul>
      {notes.map((note, index) => (
        <li key={index}>{note.message}</li>
      ))}
    </ul>
  );
}
