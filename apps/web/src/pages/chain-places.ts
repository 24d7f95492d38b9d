/** One unit is what a letter's size is counted in; a box leaves room for the line to the next. */
export const BOX = { width: 192, height: 76, across: 232, down: 104 } as const;

/** The widest page shows so many steps beside each other in words that can be read. */
const MOST_BESIDE = 4;
/** Between two rows of columns, and beside them, for the line that goes from the one to the next. */
const TURN = 20;

/** Where a step stands in the picture: its column from the left and its row among those in parallel, from 1. */
export interface DrawnStep {
  readonly column: number;
  readonly row: number;
}

/** A corner of a box, or a point of a line, in units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a chain is laid out: what is too long for a page goes on below, in rows of about the same length. */
export interface ChainPlaces {
  readonly width: number;
  readonly height: number;
  /** How many columns stand beside each other. */
  readonly beside: number;
  cornerOf(step: DrawnStep): Point;
  /** The points of the line from a step to one that comes after it. */
  lineBetween(from: DrawnStep, to: DrawnStep): readonly Point[];
}

/** Lays out the steps of a chain. */
export function chainPlaces(steps: readonly DrawnStep[]): ChainPlaces {
  const columns = Math.max(1, ...steps.map(({ column }) => column));
  const bands = Math.ceil(columns / MOST_BESIDE);
  const beside = Math.ceil(columns / bands);
  const bandOf = ({ column }: DrawnStep) => Math.floor((column - 1) / beside);
  const heights = Array.from({ length: bands }, (_, band) => {
    const rows = Math.max(1, ...steps.filter((step) => bandOf(step) === band).map(({ row }) => row));
    return (rows - 1) * BOX.down + BOX.height;
  });
  const topOf = (band: number) => heights.slice(0, band).reduce((sum, height) => sum + height + 2 * TURN, 0);
  const margin = bands > 1 ? TURN + 4 : 0;
  const cornerOf = (step: DrawnStep): Point => ({
    x: margin + ((step.column - 1) % beside) * BOX.across,
    y: topOf(bandOf(step)) + (step.row - 1) * BOX.down,
  });
  return {
    ...{ beside, cornerOf, height: topOf(bands) - 2 * TURN, width: (beside - 1) * BOX.across + BOX.width + 2 * margin },
    lineBetween: (from, to) => {
      const [start, end] = [middleOf(cornerOf(from)), middleOf(cornerOf(to))];
      const out = { x: start.x + BOX.width, y: start.y };
      if (bandOf(from) === bandOf(to)) return [out, end];
      const turn = topOf(bandOf(to)) - TURN;
      const [right, left] = [out.x + TURN, end.x - TURN];
      return [out, { x: right, y: out.y }, { x: right, y: turn }, { x: left, y: turn }, { x: left, y: end.y }, end];
    },
  };
}

/** The middle of a box's left side. */
function middleOf({ x, y }: Point): Point {
  return { x, y: y + BOX.height / 2 };
}
