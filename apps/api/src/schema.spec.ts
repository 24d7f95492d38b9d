import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildClientSchema, getIntrospectionQuery, printSchema, type IntrospectionQuery } from 'graphql';
import { startTestApp, type TestApp } from './test-app';

/** Committed, so that a change to what others rely on shows in review. */
const FILE = join(__dirname, '../../../schema.graphql');
/** What the api serves now; the tool copies it from here. */
const SERVED = join(__dirname, '../../../dist/schema/schema.graphql');

describe('schema.graphql', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('is what the api serves; `node apps/api/tools/schema.mjs` writes it', async () => {
    const browser = await app.signIn('sekretariat');
    const { data, errors } = await browser.gql<IntrospectionQuery>(getIntrospectionQuery({ descriptions: true }));
    expect(errors).toEqual([]);
    const served = `${printSchema(buildClientSchema(data))}\n`;
    mkdirSync(dirname(SERVED), { recursive: true });
    writeFileSync(SERVED, served);
    expect(served).toBe(readFileSync(FILE, 'utf8'));
  });
});
