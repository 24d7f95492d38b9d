import { createHash } from 'node:crypto';
import { zipOf, type ZipEntry } from '@enig/documents';
import { instantFromMillis } from '@enig/kernel';
import { filesIn } from './test-bundle';
import { forget, hashOf, pretty, saidOf, type Line } from './test-lines';

/** What somebody can do to a log or a case. */
export const KINDS = ['byte', 'deletion', 'withholding', 'reorder', 'insertion', 'cutTail', 'rewrittenChain'] as const;
export type Kind = (typeof KINDS)[number];

/** A case somebody has laid hands on. */
export interface Manipulated {
  readonly zip: Buffer;
  /** What was done, in words, for who reads that it was not found. */
  readonly what: string;
  /** With what the first fault's place begins; empty where the damage leaves no name to give. */
  readonly at: string;
  /** The receipt somebody else kept; only with it this can be found. */
  readonly receipt: string | null;
}

interface Log {
  readonly agreement: string;
  acts: Line[];
}

/** Chance that is the same every time: xorshift. */
export function chance(seed: number): (below: number) => number {
  let state = (Math.imul(seed + 1, 2654435761) ^ 0x5bd1e995) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/** Does to a case what the kind says, at a place the seed chooses. */
export async function manipulate(kind: Kind, seed: number, zip: Buffer): Promise<Manipulated> {
  const dice = chance(seed * KINDS.length + KINDS.indexOf(kind));
  const hands = new Hands(filesIn(zip), dice);
  switch (kind) {
    case 'byte':
      return dice(2) === 0 ? byteAnywhere(zip, dice) : hands.byteInside();
    case 'deletion':
      return dice(2) === 0 ? hands.withoutFile() : hands.withoutAct();
    case 'withholding':
      return hands.withheld();
    case 'reorder':
      return dice(2) === 0 ? hands.actsSwapped() : hands.filesSwapped();
    case 'insertion':
      return dice(2) === 0 ? hands.actInserted() : hands.fileInserted();
    case 'cutTail':
      return hands.cutTail();
    case 'rewrittenChain':
      return hands.rewrittenChain();
  }
}

/** One byte of the zip file itself, wherever it lies. */
function byteAnywhere(zip: Buffer, dice: (below: number) => number): Manipulated {
  const changed = Buffer.from(zip);
  const at = dice(zip.length);
  changed[at] = (changed[at] ?? 0) ^ (1 + dice(255));
  return { zip: changed, what: `byte ${at} of the zip file`, at: pathAt(zip, at), receipt: null };
}

/** The file whose bytes lie there; empty for what is around them. */
function pathAt(zip: Buffer, at: number): string {
  let begin = 0;
  for (const [path, bytes] of filesIn(zip)) {
    begin += 30 + Buffer.byteLength(path);
    if (at >= begin && at < begin + bytes.length) return `${path}:`;
    begin += bytes.length;
  }
  return '';
}

/** Somebody who knows the format, and makes all sums fit again. */
class Hands {
  constructor(
    private readonly files: Map<string, Buffer>,
    private readonly dice: (below: number) => number,
  ) {}

  /** A byte of something that proves something. */
  async byteInside(): Promise<Manipulated> {
    const path = this.one(this.proofs().filter((each) => each !== 'case.json'));
    const bytes = Buffer.from(this.files.get(path) ?? '');
    // What people are called stands beside the log, not in it: nothing proves a name.
    const names = path === 'log.json' ? bytes.indexOf('"names": {') : bytes.length;
    const at = this.dice(names);
    bytes[at] = (bytes[at] ?? 0) ^ (1 + this.dice(255));
    this.files.set(path, bytes);
    return this.done(`byte ${at} of ${path}`, path);
  }

  async withoutFile(): Promise<Manipulated> {
    const path = this.one(this.proofs());
    this.files.delete(path);
    return this.done(`${path} taken out`, '');
  }

  async withoutAct(): Promise<Manipulated> {
    const { acts } = this.log();
    const at = this.dice(acts.length - 1);
    acts.splice(at, 1);
    return this.withLog(acts, `act ${at + 1} taken out`, `log.json, handling nr. ${at + 2}`);
  }

  /**
   * An act and everything that came of it are taken out, and what is left of it is a place in the chain: as an act on a
   * draft is shown, as one was before acts showed their kind, or under a draft's kind. Now and then all that came after it
   * as well, so that no version is frozen later.
   */
  async withheld(): Promise<Manipulated> {
    const { acts } = this.log();
    const free = acts.filter(({ withheld, number }) => withheld !== true && number > 1);
    const first = this.one(free);
    const reach = this.dice(3) === 0 ? acts.length : first.number;
    const way = this.dice(3);
    const hidden = acts.map((act) => {
      if (act.number < first.number || act.number > reach || act['withheld'] === true) return act;
      const { number, at = null, kind = '', previous, hash } = act;
      const place = { number, withheld: true, previous, hash };
      if (way === 0) return place;
      return { ...place, at, kind: way === 1 ? kind : CALLED, said: saidOf(act) };
    });
    const gone = acts.filter((act, index) => hidden[index] !== act);
    forget(this.files, gone, hidden);
    const what = `acts ${first.number} to ${reach} withheld in way ${way}`;
    // One that is what it is called does not lie; the first after it that does is named.
    const liar = way === 2 ? (gone.find(({ kind }) => kind !== CALLED) ?? first) : first;
    return this.withLog(hidden, what, way === 1 ? 'log.json, handling nr.' : `log.json, handling nr. ${liar.number}`);
  }

  async actsSwapped(): Promise<Manipulated> {
    const { acts } = this.log();
    const at = this.dice(acts.length - 1);
    const [one, other] = [acts[at], acts[at + 1]];
    if (!one || !other) throw new Error('There are too few acts');
    const renumbered = this.dice(2) === 0;
    acts[at] = renumbered ? { ...other, number: one.number } : other;
    acts[at + 1] = renumbered ? { ...one, number: other.number } : one;
    return this.withLog(
      acts,
      `acts ${at + 1} and ${at + 2} swapped`,
      `log.json, handling nr. ${renumbered ? at + 1 : at + 2}`,
    );
  }

  async filesSwapped(): Promise<Manipulated> {
    const alike = this.proofs().filter((path) => /^(texts|annexes|decisions)\//u.test(path));
    const one = this.one(alike);
    const other = this.one(alike.filter((path) => path !== one && path.split('/')[0] === one.split('/')[0]));
    const [first, second] = [this.files.get(one), this.files.get(other)];
    if (!first || !second) throw new Error('There are too few files');
    this.files.set(one, second);
    this.files.set(other, first);
    return this.done(`${one} and ${other} swapped`, '');
  }

  async actInserted(): Promise<Manipulated> {
    const { acts } = this.log();
    const at = 1 + this.dice(acts.length - 1);
    const before = acts[at - 1];
    if (!before) throw new Error('There are too few acts');
    const made: Line = { ...before, number: at + 1, previous: before.hash, facts: { note: 'indsat' }, kind: 'note' };
    made.hash = hashOf(made);
    acts.splice(at, 0, made);
    return this.withLog(acts, `an act inserted as number ${at + 1}`, `log.json, handling nr. ${at + 1}`);
  }

  async fileInserted(): Promise<Manipulated> {
    const [path] = [...this.files.keys()].filter((each) => /^decisions\/.*json$/u.test(each));
    const ways = ['texts', ...(path === undefined ? [] : ['decisions'])];
    if (this.one(ways) === 'decisions' && path !== undefined) {
      const id = '00000000-0000-4000-8000-000000000000';
      const made = { ...(JSON.parse(String(this.files.get(path))) as object), id };
      this.files.set(`decisions/indsat/${id}/decision.json`, pretty(made));
      return this.done('a decision put in', `decisions/indsat/${id}/decision.json`);
    }
    const bytes = Buffer.from(`{"indsat":${this.dice(1_000_000)}}`);
    const name = `texts/${createHash('sha256').update(bytes).digest('hex')}.json`;
    this.files.set(name, bytes);
    return this.done('a text put in', name);
  }

  /** The last acts, and everything that tells of them. Without a receipt it is a case as it once was. */
  async cutTail(): Promise<Manipulated> {
    const { acts } = this.log();
    const last = acts.at(-1);
    const isDraft = ({ kind }: Line): boolean =>
      kind === undefined || kind.includes('Section') || kind.includes('Annex');
    // Nothing is left of what hangs on a version but the log itself: the rest is made to fit.
    const keep = acts.findIndex((act) => !isDraft(act) && act.kind !== 'createAgreement') + 1 + this.dice(4);
    const left = acts.slice(0, Math.max(keep, 1) % acts.length || 1);
    forget(this.files, acts.slice(left.length), left);
    const receipt = `${last?.number}:${last?.hash}`;
    const at = `log.json, handling nr. ${left.length}`;
    return { ...(await this.withLog(left, `cut off after ${left.length} of ${acts.length}`, at)), receipt };
  }

  /** An act says something else, and every hash after it is made anew. */
  async rewrittenChain(): Promise<Manipulated> {
    const { acts, agreement } = this.log();
    const last = acts.at(-1);
    const free = acts.filter(
      ({ kind, facts, withheld }) => withheld !== true && !facts?.['decision'] && !TOLD_BESIDE.has(String(kind)),
    );
    const changed = this.one(free);
    const kept = acts[changed.number - 1 + this.dice(acts.length - changed.number + 1)] ?? last;
    const receipt = `${kept?.number}:${kept?.hash}`;
    changed['at'] = '2020-01-01T00:00:00.000Z';
    for (const [index, act] of acts.entries()) {
      if (index < changed.number - 1) continue;
      act.previous = acts[index - 1]?.hash ?? null;
      act.hash = hashOf({ ...act, agreement });
    }
    for (const path of this.files.keys()) if (path.startsWith('receipts/')) this.files.delete(path);
    const at = `log.json, handling nr. ${kept?.number}`;
    return { ...(await this.withLog(acts, `written anew from act ${changed.number}`, at)), receipt };
  }

  /** What proves something; the rest is made of it. */
  private proofs(): string[] {
    return [...this.files.keys()].filter((path) =>
      /^(log\.json$|case\.json$|notices\.json$|texts\/|annexes\/|decisions\/|versions\/\d+\/manifest|cases\/.*case\.json$)/u.test(
        path,
      ),
    );
  }

  private one<Value>(values: readonly Value[]): Value {
    const value = values[this.dice(values.length)];
    if (value === undefined) throw new Error('There is nothing to choose from');
    return value;
  }

  private log(): Log {
    return JSON.parse(String(this.files.get('log.json'))) as Log;
  }

  private withLog(acts: Line[], what: string, at: string): Promise<Manipulated> {
    this.files.set('log.json', pretty({ ...this.log(), acts }));
    const last = acts.at(-1);
    const about = JSON.parse(String(this.files.get('case.json'))) as object;
    this.files.set('case.json', pretty({ ...about, log: { number: last?.number, head: last?.hash } }));
    return this.done(what, at);
  }

  /** Every sum fits again. */
  private async done(what: string, at: string): Promise<Manipulated> {
    return { zip: await repacked(this.files), what, at, receipt: null };
  }
}

/** What acts are called that are to pass for acts on a draft. */
const CALLED = 'addSection';

/** Acts that a file of the case tells of, too: who writes one of them anew is found without a receipt. */
const TOLD_BESIDE = new Set(['conclude', 'noteSentToAuthority', 'sendCase']);

/** The files as a case in which every sum fits. */
export async function repacked(files: Map<string, Buffer>): Promise<Buffer> {
  files.delete('SHA256SUMS');
  const lines = [...files].map(([path, bytes]) => ({ path, hash: createHash('sha256').update(bytes).digest('hex') }));
  lines.sort((one, other) => (one.path < other.path ? -1 : 1));
  files.set('SHA256SUMS', Buffer.from(lines.map(({ path, hash }) => `${hash}  ${path}\n`).join('')));
  return Buffer.from(await zipOf(entries(files), instantFromMillis(1_700_000_000_000)));
}

async function* entries(files: ReadonlyMap<string, Buffer>): AsyncIterable<ZipEntry> {
  for (const [path, bytes] of files) yield { path, bytes };
}
