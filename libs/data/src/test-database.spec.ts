import { Client } from 'pg';
import { createTestDatabase, type TestTemplate } from './test-database';

async function count(url: string, sql: string): Promise<number | null> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount;
  } finally {
    await client.end();
  }
}

describe('a database per spec', () => {
  it('is empty, its own, and gone afterwards', async () => {
    const one = await createTestDatabase();
    const two = await createTestDatabase();
    await count(one.url, 'CREATE TABLE mine (n int)');
    await expect(count(two.url, 'SELECT * FROM mine')).rejects.toThrow('does not exist');
    await one.drop();
    await two.drop();
    await expect(count(one.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });

  it('copies a template that is built once', async () => {
    let built = 0;
    const template: TestTemplate = {
      name: 'two rows',
      build: async (url) => {
        built += 1;
        await count(url, 'CREATE TABLE filled AS SELECT generate_series(1, 2)');
      },
    };
    const databases = await Promise.all([createTestDatabase(template), createTestDatabase(template)]);
    for (const { url, drop } of databases) {
      expect(await count(url, 'SELECT * FROM filled')).toBe(2);
      await drop();
    }
    expect(built).toBe(1);
  });
});
