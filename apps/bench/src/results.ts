import { median } from './statistics';
import type { SystemName } from './systems';

/** What one scenario measured on one system in one round. */
export interface Measurement {
  readonly scenario: string;
  readonly system: SystemName;
  readonly round: number;
  readonly figures: Readonly<Record<string, number>>;
  /** Why there are no figures, where something went wrong. */
  readonly failed?: string;
  /** Why it was measured once more, where the first time something went wrong. */
  readonly failedFirst?: string;
}

/** All measurements of a run. */
export class Results {
  constructor(private readonly measurements: readonly Measurement[]) {}

  /** A figure's median over the rounds; NaN where it was not measured, or not in every round. */
  median(scenario: string, system: SystemName, figure: string): number {
    return median(this.all(scenario, system, figure));
  }

  /** The largest over the rounds; NaN as with {@link median}. */
  largest(scenario: string, system: SystemName, figure: string): number {
    const values = this.all(scenario, system, figure);
    return values.length === 0 ? Number.NaN : Math.max(...values);
  }

  /** All rounds together; NaN as with {@link median}. */
  sum(scenario: string, system: SystemName, figure: string): number {
    const values = this.all(scenario, system, figure);
    return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0);
  }

  /** A figure of every round, in order; NaN for a round that failed or did not measure it. */
  private all(scenario: string, system: SystemName, figure: string): number[] {
    const mine = this.measurements.filter((each) => each.scenario === scenario && each.system === system);
    return mine.map(({ figures }) => figures[figure] ?? Number.NaN);
  }

  /** What went wrong, a line each. */
  get failures(): string[] {
    return this.told(({ failed }) => failed);
  }

  /** What went wrong and was measured once more, a line each. */
  get secondTries(): string[] {
    return this.told(({ failedFirst }) => failedFirst);
  }

  private told(why: (measurement: Measurement) => string | undefined): string[] {
    return this.measurements.flatMap((each) => {
      const said = why(each);
      return said === undefined ? [] : [`round ${each.round}, ${each.scenario}, ${each.system}: ${said.trim()}`];
    });
  }
}
