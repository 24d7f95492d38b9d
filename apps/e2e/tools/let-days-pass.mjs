/**
 * `node apps/e2e/tools/let-days-pass.mjs <socket folder> <days>`: from the next time the server is started, its database
 * says that it is so many days later than it is; 0 sets it right again. What has happened stays on the days it happened,
 * so the log stays whole. Only the owner of the database can do this, through its socket.
 *
 * A query's names are looked for in `later` before they are looked for where they always are. What is made at a start is
 * still made in `public`. Triggers that say where they look, and columns that fill themselves in, have the true time.
 */
import pg from 'pg';

const [host, wanted = ''] = process.argv.slice(2);
const days = Number(wanted);
if (!Number.isSafeInteger(days) || days < 0) throw new Error(`${wanted} is no number of days`);

const clock = (name) => `
  CREATE OR REPLACE FUNCTION later.${name}() RETURNS timestamptz LANGUAGE sql AS
  'SELECT pg_catalog.${name}() + make_interval(hours => ${days * 24})';
`;
const client = new pg.Client({ host, user: 'enig', database: 'enig' });
await client.connect();
await client.query(`
  CREATE SCHEMA IF NOT EXISTS later;
  GRANT USAGE ON SCHEMA later TO PUBLIC;
  ${clock('clock_timestamp')}
  ${clock('now')}
  CREATE OR REPLACE FUNCTION later.current_schema() RETURNS name LANGUAGE sql AS $$ SELECT name 'public' $$;
  ALTER DATABASE enig SET search_path = later, pg_catalog, public;
`);
await client.end();
