import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brandId, type TextId } from '@enig/kernel';
import type { Entrance } from './client';
import type { Cluster } from './cluster';
import { bare, hocuspocus, yWebsocket } from './dialects';
import type { EnigHouse } from './enig-house';
import { ServerProcess, TOOLS } from './server-process';

/** What is measured side by side. */
export type SystemName = 'relay' | 'hocuspocus' | 'enig';

/** One of them, set up but not running. */
export interface System {
  readonly name: SystemName;
  /** Keeps texts where a server started later finds them. @returns their names. */
  keep(contents: readonly Uint8Array[]): Promise<readonly string[]>;
  start(): Promise<ServerProcess>;
  /** How far a text's log has been folded; 0 where it has not been, and where there is no log. */
  foldedUpTo(text: string): Promise<number>;
  /** How the nth client gets into a text. */
  entrance(server: ServerProcess, text: string, client: number): Entrance;
}

/** The bare relay. */
export function relaySystem(): System {
  let texts = 0;
  return {
    name: 'relay',
    keep: async (contents) => contents.map(() => `text-${(texts += 1)}`),
    start: () => ServerProcess.start([join(TOOLS, 'relay.mjs')], {}),
    foldedUpTo: async () => 0,
    entrance: ({ port }, text) => ({ port, path: `/${text}`, cookie: null, dialect: bare }),
  };
}

/** Hocuspocus on the same PostgreSQL. */
export function hocuspocusSystem(cluster: Cluster): System {
  let texts = 0;
  const env = { DATABASE_URL: cluster.url };
  const tool = join(TOOLS, 'hocuspocus.mjs');
  return {
    name: 'hocuspocus',
    keep: async (contents) => {
      const names = contents.map(() => `text-${(texts += 1)}`);
      const folder = mkdtempSync(join(tmpdir(), 'enig-bench-'));
      const files = new Map<Uint8Array, string>();
      for (const content of contents) {
        if (files.has(content)) continue;
        files.set(content, join(folder, `${files.size}.bin`));
        writeFileSync(files.get(content) ?? '', content);
      }
      const list = names.map((name, index) => ({ name, file: files.get(contents[index] ?? new Uint8Array()) }));
      writeFileSync(join(folder, 'list.json'), JSON.stringify(list));
      execFileSync(process.execPath, [tool, '--keep', join(folder, 'list.json')], { env: { ...process.env, ...env } });
      rmSync(folder, { recursive: true });
      return names;
    },
    start: () => ServerProcess.start([tool], env),
    foldedUpTo: async () => 0,
    entrance: ({ port }, text) => ({ port, path: '/', cookie: null, dialect: hocuspocus(text) }),
  };
}

/** Enig as it is built. Only what concerns texts is served, so that no web page need be built to measure. */
export function enigSystem(cluster: Cluster, house: EnigHouse): System {
  return {
    name: 'enig',
    keep: async (contents) => (await house.add(contents)).map(({ id }) => id),
    start: () =>
      ServerProcess.start([join(__dirname, 'api/main.js')], {
        ...{ DATABASE_URL: cluster.url, DEMO: '0', SERVICES: 'collab', PUBLIC_URL: '' },
      }),
    foldedUpTo: async (text) => (await house.log.load(textIdOf(text)))?.snapshot?.seq ?? 0,
    entrance: ({ port }, text, client) => ({
      ...{ port, path: `/collab/${text}?ack=1`, dialect: yWebsocket },
      cookie: house.writers[client % house.writers.length]?.cookie ?? null,
    }),
  };
}

/** A name as Enig gave it. */
export function textIdOf(name: string): TextId {
  return brandId<TextId>(name);
}
