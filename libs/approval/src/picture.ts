import { inOrder, orderOf, type ChainTemplate, type StepRole } from './template';

/** A step in the picture of a chain. */
export interface PictureNode {
  readonly key: string;
  readonly name: string;
  readonly role: StepRole;
  readonly perParty: boolean;
  readonly mandatory: boolean;
  /** From the left, from 1: its place in the order. */
  readonly column: number;
  /** From the top, from 1: among those taken in parallel. */
  readonly row: number;
}

/** That a step comes after another. */
export interface PictureEdge {
  readonly from: string;
  readonly to: string;
}

/** A template as it is drawn: who comes after whom, from left to right. da: billede af forløbet */
export interface ChainPicture {
  readonly columns: number;
  readonly rows: number;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** The picture of a template; steps in parallel stand under each other, and every line leads to the right. */
export function pictureOf({ steps }: Pick<ChainTemplate, 'steps'>): ChainPicture {
  const order = orderOf(steps);
  const taken = new Map<number, number>();
  const nodes = inOrder(steps).map(({ key, name, role, perParty, mandatory }): PictureNode => {
    const column = order.get(key) ?? 1;
    const row = (taken.get(column) ?? 0) + 1;
    taken.set(column, row);
    return { key, name, role, perParty, mandatory, column, row };
  });
  return {
    columns: Math.max(0, ...taken.keys()),
    rows: Math.max(0, ...taken.values()),
    nodes,
    edges: steps.flatMap(({ key, after }) => after.map((from) => ({ from, to: key }))),
  };
}
