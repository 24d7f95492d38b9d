import type { Standing } from './gate-flight';

/**
 * What one client has on its way, by rising clock and without holes. What is dropped goes from the ends, so that each is
 * put in and taken out once.
 */
export class Queue {
  private all: Standing[] = [];
  /** Those before it have been dropped. */
  private start = 0;

  get size(): number {
    return this.all.length - this.start;
  }

  push(standing: Standing): void {
    this.all.push(standing);
  }

  /** The one a clock is in. */
  at(clock: number): Standing | null {
    return lastUpTo(this.all, clock, this.start);
  }

  /** Those that have a part between two clocks. */
  between(from: number, to: number): Standing[] {
    let [low, high] = [this.start, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = this.all[middle];
      if (found && found.struct.id.clock + found.struct.length <= from) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while ((this.all[end]?.struct.id.clock ?? to) < to) end += 1;
    return this.all.slice(low, end);
  }

  /** Drops those that end before a clock, and those that begin at or after another. @returns what is dropped. */
  keep(from: number, to: number): Standing[] {
    const dropped: Standing[] = [];
    for (let last = this.all.at(-1); last && this.size > 0 && startOf(last) >= to; last = this.all.at(-1)) {
      dropped.push(last);
      this.all.pop();
    }
    for (let first = this.all[this.start]; first; first = this.all[this.start]) {
      if (first.struct.id.clock + first.struct.length > from) break;
      dropped.push(first);
      this.start += 1;
    }
    if (this.start > this.all.length / 2) {
      this.all = this.all.slice(this.start);
      this.start = 0;
    }
    return dropped;
  }
}

/** The first clock of it that was new. */
function startOf({ struct, offset }: Standing): number {
  return struct.id.clock + offset;
}

/** The one of them a clock is in; they leave no holes, and those before `begin` do not count. Looks first where it would be if all were equally long. */
export function lastUpTo(standings: readonly Standing[], clock: number, begin = 0): Standing | null {
  const [first, last] = [standings[begin], standings.at(-1)];
  if (!first || !last || clock < first.struct.id.clock + first.offset) return null;
  if (clock >= last.struct.id.clock) return clock < last.struct.id.clock + last.struct.length ? last : null;
  let low = begin;
  let high = standings.length - 1;
  const start = first.struct.id.clock;
  const share = Math.max(0, (clock - start) / (last.struct.id.clock - start));
  let middle = begin + Math.floor(share * (high - begin));
  for (;;) {
    const found = standings[middle];
    if (!found || low > high) return null;
    const { id, length } = found.struct;
    if (clock < id.clock) high = middle - 1;
    else if (clock >= id.clock + length) low = middle + 1;
    else return found;
    middle = (low + high) >> 1;
  }
}
