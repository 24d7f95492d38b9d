import { PARTY_STANDINGS } from '@enig/approval';
import { Button, Select, TextField, useMessages } from '@enig/ui';
import { capitalised } from '../words';
import { ORDERS, type Board, type BoardRow, type useBoardView } from './board-view';

/** Which of the parties are shown and in which order; how many that is, is said where it is changed. */
export function BoardFilters(props: {
  readonly board: Board;
  readonly shown: readonly BoardRow[];
  readonly view: ReturnType<typeof useBoardView>;
}) {
  const m = useMessages();
  const { board, shown, view } = props;
  const { filter, order, set } = view;
  const there = PARTY_STANDINGS.filter(
    (standing) => standing === filter.standing || board.rows.some((row) => row.standing === standing),
  );
  return (
    <div role="search" className="e-board-filters e-no-print" aria-label={m('page.board.filters')}>
      <Button aria-pressed={filter.missingOnly} onClick={() => set('mangler', filter.missingOnly ? '' : '1')}>
        {m('page.board.missingOnly')}
      </Button>
      <div className="e-board-filter-row">
        <Select
          label={m('page.board.byStanding')}
          none={m('page.board.every')}
          options={there.map((value) => ({ value, label: capitalised(m(`partyStanding.${value}`)) }))}
          value={filter.standing ?? ''}
          onChange={(standing) => set('stilling', standing)}
        />
        <TextField
          type="search"
          label={m('page.board.byName')}
          value={filter.words}
          onChange={(words) => set('navn', words)}
        />
        <Select
          label={m('page.board.order')}
          none={null}
          options={ORDERS.map((value) => ({ value, label: m(`page.board.order.${value}`) }))}
          value={order}
          onChange={(chosen) => set('orden', chosen === 'name' ? '' : chosen)}
        />
      </div>
      <p role="status">{m('page.board.shown', { count: shown.length, all: board.rows.length })}</p>
    </div>
  );
}
