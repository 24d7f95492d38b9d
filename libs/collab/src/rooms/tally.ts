/** What has happened on a node since it started. */
export interface Counts {
  /** Appends to the log, the updates they held, and their bytes. */
  readonly commits: number;
  readonly edits: number;
  readonly bytes: number;
  /** Updates that the log did not take, and those judged anew because another node had more of the same person. */
  readonly refused: number;
  readonly stale: number;
  /** Connections that were closed for sending too much, and those told to come again: mostly for not reading. */
  readonly tooFast: number;
  readonly cutOff: number;
}

/** Counts; a counter only grows. */
export class Tally implements Counts {
  commits = 0;
  edits = 0;
  bytes = 0;
  refused = 0;
  stale = 0;
  tooFast = 0;
  cutOff = 0;
}
