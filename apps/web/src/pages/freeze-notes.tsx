import { Alert, Button, Loading, useMessages } from '@enig/ui';
import type { CombinedError } from 'urql';
import type { FreezeCheckQuery } from '../generated/graphql';
import { troubleOf } from '../query-page';

type WholeCheck = NonNullable<FreezeCheckQuery['agreement']>['freezeCheck'];
type Check = Pick<WholeCheck, 'refusals' | 'warnings'>;

/**
 * What stands in the way of freezing, and what is lacking but may be frozen all the same: `without` those warnings the
 * page gives elsewhere.
 */
export function FreezeNotes(props: { readonly check: Check; readonly without?: ReadonlySet<string> | undefined }) {
  const m = useMessages();
  const { check, without } = props;
  const warnings = check.warnings.filter(({ code }) => !without?.has(code));
  return (
    <>
      {check.refusals.length > 0 && (
        <Alert tone="error" heading={m('page.freeze.refusals')}>
          <Notes notes={check.refusals} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert tone="warning" heading={m('page.freeze.warnings', { count: warnings.length })}>
          <Notes notes={warnings} />
        </Alert>
      )}
    </>
  );
}

/** Says that the parties have had this very text to decide on (AG-44): asked again, they have nothing new before them. */
export function FreezeSame({ check: { sameAs } }: { readonly check: Pick<WholeCheck, 'sameAs'> }) {
  const m = useMessages();
  return (
    typeof sameAs === 'number' && (
      <Alert tone="warning">
        <p>{m('page.freezeForDecision.same', { version: sameAs })}</p>
      </Alert>
    )
  );
}

/** Stands where the notes will be, until the server has looked the text through, or says why it has not. */
export function FreezeCheckWaits(props: { readonly error: CombinedError | undefined; readonly retry: () => void }) {
  const m = useMessages();
  if (!props.error) return <Loading what={m('page.freeze.theCheck')} />;
  return (
    <Alert tone="error" live>
      <p>{m(`page.trouble.${troubleOf(props.error)}.text`)}</p>
      <Button onClick={props.retry}>{m('page.trouble.retry')}</Button>
    </Alert>
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
