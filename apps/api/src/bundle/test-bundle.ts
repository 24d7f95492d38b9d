import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../collab/test-eventually';
import type { TestBrowser } from '../test-app';

/** The program as it lies in every case. */
export const VERIFIER = join(__dirname, '../../tools/verify-case.mjs');

/** What a program said, and how it ended. */
export interface Said {
  readonly code: number;
  readonly out: string;
  /** The first fault it names; null for none. */
  readonly first: string | null;
}

/** Runs a program of plain Node with nothing of ours around it. */
export function runNode(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<Said> {
  return new Promise((done, failed) => {
    const options = { env: { PATH: process.env['PATH'] ?? '', ...env }, cwd: tmpdir(), maxBuffer: 1e8 };
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code !== 'number') failed(error ?? new Error('It did not run'));
      else done({ code, out: stdout + stderr, first: /^Første fejl: (.*)$/mu.exec(stdout)?.[1] ?? null });
    });
  });
}

/** A folder for a spec's files. */
export class Desk {
  private readonly folder = mkdtempSync(join(tmpdir(), 'enig-sag-'));
  private count = 0;

  /** Lays a file there. @returns its path. */
  lay(bytes: Uint8Array, ending: string): string {
    const path = join(this.folder, `${(this.count += 1)}${ending}`);
    writeFileSync(path, bytes);
    return path;
  }

  /** Verifies a case. */
  async verify(zip: Uint8Array, ...receipts: readonly string[]): Promise<Said> {
    const path = this.lay(zip, '.zip');
    const said = await runNode(VERIFIER, [path, ...receipts.flatMap((receipt) => ['--receipt', receipt])]);
    rmSync(path);
    return said;
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface SeenJob {
  readonly id: string;
  readonly state: string;
  readonly file: { readonly path: string; readonly name: string } | null;
}

/** Asks for a whole case. @returns the job. */
export async function askForCase(browser: TestBrowser, agreement: string): Promise<string> {
  const { data, errors } = await browser.gql<{ askBundle: { job: string } }>(
    'mutation ($agreement: ID!) { askBundle(input: { agreement: $agreement }) { job } }',
    { agreement },
  );
  if (errors.length > 0) throw new Error(`The case was not asked for: ${JSON.stringify(errors)}`);
  return data.askBundle.job;
}

/** The file a job has made, once it has. */
export async function madeBy(browser: TestBrowser, id: string): Promise<{ path: string; name: string }> {
  const asked = async (): Promise<SeenJob | null> => {
    const query = 'query ($id: ID!) { job(id: $id) { id state file { path name } } }';
    return (await browser.gql<{ job: SeenJob | null }>(query, { id })).data.job;
  };
  await eventually(
    async () => ['done', 'failed', 'cancelled'].includes((await asked())?.state ?? ''),
    () => 'The case is not made',
    120_000,
  );
  const job = await asked();
  if (!job?.file) throw new Error(`The case is ${job?.state ?? 'nowhere'}`);
  return job.file;
}

/** A whole case, as somebody fetches it. */
export async function wholeCase(browser: TestBrowser, agreement: string): Promise<Buffer> {
  const { path } = await madeBy(browser, await askForCase(browser, agreement));
  const response = await browser.fetch(path);
  if (!response.ok) throw new Error(`The case was not given: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** The files in a zip file that is stored and not compressed, by their paths. */
export function filesIn(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const [size, length] = [zip.readUInt32LE(at + 22), zip.readUInt16LE(at + 26)];
    const begin = at + 30 + length;
    files.set(zip.toString('utf8', at + 30, begin), zip.subarray(begin, begin + size));
    at = begin + size;
  }
  return files;
}
