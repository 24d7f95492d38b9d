import type { BoardFieldsFragment } from '../generated/graphql';
import { PlaceCell } from './decision-cell';

type Cell = BoardFieldsFragment['rows'][number]['cells'][number];

/** What came of a step: of one body its decision, of several in parallel, or where it is asked for, each by its name. */
export function PlacesCell({ cells, named = false }: { readonly cells: readonly Cell[]; readonly named?: boolean }) {
  const places = cells.flatMap((cell) => cell.places);
  const [only] = cells;
  if (places.length <= 1 && !named) {
    return <PlaceCell decision={only?.decision ?? null} unconfirmed={only?.unconfirmed ?? null} />;
  }
  return (
    <ul className="e-plain-list">
      {places.map(({ body, decision, unconfirmed }) => (
        <li key={body.id}>
          <strong>{body.name}</strong>: <PlaceCell decision={decision} unconfirmed={unconfirmed} />
        </li>
      ))}
    </ul>
  );
}
