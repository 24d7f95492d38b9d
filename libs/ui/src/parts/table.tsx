/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- shown as cards,
   a table's parts are no longer laid out as one, and browsers then forget what they are unless it is said */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../messages';

/** A column of a table. */
export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** This column names the row; one per table. */
  readonly rowHeader?: boolean | undefined;
  /** Right-aligned, with figures of equal width. */
  readonly numeric?: boolean | undefined;
  /** Of no use on paper, as what one may do about the row. */
  readonly notPrinted?: boolean | undefined;
};

/**
 * A real table. On a narrow screen each row becomes a card (`cards`) or the table scrolls sideways in a region that the
 * keyboard can reach (`scroll`): cards for a few things about each row, scrolling for a matrix.
 */
export function Table<Row>(props: {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly narrow?: 'cards' | 'scroll' | undefined;
  /** What stands instead of a table without rows. */
  readonly empty?: ReactNode;
}) {
  const narrow = props.narrow ?? 'cards';
  if (props.rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;
  const table = (
    <table className={`e-table e-table-${narrow}`} role="table">
      <caption className={props.captionHidden ? 'e-hidden' : undefined}>
        <span className="e-caption">{props.caption}</span>
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {props.columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" className={classOf(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)} role="row">
            {props.columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (narrow === 'cards') return table;
  return (
    <ScrollRegion kind="table" label={props.caption}>
      {table}
    </ScrollRegion>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const className = classOf(column);
  const content = <div className="e-cell">{column.cell(row)}</div>;
  if (column.rowHeader) {
    return (
      <th scope="row" role="rowheader" className={className}>
        {content}
      </th>
    );
  }
  return (
    <td role="cell" className={className} data-label={column.header}>
      {content}
    </td>
  );
}

function classOf<Row>({ numeric, notPrinted }: Column<Row>): string | undefined {
  return [numeric && 'e-number', notPrinted && 'e-no-print'].filter(Boolean).join(' ') || undefined;
}

/** What scrolls sideways is called by what it is. */
const NAMED = { table: 'ui.scrollableTable', picture: 'ui.scrollablePicture' } as const;

/** Scrolls sideways when it must; only then it can be reached with Tab, so that the arrow keys scroll it. */
export function ScrollRegion(props: {
  readonly kind: keyof typeof NAMED;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const m = useMessages();
  const { kind, label, children } = props;
  const region = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  const scrolling = { role: 'region', tabIndex: 0, 'aria-label': m(NAMED[kind], { caption: label }) } as const;
  return (
    <div ref={region} className="e-scroll" {...(overflows ? scrolling : {})}>
      {children}
    </div>
  );
}
