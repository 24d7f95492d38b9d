import { isConcluded } from '@enig/approval';
import { localDateOf } from '@enig/kernel';
import type { DataSource } from 'typeorm';
import { ApprovalReads } from './approval-reads';
import { connect } from './connect';
import { migrate } from './migrate';
import { PeopleStore } from './people-store';
import { loadReference } from './reference';
import { createTestDatabase, seedLarge, type TestDatabase } from './test-database';

const TODAY = localDateOf('2026-11-22');

describe('an agreement of 47 parties', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    source = await connect({ url: database.url, applicationName: 'spec' });
    await loadReference(source);
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('is half-way through its approval, and everybody in it can sign in', async () => {
    const { agreement, version, parties, secretariat } = await seedLarge(source, TODAY);
    expect(parties).toHaveLength(47);
    const view = await new ApprovalReads(source).view(agreement);
    expect(view).toMatchObject({ hasLapsed: false, chain: { version, isDeciding: true } });
    expect(view && isConcluded(view.chain)).toBe(false);
    const outcomes = parties.map(({ outcome }) => outcome ?? 'missing');
    const counted = Object.fromEntries([...new Set(outcomes)].map((each) => [each, count(outcomes, each)]));
    expect(counted).toEqual({
      ...{ approved: 32, approvedWithRemark: 1, approvedOnCondition: 1, postponed: 1, rejected: 1, missing: 11 },
    });
    expect(view?.decisions).toHaveLength(36);
    const personas = [secretariat, ...parties.map(({ secretary }) => secretary)];
    expect(new Set(personas).size).toBe(48);
    const people = new PeopleStore(source);
    for (const persona of personas) expect(await people.signInDemo(persona)).not.toBeNull();
  });
});

function count(all: readonly string[], one: string): number {
  return all.filter((each) => each === one).length;
}
