import ipaddr from 'ipaddr.js';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const flag = z.stringbool({ truthy: ['true', '1', 'yes', 'on'], falsy: ['false', '0', 'no', 'off'] });
/** Counts of points are 32-bit integers, and one query more must not overflow them. */
const MOST_POINTS = 2_000_000_000;

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** A list of addresses and ranges (RFC 4632, RFC 4291), with commas between them. */
const ranges = z
  .string()
  .transform(text =>
    text
      .split(',')
      .map(range => range.trim())
      .filter(range => range !== ''),
  )
  .refine(list => list.every(range => ipaddr.isValid(range) || ipaddr.isValidCIDR(range)), {
    error: 'are addresses or ranges such as 10.0.0.0/8, with commas between them',
  });

/** Every setting of the gateway, with what it means and what it is when nobody says anything. */
const Settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on. 0.0.0.0 for every network.'),
  PORT: whole(0, 65_535).default(4000).describe('Port to listen on. 0 takes any free one.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where visitors reach the gateway, if a proxy stands before it.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('A PostgreSQL 15 or newer. Without it an embedded PostgreSQL 18 keeps its data in DATA_DIR.'),
  DATA_DIR: z.string().min(1).default('data').describe('Folder of the embedded PostgreSQL.'),
  DATABASE_CONNECTIONS: whole(1, 500).default(10).describe('Most connections of one process to the database.'),
  ANSWERS_MB: whole(0, 65_536)
    .default(64)
    .describe(
      'Megabytes that one process keeps for as long as nothing changes: half for GraphQL answers, half for feeds and pages. 0 keeps none.',
    ),
  STATEMENT_TIMEOUT_MS: whole(100, 600_000)
    .default(5_000)
    .describe('Most milliseconds for one SQL statement of a query.'),
  REQUEST_TIMEOUT_MS: whole(100, 600_000).default(10_000).describe('Most milliseconds for one request.'),
  DEMO: flag.default(true).describe('Whether an empty database is filled with the demo content at start.'),
  CHANGE_RETENTION_DAYS: whole(1, 36_500)
    .default(90)
    .describe('Days for which a partner can go on from a cursor of changes.'),
  REDELIVER_AFTER_SECONDS: whole(1, 31_536_000)
    .default(3_600)
    .describe('Seconds after which a withdrawal that a partner has not acknowledged is delivered to it again.'),
  POLL: flag.default(true).describe('Whether this process polls the sources that have a feed.'),
  INTROSPECTION: flag.default(true).describe('Whether clients may ask for the schema.'),
  ALLOW_PRIVATE_ADDRESSES: flag
    .default(false)
    .describe('Whether feeds may be fetched from loopback and private networks.'),
  VISITOR_COST_PER_MINUTE: whole(1, MOST_POINTS)
    .default(60_000)
    .describe('Points that visitors from one address may spend in a minute.'),
  VISITOR_COST_PER_DAY: whole(1, MOST_POINTS).default(2_000_000).describe('The same, in a day.'),
  QUOTA_STORE: z
    .enum(['memory', 'postgres', 'redis'])
    .default('memory')
    .describe('Where quotas are counted: with several processes, postgres or redis makes them exact.'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe('The Redis of QUOTA_STORE=redis.'),
  TRUSTED_PROXIES: ranges
    .default([])
    .describe('Addresses and ranges of proxies whose X-Forwarded-For is believed, with commas between them.'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info').describe('The least severe log lines to write.'),
});

/** What settings ask of each other. */
const Consistent = Settings.refine(({ QUOTA_STORE, REDIS_URL }) => QUOTA_STORE !== 'redis' || REDIS_URL !== undefined, {
  path: ['REDIS_URL'],
  error: 'is needed for QUOTA_STORE=redis',
});

/** The settings, read and checked. */
export type Config = z.infer<typeof Settings>;

/** Thrown when settings are wrong: the message lists every problem, one a line. */
export class ConfigError extends Error {}

/** Reads the settings from the environment. Throws a ConfigError that names all that is wrong, not only the first. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const said = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const result = Consistent.safeParse(said);
  if (result.success) return result.data;

  throw new ConfigError(`These settings cannot be used:\n${z.prettifyError(result.error)}`);
}

/** Every setting's name, meaning and default, for `--help` and the documentation. */
export function describeSettings(): { name: string; meaning: string; fallback: string }[] {
  const defaults: Record<string, string | number | boolean | string[] | undefined> = Settings.parse({});

  return Object.entries(Settings.shape).map(([name, setting]) => ({
    name,
    meaning: setting.description ?? '',
    fallback: String(defaults[name] ?? ''),
  }));
}

/** Where visitors reach the gateway, without a slash at the end; by default an address that a browser on this machine can open. */
export function publicUrlOf({ PUBLIC_URL, HOST, PORT }: Pick<Config, 'PUBLIC_URL' | 'HOST' | 'PORT'>): string {
  return (PUBLIC_URL ?? localUrlOf({ HOST, PORT })).replace(/\/$/, '');
}

/** Where this machine reaches the gateway: a host that means every network is reached as localhost. */
export function localUrlOf({ HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>): string {
  if (HOST === '0.0.0.0' || HOST === '::') return `http://localhost:${PORT}`;
  return `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
}

/** A file or folder of the package, wherever it is installed and whether it runs from src or dist. */
export function packagePath(name: string): string {
  const above = import.meta.url.includes('/dist/src/') ? '../../' : '../';
  return fileURLToPath(new URL(above + name, import.meta.url));
}
