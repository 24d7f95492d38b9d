/** What a run was asked to do. */
export interface Options {
  /** Names of scenarios; empty for all. */
  readonly only: readonly string[];
  readonly rounds: number;
  readonly quick: boolean;
}

/** Rounds of a run that can be quoted. */
export const ROUNDS = 3;

/**
 * Reads the command line (tools/bench.mjs says what it may hold).
 *
 * @throws RangeError in one sentence for what it may not.
 */
export function readOptions(args: readonly string[], scenarios: readonly string[]): Options {
  let options: Options = { only: [], rounds: 0, quick: false };
  for (let at = 0; at < args.length; at += 1) {
    const value = args[at + 1] ?? '';
    switch (args[at]) {
      case '--only':
        if (!scenarios.includes(value)) throw new RangeError(`--only takes one of: ${scenarios.join(', ')}`);
        options = { ...options, only: [...options.only, value] };
        at += 1;
        break;
      case '--rounds':
        if (!/^[1-9]\d?$/.test(value)) throw new RangeError('--rounds takes a number from 1 to 99');
        options = { ...options, rounds: Number(value) };
        at += 1;
        break;
      case '--quick':
        options = { ...options, quick: true };
        break;
      case '--no-build':
        break;
      default:
        throw new RangeError(`Unknown: ${args[at] ?? ''}`);
    }
  }
  return { ...options, rounds: options.rounds || (options.quick ? 1 : ROUNDS) };
}
