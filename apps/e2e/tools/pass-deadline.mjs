/**
 * `node apps/e2e/tools/pass-deadline.mjs <socket folder> <round>`: lets a hearing round's deadline be now. It is a
 * midnight that lies ahead, and no test waits for it. Only the owner of the database can do this, through its socket.
 */
import pg from 'pg';

const [host, round] = process.argv.slice(2);
const client = new pg.Client({ host, user: 'enig', database: 'enig' });
await client.connect();
const { rowCount } = await client.query('UPDATE hearing_round SET due_at = clock_timestamp() WHERE id = $1', [round]);
await client.end();
if (rowCount !== 1) throw new Error(`There is no round ${round}`);
