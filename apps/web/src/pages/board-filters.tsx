import { PARTY_STANDINGS } from '@enig/approval';
import { Button, Select, TextField, useAnnouncer, useMessages } from '@enig/ui';
import { capitalised } from '../words';
import { ORDERS, type Board, type BoardRow, type Order, type useBoardView } from './board-view';

/** Which of the parties are shown and in which order; how many that is, and that the order is another, is said when it is changed. */
export function BoardFilters(props: {
  readonly board: Board;
  readonly shown: readonly BoardRow[];
  readonly view: ReturnType<typeof useBoardView>;
}) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { board, shown, view } = props;
  const { filter, order, set } = view;
  const there = PARTY_STANDINGS.filter(
    (standing) => standing === filter.standing || board.rows.some((row) => row.standing === standing),
  );
  const reorder = (chosen: Order) => {
    set('orden', chosen === 'name' ? '' : chosen);
    say(m('page.board.ordered', { order: m(`page.board.order.${chosen}`) }));
  };
  return (
    <div role="search" className="e-board-filters" aria-label={m('page.board.filters')}>
      <Button aria-pressed={filter.missingOnly} onClick={() => set('mangler', filter.missingOnly ? '' : '1')}>
        {m('page.board.missingOnly')}
      </Button>
      <div className="e-board-filter-row e-no-print">
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
          onChange={(chosen) => reorder(chosen || 'name')}
        />
      </div>
      {/* On paper nobody sees what is filtered away. */}
      <p role="status" className={shown.length === board.rows.length ? 'e-no-print' : undefined}>
        {m('page.board.shown', { count: shown.length, all: board.rows.length })}
      </p>
    </div>
  );
}
