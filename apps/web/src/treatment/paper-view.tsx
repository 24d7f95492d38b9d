import { useMessages } from '@enig/ui';
import type { ReactNode } from 'react';

/** A piece of a line, as the server sends it. */
export interface PaperRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly change?: 'removed' | 'added';
  readonly href?: string;
}

/** One thing under another, as the server sends it. Levels of headings begin at 2. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4 | 5; readonly runs: readonly PaperRun[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly PaperRun[]; readonly tone?: 'note' | 'quote' }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly PaperBlock[])[] }
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly name: string; readonly value: readonly PaperRun[] }[];
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly PaperRun[])[])[];
      readonly numeric?: readonly number[];
    }
  | { readonly kind: 'lines' | 'pageBreak' };

/** A document as the server sends it: the same that becomes Word and PDF. */
export interface PaperModel {
  readonly subtitle: string;
  readonly foot: string;
  readonly blocks: readonly PaperBlock[];
}

/** A document on screen. Long ones are drawn as one comes to them. */
export function PaperView({ model }: { readonly model: PaperModel }) {
  return (
    <div className="e-paper e-prose">
      {sectionsOf(model.blocks).map((blocks, index) => (
        <div key={index} className="e-paper-part">
          <Blocks blocks={blocks} />
        </div>
      ))}
    </div>
  );
}

/** In pieces, each from one heading of the second or third level to the next: a browser can leave out those not seen. */
function sectionsOf(blocks: readonly PaperBlock[]): readonly (readonly PaperBlock[])[] {
  const parts: PaperBlock[][] = [];
  for (const block of blocks) {
    const begins = block.kind === 'heading' && block.level <= 3;
    if (begins || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts;
}

function Blocks({ blocks }: { readonly blocks: readonly PaperBlock[] }) {
  return blocks.map((block, index) => <OneBlock key={index} block={block} />);
}

function OneBlock({ block }: { readonly block: PaperBlock }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading>
          <Runs runs={block.runs} />
        </Heading>
      );
    }
    case 'paragraph':
      return <Paragraph tone={block.tone}>{<Runs runs={block.runs} />}</Paragraph>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <Blocks blocks={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'facts':
      return (
        <dl className="e-paper-facts">
          {block.facts.map(({ name, value }, index) => (
            <div key={index}>
              <dt>{name}</dt>
              <dd>
                <Runs runs={value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <PaperTable table={block} />;
    default:
      return null; // lines to write on and page breaks are for paper
  }
}

function Paragraph({ tone, children }: { readonly tone: 'note' | 'quote' | undefined; readonly children: ReactNode }) {
  if (tone === 'quote') return <blockquote>{children}</blockquote>;
  return <p className={tone === 'note' ? 'e-note' : undefined}>{children}</p>;
}

function PaperTable({ table }: { readonly table: Extract<PaperBlock, { readonly kind: 'table' }> }) {
  const numeric = new Set(table.numeric ?? []);
  const className = (column: number) => (numeric.has(column) ? 'e-number' : undefined);
  return (
    <table className="e-table e-table-plain">
      <caption>
        <span className="e-caption">{table.caption}</span>
      </caption>
      <thead>
        <tr>
          {table.head.map((name, column) => (
            <th key={column} scope="col" className={className(column)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column} className={className(column)}>
                <Runs runs={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Runs({ runs }: { readonly runs: readonly PaperRun[] }) {
  return runs.map((run, index) => <OneRun key={index} run={run} />);
}

function OneRun({ run }: { readonly run: PaperRun }) {
  const m = useMessages();
  let piece: ReactNode = run.text;
  if (run.italic) piece = <em>{piece}</em>;
  if (run.bold) piece = <strong>{piece}</strong>;
  if (run.href) piece = <a href={run.href}>{piece}</a>;
  if (!run.change) return piece;
  const Element = run.change === 'added' ? 'ins' : 'del';
  return (
    <Element>
      <span className="e-hidden">{m(run.change === 'added' ? 'ui.diff.beginAdded' : 'ui.diff.beginRemoved')} </span>
      {piece}
      <span className="e-hidden"> {m('ui.diff.end')} </span>
    </Element>
  );
}
