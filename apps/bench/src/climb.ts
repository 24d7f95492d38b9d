/** Whether a rate is held. */
export type Probe = (rate: number) => Promise<boolean>;

/** Where a climb begins and how it goes on. Rates are whole numbers. */
export interface Slope {
  readonly from: number;
  /** Rates below and above are not tried. */
  readonly lowest: number;
  readonly highest: number;
  /** How much more is tried first; the steps grow to the double. */
  readonly factor: number;
}

/** What a climb has found. */
export interface Found {
  /** The highest rate that was held; 0 where none was. */
  readonly held: number;
  /** The lowest that was not; Infinity where all were. At most a tenth above the other, where both were found. */
  readonly notHeld: number;
}

const WITHIN = 1.1;
const LONGEST_STEP = 2;

/**
 * The highest rate that is held, to within a tenth: up in growing steps while rates are held, or down while they are
 * not, and then in halves (of the ratio) between the last that was and the first that was not.
 *
 * On the way up and down a rate fails only when it does so twice: there one hiccup would cost a whole step.
 */
export async function climb(probe: Probe, slope: Slope): Promise<Found> {
  const { held, notHeld } = await enclose(async (rate) => (await probe(rate)) || (await probe(rate)), slope);
  return held === 0 || notHeld === Number.POSITIVE_INFINITY ? { held, notHeld } : narrow(probe, { held, notHeld });
}

async function enclose(probe: Probe, { from, lowest, highest, factor }: Slope): Promise<Found> {
  let [held, notHeld] = [0, Number.POSITIVE_INFINITY];
  const within = (rate: number) => Math.round(Math.min(highest, Math.max(lowest, rate)));
  for (let rate = within(from), by = factor; ; by = Math.min(LONGEST_STEP, by * by)) {
    const isHeld = await probe(rate);
    if (isHeld) held = rate;
    else notHeld = rate;
    const next = within(isHeld ? rate * by : rate / by);
    if (next === rate || (held > 0 && notHeld < Number.POSITIVE_INFINITY)) return { held, notHeld };
    rate = next;
  }
}

async function narrow(probe: Probe, found: Found): Promise<Found> {
  if (found.notHeld / found.held <= WITHIN) return found;
  const rate = Math.round(Math.sqrt(found.held * found.notHeld));
  if (rate === found.held || rate === found.notHeld) return found;
  return narrow(probe, (await probe(rate)) ? { ...found, held: rate } : { ...found, notHeld: rate });
}
