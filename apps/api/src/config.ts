import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** What this process does. One binary, so that a small installation is one process and a large one many. */
const SERVICES = ['api', 'collab', 'worker'] as const;

/** `''` counts as not set: compose files and `.env` cannot say it otherwise. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema);

/** A number of proxies, or which ones: names of networks, addresses, or networks as `10.0.0.0/8`. */
const proxies = z.union([
  z.tuple([z.string().regex(/^\d$/)]).transform(([count]) => Number(count)),
  z.array(z.string().refine(isNetwork)).min(1),
]);

const environment = z.object({
  PORT: optional(z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: optional(z.string().default('127.0.0.1')),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  DATA_DIR: optional(z.string().default('.data')),
  SERVICES: optional(
    z
      .string()
      .default(SERVICES.join(','))
      .transform((list) => list.split(',').map((name) => name.trim()))
      .pipe(z.array(z.enum(SERVICES)).min(1)),
  ),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ }).optional()),
  DEMO: optional(z.enum(['0', '1']).optional()),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ }).optional()),
  MAIL_FROM: optional(
    z
      .string()
      .regex(/^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
      .optional(),
  ),
  CONTACT: optional(
    z
      .string()
      .trim()
      .max(200)
      .regex(/^[^\p{Cc}]*$/u)
      .optional(),
  ),
  TRUST_PROXY: optional(
    z
      .string()
      .default('0')
      .transform((given) => given.split(',').map((name) => name.trim()))
      .pipe(proxies),
  ),
  SIGN_IN_LIMIT: optional(z.coerce.number().int().min(0).default(60)),
  GRAPHQL_LIMIT: optional(z.coerce.number().int().min(0).default(6_000)),
  ERASE_DRAFTS_AFTER_DAYS: optional(z.coerce.number().int().min(0).max(3_650).default(30)),
});

/** Everything that can be set from outside; all of it is listed in `.env.example`. */
export interface Config {
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  /** The address to listen on. Only this machine unless said otherwise. */
  readonly host: string;
  /** A PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** The embedded database's folder, absolute. */
  readonly dataDir: string;
  readonly services: readonly (typeof SERVICES)[number][];
  /** The address people use, without a slash at the end; undefined for this machine's own. Over https cookies are bound to it. */
  readonly publicUrl: string | undefined;
  /** Whether anybody may sign in as an invented person. Never on by itself with a database of your own. */
  readonly demo: boolean;
  /** Where mails are handed over, and whom they are from; undefined where there is no such place, and they wait. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  /** Whom people call or write to when they are stuck, as they read it; null where nobody has said. */
  readonly contact: string | null;
  /** How many proxies before this process, or which, are believed when they say whom a request comes from. */
  readonly trustProxy: number | readonly string[];
  /** How many requests a minute one network address may send to each node. */
  readonly limits: { readonly signIn: number; readonly graphql: number };
  /** Days after a response or a case is sent until what its writers had taken back before is erased (CO-27). */
  readonly eraseDraftsAfterDays: number;
}

/** A setting has a value that cannot be used. The message names each in one line. */
export class SettingRefused extends Error {
  override readonly name = 'SettingRefused';
}

/**
 * Reads the settings.
 *
 * @throws SettingRefused when one cannot be used.
 */
export function readConfig(from: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = environment.safeParse(from);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SettingRefused(`Indstillinger, der ikke kan bruges (se .env.example):\n${lines.join('\n')}`);
  }
  const { PORT, HOST, DATABASE_URL, DATA_DIR, SERVICES: services, DEMO, PUBLIC_URL, CONTACT } = read.data;
  const { ERASE_DRAFTS_AFTER_DAYS: eraseDraftsAfterDays, TRUST_PROXY: trustProxy } = read.data;
  const { SIGN_IN_LIMIT: signIn, GRAPHQL_LIMIT: graphql } = read.data;
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    dataDir: resolve(DATA_DIR),
    services,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, ''),
    demo: DEMO === undefined ? DATABASE_URL === undefined : DEMO === '1',
    smtp: smtpOf(read.data),
    contact: CONTACT || null,
    trustProxy,
    limits: { signIn, graphql },
    eraseDraftsAfterDays,
  };
}

/** @throws SettingRefused for a mail server without anybody the mails are from: people must be able to answer them. */
function smtpOf({ SMTP_URL: url, MAIL_FROM: from }: z.infer<typeof environment>): Config['smtp'] {
  if (url === undefined) return undefined;
  if (from === undefined)
    throw new SettingRefused('MAIL_FROM mangler: den adresse, mails sendes fra (se .env.example)');
  return { url, from };
}

function isNetwork(given: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(given)) return true;
  const [address = '', bits, ...rest] = given.split('/');
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}
