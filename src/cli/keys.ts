import { Command, InvalidArgumentError, Option } from 'commander';
import { DateTime } from 'luxon';
import { systemClock } from '../clock.js';
import { ApiKey } from '../partners/api-key.js';
import { createKey, type ShownKey } from '../partners/create-key.js';
import { partnerBySlug } from '../partners/partner-by-slug.js';
import { revokeKey } from '../partners/revoke-key.js';
import { rotateKey } from '../partners/rotate-key.js';
import { type Scope, SCOPES } from '../partners/scope.js';
import { printJson, printLine, printNote, printTable } from './print.js';
import { withDatabase } from './with-database.js';

interface Options {
  json?: boolean;
}
interface CreateOptions extends Options {
  label: string;
  scopes: Scope[];
  expires?: Date;
  from?: string[];
}

const DAY_HOURS = 24;

/** `keys`: what partners are known by. */
export function keysCommand(): Command {
  const command = new Command('keys')
    .exitOverride()
    .description('list, create, rotate and revoke the keys of partners');

  command
    .command('list', { isDefault: true })
    .description('list the keys, without their secrets')
    .option('--json', 'print one JSON object a key')
    .action(async ({ json }: Options) => {
      const keys = await withDatabase(({ manager }) => manager.find(ApiKey, { order: { id: 'ASC' } }));
      if (json) keys.map(withoutHash).forEach(printJson);
      else if (keys.length === 0) printLine('There are no keys yet.');
      else printTable(keys.map(columnsOf));
    });
  command
    .command('create')
    .description('make a key, and show it this once')
    .argument('<partner>', 'the slug of its partner')
    .option('--label <label>', 'what it is for', 'key')
    .addOption(new Option('--scopes <scopes...>', 'what it may be used for').choices(SCOPES).default(['read']))
    .option('--expires <time>', 'when it expires (ISO 8601)', readTime)
    .option('--from <ranges...>', 'addresses it is taken from, in CIDR form')
    .option('--json', 'print it as JSON')
    .action(async (slug: string, { json, label, scopes, expires, from = [] }: CreateOptions) => {
      const shown = await withDatabase(async ({ manager }) => {
        const { id: partnerId } = await partnerBySlug(manager, slug);
        const wanted = { partnerId, label, scopes, expiresAt: expires ?? null, addressRanges: from };
        return createKey(manager, wanted, systemClock());
      });
      show(shown, json);
    });
  command
    .command('rotate')
    .description('make a key that replaces another, which expires after an overlap')
    .argument('<prefix>', 'as listed')
    .option('--overlap <hours>', 'how long both are taken', readHours, DAY_HOURS)
    .option('--json', 'print it as JSON')
    .action(async (prefix: string, { json, overlap }: Options & { overlap: number }) => {
      const overlapSeconds = overlap * 3600;
      const rotate = withDatabase(dataSource =>
        dataSource.transaction(db => rotateKey(db, prefix, { overlapSeconds }, systemClock())),
      );
      show(await rotate, json);
    });
  command
    .command('revoke')
    .description('take a key no more, from now on and on every process')
    .argument('<prefix>', 'as listed')
    .option('--json', 'print it as JSON')
    .action(async (prefix: string, { json }: Options) => {
      const key = await withDatabase(dataSource => dataSource.transaction(db => revokeKey(db, prefix, systemClock())));
      if (json) printJson(withoutHash(key));
      else printLine(`The key ${prefix} is revoked.`);
    });
  return command;
}

function show({ text, key }: ShownKey, json = false): void {
  if (json) printJson({ ...withoutHash(key), key: text });
  else printLine(text);
  printNote('Keep it safe: it is not stored here, and not shown again.');
}

function withoutHash({ id, partnerId, prefix, label, scopes, addressRanges, ...times }: ApiKey): object {
  const { createdAt, expiresAt, revokedAt, lastUsedAt } = times;
  return { id, partnerId, prefix, label, scopes, addressRanges, createdAt, expiresAt, revokedAt, lastUsedAt };
}

function columnsOf(key: ApiKey): Record<string, string | number | null> {
  return {
    key: key.prefix,
    partner: key.partnerId,
    label: key.label,
    scopes: key.scopes.join(' '),
    'last used': key.lastUsedAt?.toISOString() ?? null,
    expires: key.expiresAt?.toISOString() ?? null,
    revoked: key.revokedAt?.toISOString() ?? null,
    from: key.addressRanges.join(' ') || 'anywhere',
  };
}

function readTime(text: string): Date {
  const time = DateTime.fromISO(text, { zone: 'utc' });
  if (time.isValid) return time.toJSDate();
  throw new InvalidArgumentError('Write a time such as 2027-01-31 or 2027-01-31T12:00:00+07:00.');
}

function readHours(text: string): number {
  const hours = Number(text);
  if (text.trim() !== '' && hours >= 0 && hours <= 8_760) return hours;
  throw new InvalidArgumentError('Write a number of hours from 0 to 8760.');
}
