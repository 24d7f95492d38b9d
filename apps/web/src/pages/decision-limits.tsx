import { Alert, useMessages } from '@enig/ui';
import { useFormats } from '../formats';
import { idOfPlace, type Asked } from './decision-asked';
import type { DecisionForm } from './decision-form';

/**
 * What stands in the way of recording here, said before anything is typed: the bodies whose steps come first (AP-3), or
 * that the agreement is concluded, so that only a mistake is put right (AP-25).
 *
 * @param asked as they stand now: what was missing when the form was opened may have been recorded since.
 */
export function DecisionLimits({ form, asked }: { readonly form: DecisionForm; readonly asked: Asked }) {
  const m = useMessages();
  const { list } = useFormats();
  const { place, taken } = form;
  const now = asked.places.find((each) => idOfPlace(each) === idOfPlace(taken));
  const names = now?.waitingFor.map(({ name }) => name) ?? [];
  if (!place.board.isConcluded && names.length === 0) return null;
  return (
    <Alert tone="info">
      {place.board.isConcluded && <p>{m('page.recordDecision.concluded')}</p>}
      {names.length > 0 && <p>{m('page.recordDecision.waitsFor', { names: list(names) })}</p>}
    </Alert>
  );
}
