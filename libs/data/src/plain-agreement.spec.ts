import { checkConsistency } from '@enig/agreement';
import { localDateOf } from '@enig/kernel';
import { AgreementReads } from './agreement-reads';
import { connect } from './connect';
import { migrate } from './migrate';
import { plainAgreementOf, plainVersionOf } from './plain-agreement';
import type { Database } from './pulse';
import { loadReference } from './reference';
import { seedDemo } from './seed';
import { createTestDatabase, type TestDatabase } from './test-database';
import { TextContents } from './text-content';
import { VersionReads } from './version-reads';

describe('AG-28 to AG-33 false alarms', () => {
  let database: TestDatabase;
  let source: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    source = await connect({ url: database.url, applicationName: 'spec' });
    await loadReference(source);
    await seedDemo(source, localDateOf('2026-11-22'));
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('are none in the demo, as it stands and as it was frozen: what is found there is what lacks there', async () => {
    const [reads, versions] = [new AgreementReads(source), new VersionReads(source)];
    const lacking = new Set(['AG-11-GOAL-WITHOUT-CRITERION', 'AG-12-ACTION-WITHOUT-RESPONSIBLE']);
    let looked = 0;
    for (const { row } of await reads.heads()) {
      const view = await reads.view(row.id);
      if (!view) throw new Error('The agreement has gone');
      const contents = await new TextContents(source).of(view.sections.map(({ text }) => text));
      const plain = [plainAgreementOf(view, contents)];
      for (const version of await versions.ofAgreement(row.id)) {
        plain.push(plainVersionOf(version, await versions.texts(version.row.hash)));
      }
      for (const each of plain) {
        looked += each.sections.length;
        const found = checkConsistency(each);
        expect(found.filter(({ code }) => !lacking.has(code))).toEqual([]);
        expect(found.length).toBeLessThanOrEqual(2);
      }
    }
    expect(looked).toBeGreaterThan(50);
  });
});
