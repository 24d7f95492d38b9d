import type { Cluster } from '../cluster';
import type { EnigHouse } from '../enig-house';
import type { LongText } from '../long-text';
import type { System, SystemName } from '../systems';

/** What is measured once: a name for each figure; the unit is part of what the report says of it. */
export type Figures = Readonly<Record<string, number>>;

/** What every measurement stands on. */
export interface Stage {
  readonly cluster: Cluster;
  readonly house: EnigHouse;
  readonly text: LongText;
  /** Short windows and few trials: to see that everything runs. */
  readonly quick: boolean;
  /** Which round this is, from 1, and of how many. */
  readonly round: number;
  readonly rounds: number;
  /** Takes a line about what is being done. */
  readonly say: (line: string) => void;
}

/** One thing to measure, on one system at a time, each time on a server that has just been started. */
export interface Scenario {
  readonly name: string;
  readonly systems: readonly SystemName[];
  /** Of these, those nothing is compared with: they are measured in the first round only, to save time. */
  readonly asides?: readonly SystemName[];
  run(system: System, stage: Stage): Promise<Figures>;
}
