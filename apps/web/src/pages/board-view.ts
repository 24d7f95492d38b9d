import { isOnBoard, PARTY_STANDINGS, readBoardFilter, type BoardFilter } from '@enig/approval';
import { sortDanish } from '@enig/messages';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { BoardQuery } from '../generated/graphql';
import { useShownInAddress } from '../shown-in-address';
import { withParam } from './overview-address';

/** The board with what only its page shows. */
export type Board = NonNullable<NonNullable<BoardQuery['agreement']>['board']>;
/** One party on it. */
export type BoardRow = Board['rows'][number];

/** What the parties can be put in order by. */
export const ORDERS = ['name', 'standing', 'meeting'] as const;
export type Order = (typeof ORDERS)[number];

/** What is shown of the board and in which order: it all stands in the address, so a link shows the same. */
export interface BoardView {
  readonly filter: BoardFilter;
  readonly order: Order;
}

/** Reads what is shown from an address. By name is the order of who asks for none. */
export function readView(query: URLSearchParams): BoardView {
  const given = query.get('orden');
  return {
    filter: readBoardFilter((name) => query.get(name)),
    order: ORDERS.find((each) => each === given) ?? 'name',
  };
}

/** The part of the address that filters: the file is asked for with it too. */
export function filterOf(query: URLSearchParams): string {
  const asked = new URLSearchParams();
  for (const name of ['mangler', 'stilling', 'navn']) {
    const value = query.get(name);
    if (value) asked.set(name, value);
  }
  const words = asked.toString();
  return words === '' ? '' : `?${words}`;
}

/** What is shown, and how to show something else: each change stands in the address, and "back" leaves the page. */
export function useBoardView() {
  const [query] = useSearchParams();
  const [asked, setAsked] = useState(query);
  useShownInAddress(asked.toString(), setAsked);
  const set = (name: 'mangler' | 'stilling' | 'navn' | 'orden', value: string): void => {
    setAsked((now) => withParam(now, name, value));
  };
  return { ...readView(asked), set, asked: filterOf(asked) };
}

/** The rows that are shown, in their order. Of those that stand alike, and where nothing is known, by name. */
export function shownRows({ rows, missing, meetings }: Board, { filter, order }: BoardView): readonly BoardRow[] {
  const lacking = new Set(missing.map(({ id }) => id));
  const shown = rows.filter(({ party, standing }) =>
    isOnBoard({ name: party.name, standing, isMissing: lacking.has(party.id) }, filter),
  );
  if (order === 'name') return shown;
  const next = new Map(meetings.map(({ party, on }) => [party, on]));
  const rank = ({ party, standing }: BoardRow): string =>
    order === 'standing' ? String(PARTY_STANDINGS.indexOf(standing)) : (next.get(party.id) ?? '9999');
  return sortDanish([...shown], ({ party }) => party.name).toSorted((one, other) =>
    rank(one).localeCompare(rank(other)),
  );
}
