import 'reflect-metadata';
import { join } from 'node:path';
import {
  DataFolderInUse,
  emptyDatabase,
  NotDurable,
  PeopleStore,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '@enig/data';
import { readConfig, SettingRefused, type Config } from './config';
import { say } from './core/viewer';
import { assertPortFree, PortTaken } from './port';
import { startServer, type RunningServer } from './server';

/** Set beside this file by the build: dist/apps/web next to dist/apps/api. */
const WEB_DIR = join(__dirname, '..', 'web');

/** Mistakes of whoever started us. They read one sentence; everything else is ours and shows where it happened. */
const THEIRS = [SettingRefused, PortTaken, DataFolderInUse, NotDurable];

/** Given by `npm run demo:reset`: everything is removed, the demo is put in anew, and that is all. */
const RESET = '--demo-reset';

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Starts everything in order and says what it is doing. @returns how to stop it, in the opposite order. */
async function serve(config: Config, isReset: boolean): Promise<() => Promise<void>> {
  if (isReset && !config.demo) throw new SettingRefused('Demoen er ikke slået til, så intet er slettet.');
  if (!isReset) await assertPortFree(config.port, config.host);
  const postgres = config.databaseUrl === undefined ? await ownPostgres(config) : undefined;
  try {
    const databaseUrl = config.databaseUrl ?? postgres?.url ?? '';
    if (isReset) await emptyDatabase(databaseUrl);
    const settings = isReset ? { ...config, port: 0, services: [] } : config;
    const server = await startServer({
      config: settings,
      databaseUrl,
      webDir: isReset ? null : WEB_DIR,
      say: tell,
      log: tell,
    });
    if (!config.demo && config.smtp === undefined) tell('SMTP_URL er ikke sat: mails bliver liggende, til den er det.');
    if (!isReset) await greet(server, config);
    return async () => {
      await server.stop();
      await postgres?.stop();
    };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

async function ownPostgres(config: Config): Promise<EmbeddedPostgres> {
  tell(`Starter databasen i ${config.dataDir} …`);
  return startEmbeddedPostgres({ dataDir: config.dataDir, log: tell });
}

/** The address, who one can be, and how to start over. */
async function greet({ url, source }: RunningServer, config: Config): Promise<void> {
  const people = config.demo ? await new PeopleStore(source).demoPeople() : [];
  const width = Math.max(0, ...people.map(({ persona }) => persona.length));
  const lines = people.map(({ persona, name, kind, bodyName }) => {
    return `  ${persona.padEnd(width)}  ${name}, ${say(`seat.${kind}`)}, ${bodyName}`;
  });
  if (lines.length > 0) tell(['', 'Demopersoner (vælg en på siden Log ind):', ...lines].join('\n'));
  tell(`\nEnig er klar på ${config.publicUrl ?? addressOf(url)}`);
  if (lines.length > 0) tell('Begynd forfra: npm run demo:reset · Stop: Ctrl-C');
}

/** What a person types: the name for this machine, not its number. */
function addressOf(url: string): string {
  return url.replace('//127.0.0.1', '//localhost').replace('//[::1]', '//localhost');
}

/** One Ctrl-C comes twice, from the terminal and from npm; what comes later than this many ms is a person's second. */
const SAME_KEYSTROKE = 1_000;

/** Ctrl-C and SIGTERM stop us once, in order; a second one does not wait. A signal during the start counts too. */
function stopOnSignal(started: Promise<() => Promise<void>>): void {
  let asked: number | undefined;
  const stop = async (): Promise<void> => {
    const now = performance.now();
    if (asked !== undefined && now - asked < SAME_KEYSTROKE) return;
    if (asked !== undefined) process.exit(1);
    asked = now;
    tell('Stopper …');
    await (
      await started
    )();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop().catch(fail));
  process.on('SIGTERM', () => void stop().catch(fail));
}

function fail(error: unknown): never {
  const theirs = THEIRS.some((kind) => error instanceof kind);
  process.stderr.write(`${error instanceof Error && !theirs ? error.stack : String(error).replace(/^\w+: /, '')}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const isReset = process.argv.includes(RESET);
  const started = serve(readConfig(), isReset);
  stopOnSignal(started);
  const stop = await started;
  if (!isReset) return;
  await stop();
  tell('Demoen er begyndt forfra');
  process.exit(0);
}

main().catch(fail);
