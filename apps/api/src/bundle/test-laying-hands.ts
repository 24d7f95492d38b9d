import { join } from 'node:path';
import { startTestApp, type TestApp } from '../test-app';
import { Desk, runNode, wholeCase, type Said } from './test-bundle';
import { LogHands } from './test-log-hands';
import { manipulate, type Kind } from './test-manipulations';

const AUDIT = join(__dirname, '../../tools/audit-verify.mjs');

/** What was done, and what was found. */
export interface Outcome {
  readonly what: string;
  /** What the first fault's place should hold. */
  readonly at: string;
  readonly found: Said;
  /** What is found without the receipt; null where none is needed. */
  readonly without: Said | null;
}

/** Two cases and a log, for somebody to lay hands on. */
export class Bench {
  private constructor(
    private readonly app: TestApp,
    private readonly cases: readonly Buffer[],
    private readonly hands: LogHands,
  ) {}

  static async set(): Promise<Bench> {
    const app = await startTestApp();
    const secretariat = await app.signIn('sekretariat');
    const { data } = await secretariat.gql<{ agreements: { id: string; title: string }[] }>(
      '{ agreements { id title } }',
    );
    const called = (name: string): string => data.agreements.find(({ title }) => title.includes(name))?.id ?? '';
    const cases = [
      await wholeCase(secretariat, called('2018–20')),
      await wholeCase(secretariat, called('(til godkendelse)')),
    ];
    return new Bench(app, cases, await LogHands.on(app.owner, called('(svar behandles)')));
  }

  private readonly desk = new Desk();

  async onCase(kind: Kind, seed: number): Promise<Outcome> {
    const zip = this.cases[seed % this.cases.length] ?? Buffer.alloc(0);
    const { zip: changed, what, at, receipt } = await manipulate(kind, seed, zip);
    const without = receipt === null ? null : await this.desk.verify(changed);
    return { what, at, found: await this.desk.verify(changed, ...(receipt === null ? [] : [receipt])), without };
  }

  async onLog(kind: Kind, seed: number): Promise<Outcome> {
    const { what, at, receipt } = await this.hands.do(kind, seed);
    const without = receipt === null ? null : await this.audit();
    const found = await this.audit(...(receipt === null ? [] : [receipt]));
    await this.hands.putBack();
    return { what, at, found, without };
  }

  /** Goes through the database as `npm run audit:verify` does. */
  audit(...receipts: readonly string[]): Promise<Said> {
    const args = receipts.flatMap((receipt) => ['--receipt', receipt]);
    return runNode(AUDIT, args, { DATABASE_URL: this.app.databaseUrl });
  }

  async clear(): Promise<void> {
    this.desk.clear();
    await this.app.close();
  }
}
