import { headingDepths, isSafeHref, type ProseMark, type ProseNode, type RichText } from '@enig/text';
import { Fragment, type ReactNode } from 'react';
import { useMessages } from '../messages';

/** How prose is shown. */
export type RichTextViewProps = {
  readonly content: RichText;
  /** The level of the page's outline that the prose's top headings get; 3 where nothing is said. */
  readonly headingLevel?: number | undefined;
  /** The present name of what a cross-reference points at; null when it is gone. */
  readonly labelOf?: ((target: string) => string | null) | undefined;
  /** Where a cross-reference leads. */
  readonly hrefOf?: ((target: string) => string | null) | undefined;
  /** Draws links as plain words: inside something that is itself pressed. */
  readonly inert?: boolean | undefined;
};

/** Prose as elements of the page. Nothing is taken as HTML: an unknown node or an unsafe link becomes its words. */
export function RichTextView(props: RichTextViewProps) {
  return <div className="e-prose">{renderProse(props, useMessages()('ui.editor.crossReferenceGone'))}</div>;
}

type Rendering = RichTextViewProps & { readonly depths: ReadonlyMap<ProseNode, number>; readonly gone: string };

function renderProse(props: RichTextViewProps, gone: string): ReactNode {
  return children(props.content.content, { ...props, gone, depths: headingDepths(props.content) });
}

function children(nodes: readonly ProseNode[] | undefined, how: Rendering): ReactNode {
  return nodes?.map((node, index) => <Fragment key={index}>{element(node, how)}</Fragment>);
}

function element(node: ProseNode, how: Rendering): ReactNode {
  const inner = children(node.content, how);
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduceRight<ReactNode>((text, mark) => marked(mark, text, how), node.text);
    case 'paragraph':
      return <p>{inner ?? <br />}</p>;
    case 'heading':
      return heading((how.headingLevel ?? 3) + (how.depths.get(node) ?? 1) - 1, inner);
    case 'bulletList':
      return <ul>{inner}</ul>;
    case 'orderedList':
      return <ol start={numberOf(node, 'start')}>{inner}</ol>;
    case 'listItem':
      return <li>{inner}</li>;
    case 'blockquote':
      return <blockquote>{inner}</blockquote>;
    case 'hardBreak':
      return <br />;
    case 'crossReference':
      return crossReference(node, how);
    case 'table':
      return table(node, how);
    default:
      return inner;
  }
}

/** Headers in the first row name columns; any other names its row. */
function table(node: ProseNode, how: Rendering): ReactNode {
  return (
    <div className="e-prose-table">
      <table>
        <tbody>
          {node.content?.map((row, index) => (
            <tr key={index}>
              {row.content?.map((cell, place) => (
                <TableCell key={place} cell={cell} scope={index === 0 ? 'col' : 'row'}>
                  {children(cell.content, how)}
                </TableCell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableCell(props: { readonly cell: ProseNode; readonly scope: 'col' | 'row'; readonly children: ReactNode }) {
  const spans = { colSpan: numberOf(props.cell, 'colspan'), rowSpan: numberOf(props.cell, 'rowspan') };
  if (props.cell.type === 'tableHeader') {
    return (
      <th scope={props.scope} {...spans}>
        {props.children}
      </th>
    );
  }
  return <td {...spans}>{props.children}</td>;
}

function heading(level: number, inner: ReactNode): ReactNode {
  const Heading = (['h2', 'h3', 'h4', 'h5', 'h6'] as const)[Math.min(Math.max(level, 2), 6) - 2] ?? 'h6';
  return <Heading>{inner}</Heading>;
}

function marked(mark: ProseMark, text: ReactNode, how: Rendering): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{text}</strong>;
    case 'italic':
      return <em>{text}</em>;
    case 'link': {
      const href = mark.attrs?.['href'];
      if (!isSafeHref(href)) return text;
      return how.inert ? (
        <span className="e-link-words">{text}</span>
      ) : (
        <a href={href} rel="noopener noreferrer">
          {text}
        </a>
      );
    }
    default:
      return text;
  }
}

function crossReference(node: ProseNode, how: Rendering): ReactNode {
  const target = node.attrs?.['target'];
  const label = node.attrs?.['label'];
  const id = typeof target === 'string' ? target : '';
  const words = typeof label === 'string' ? label : (how.labelOf?.(id) ?? how.gone);
  const href = how.inert ? null : (how.hrefOf?.(id) ?? null);
  return href === null ? <span className="e-cross-reference">{words}</span> : <a href={href}>{words}</a>;
}

function numberOf(node: ProseNode, attribute: string): number | undefined {
  const value = node.attrs?.[attribute];
  return typeof value === 'number' ? value : undefined;
}
