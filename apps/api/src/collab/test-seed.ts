import { randomInt } from 'node:crypto';

/** The seed of a run, said aloud; `SEED=…` repeats it. For specs only. */
export function seedOf(what: string): number {
  const given = process.env['SEED'];
  const seed = given === undefined ? randomInt(2 ** 31) : Number(given);
  process.stderr.write(`${what}: seed ${seed}\n`);
  return seed;
}
