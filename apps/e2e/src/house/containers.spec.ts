import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './workspace';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly expose?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

const dockerfile = read('docker/Dockerfile');
const nginx = read('docker/nginx.conf');
const composes = ['docker/compose.yml', 'docker/compose.dev.yml'].map((file) => [file, compose(file)] as const);
const services = composes.flatMap(([file, { services: all }]) =>
  Object.entries(all).map(([name, service]) => [`${file} ${name}`, service] as const),
);

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function compose(file: string): Compose {
  return parse(read(file), { merge: true }) as Compose;
}

/** The names config.ts knows, from the object it reads them with. */
function settings(): string[] {
  return [...read('apps/api/src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = '']) => name).sort();
}

function exampleSettings(): string[] {
  return [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name).sort();
}

describe('.env.example', () => {
  it('lists every setting there is, and no other', () => {
    expect(settings()).toContain('DATABASE_URL');
    expect(exampleSettings()).toEqual(settings());
  });
});

describe('the compose files', () => {
  it('start two equal nodes, one PostgreSQL and a proxy', () => {
    const { 'node-a': a, 'node-b': b, ...others } = compose('docker/compose.yml').services;
    expect(a).toEqual(b);
    expect(a?.build).toEqual({ context: '..', dockerfile: 'docker/Dockerfile' });
    expect(Object.keys(others).sort()).toEqual(['postgres', 'proxy']);
  });

  it.each(services)(
    '%s: an image of a named version, with a check of its health',
    (_name, { image, build, healthcheck }) => {
      if (image === undefined) {
        expect(build).toBeDefined();
        expect(dockerfile).toMatch(/^HEALTHCHECK /m);
        return;
      }
      expect(image).toMatch(/^[a-z]+:\d+(\.\d+)*$/);
      expect(healthcheck?.test[0]).toBe('CMD');
    },
  );

  it.each(services)('%s: opened to this machine only, never to the network', (_name, { ports = [] }) => {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  it.each(services.filter(([, { build }]) => build !== undefined))('%s: sets only what there is', (_name, service) => {
    const names = Object.keys(service.environment ?? {});
    expect(names).toContain('DATABASE_URL');
    expect(names.filter((name) => !settings().includes(name))).toEqual([]);
    expect(service.environment?.['DATABASE_URL']).toMatch(/^postgres:\/\/enig:.*@postgres:5432\/enig$/);
  });

  it.each(composes)('%s: names services, volumes and files that exist', (_file, { services: all, volumes = {} }) => {
    for (const service of Object.values(all)) {
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        expect(Object.keys(all)).toContain(other);
        expect(condition).toBe('service_healthy');
      }
      for (const volume of service.volumes ?? []) {
        const [from = ''] = volume.split(':');
        if (from.startsWith('.')) expect(existsSync(join(ROOT, 'docker', from))).toBe(true);
        else expect(Object.keys(volumes)).toContain(from);
      }
    }
  });

  it('keep no password', () => {
    expect(read('docker/compose.yml')).not.toMatch(/PASSWORD: (?!\$\{POSTGRES_PASSWORD:\?)/);
  });
});

describe('the proxy', () => {
  it('knows both nodes by name and port, and lets sockets through', () => {
    const { services: all } = compose('docker/compose.yml');
    const upstreams = [...nginx.matchAll(/^\s*server ([a-z-]+):(\d+)/gm)].map(([, name = '', port = '']) => [
      name,
      port,
    ]);
    expect(upstreams).toEqual([
      ['node-a', '3000'],
      ['node-b', '3000'],
    ]);
    for (const [name = '', port] of upstreams) expect(all[name]?.expose).toEqual([port]);
    expect(nginx).toContain('proxy_set_header Upgrade $http_upgrade;');
    const listens = /^\s*listen (\d+);/m.exec(nginx)?.[1];
    expect(all['proxy']?.ports).toEqual([`127.0.0.1:8080:${listens}`]);
  });

  it('lets an annex through that is too large, so that the server can say so', () => {
    const mebibytes = /^export const MAX_FILE_SIZE = (\d+) \* 1024 \* 1024;$/m.exec(
      read('libs/hearing/src/response-files.ts'),
    )?.[1];
    expect(nginx).toContain(`An annex may be ${mebibytes} MiB`);
    expect(Number(/client_max_body_size (\d+)m;/.exec(nginx)?.[1])).toBeGreaterThan(Number(mebibytes));
  });
});

describe('the image', () => {
  const stages = [...dockerfile.matchAll(/^FROM (\S+)(?: AS (\S+))?$/gm)];

  it('is built on the Node that is supported, of a named version', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const supported = /^>=(\d+)/.exec(engines.node)?.[1];
    expect(stages.map(([, image]) => image)).toEqual(Array(3).fill(`node:${supported}-slim`));
  });

  it('does not run as root, and starts the built server where the build puts it', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect([...last.matchAll(/^USER (.+)$/gm)].map(([, user]) => user)).toEqual(['node']);
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('\nCMD '));
    expect(last).toMatch(/^CMD \["node", ("--[a-z0-9=-]+", )*"dist\/apps\/api\/main\.js"\]$/m);
    expect(read('apps/api/tools/build.mjs')).toContain('dist/apps/api');
    expect(last).toMatch(/--from=build \/app\/dist\/apps dist\/apps/);
  });

  it('sets only what there is, and copies from stages that are there', () => {
    const names = [...dockerfile.matchAll(/^ENV ([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(names.filter((name) => name !== 'NODE_ENV' && !settings().includes(name))).toEqual([]);
    const from = [...dockerfile.matchAll(/--from=(\S+)/g)].map(([, name]) => name);
    expect(from.filter((name) => !stages.some(([, , stage]) => stage === name))).toEqual([]);
  });

  it('gets the packages of every project that is bundled into the server', () => {
    const named = [...dockerfile.matchAll(/--workspace=(@enig\/[a-z]+)/g)].map(([, name]) => name).sort();
    const paths = Object.keys(
      (JSON.parse(read('tsconfig.base.json')) as { compilerOptions: { paths: object } }).compilerOptions.paths,
    ).filter((name) => name !== '@enig/ui' && !name.endsWith('/testing'));
    expect(named).toEqual(['@enig/api', ...paths].sort());
  });

  it('takes nothing along that was built, installed or written here', () => {
    const ignored = read('.dockerignore').trim().split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.data', '.env', '.git', '**/node_modules', 'dist']));
  });
});
