import type { ProseNode } from './json';

/**
 * A table as HTML. Rows at the top that consist of headers alone are its head and name their columns; a header further
 * down names its row where it stands first, else its column. Alignment is a class: style attributes are forbidden.
 */
export function tableHtml(table: ProseNode, render: (node: ProseNode) => string): string {
  const rows = table.content ?? [];
  const firstBodyRow = rows.findIndex((row) => !isAllHeaders(row));
  const headRows = firstBodyRow === -1 ? rows.length : firstBodyRow;
  const html = rows.map((row, index) => rowHtml(row, index < headRows, render));
  const head = headRows > 0 ? `<thead>${html.slice(0, headRows).join('')}</thead>` : '';
  const body = headRows < rows.length ? `<tbody>${html.slice(headRows).join('')}</tbody>` : '';
  return `<table>${head}${body}</table>`;
}

function isAllHeaders({ content = [] }: ProseNode): boolean {
  return content.length > 0 && content.every((cell) => cell.type === 'tableHeader');
}

function rowHtml(row: ProseNode, isHead: boolean, render: (node: ProseNode) => string): string {
  const cells = (row.content ?? []).map((cell, index) => {
    const inner = (cell.content ?? []).map(render).join('');
    if (cell.type !== 'tableHeader') return `<td${attributes(cell)}>${inner}</td>`;
    const scope = isHead || index > 0 ? 'col' : 'row';
    return `<th scope="${scope}"${attributes(cell)}>${inner}</th>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function span(cell: ProseNode, name: 'colspan' | 'rowspan'): number {
  const value = cell.attrs?.[name];
  return typeof value === 'number' ? value : 1;
}

function attributes(cell: ProseNode): string {
  const spans = (['colspan', 'rowspan'] as const).map((name) =>
    span(cell, name) > 1 ? ` ${name}="${span(cell, name)}"` : '',
  );
  const align = cell.attrs?.['align'];
  const isAligned = align === 'left' || align === 'center' || align === 'right';
  return spans.join('') + (isAligned ? ` class="align-${align}"` : '');
}
