import { Command, InvalidArgumentError, Option } from 'commander';
import { DateTime } from 'luxon';
import { endKey, type MadeKey, makeKey, replaceKey } from '../desk/manage-keys.js';
import { ApiKey } from '../partners/api-key.js';
import { Partner } from '../partners/partner.js';
import { type Scope, SCOPES } from '../partners/scope.js';
import { type ActionOptions, asCommandLine, withActionOptions } from './as-command-line.js';
import { printJson, printLine, printNote, printTable } from './print.js';
import { withDatabase } from './with-database.js';

interface CreateOptions extends ActionOptions {
  label: string;
  scopes: Scope[];
  expires?: Date;
  from?: string[];
}

const DAY_HOURS = 24;

/** `keys`: what partners are known by. */
export function keysCommand(): Command {
  const command = new Command('keys').description('list, create, rotate and revoke the keys of partners');

  command
    .command('list', { isDefault: true })
    .description('list the keys, without their secrets')
    .option('--json', 'print one JSON object a key')
    .action(async ({ json }: { json?: boolean }) => {
      const [keys, partners] = await withDatabase(({ manager }) =>
        Promise.all([manager.find(ApiKey, { order: { id: 'ASC' } }), manager.find(Partner)]),
      );
      const slugs = new Map(partners.map(({ id, slug }) => [id, slug]));
      if (json) keys.map(withoutHash).forEach(printJson);
      else if (keys.length === 0) printLine('There are no keys yet.');
      else printTable(keys.map(key => columnsOf(key, slugs)));
    });
  withActionOptions(command.command('create'))
    .description('make a key, and show it this once')
    .argument('<partner>', 'the slug of its partner')
    .option('--label <label>', 'what it is for', 'key')
    .addOption(new Option('--scopes <scopes...>', 'what it may be used for').choices(SCOPES).default(['read']))
    .option('--expires <time>', 'when it expires (ISO 8601)', readTime)
    .option('--from <ranges...>', 'addresses it is taken from, in CIDR form')
    .action(async (partner: string, { json, expires, from = [], ...said }: CreateOptions) => {
      const input = { ...said, partner, expiresAt: expires ?? null, addressRanges: from };
      show(await asCommandLine(desk => makeKey(desk, input)), json);
    });
  withActionOptions(command.command('rotate'))
    .description('make a key that replaces another, which expires after an overlap')
    .argument('<prefix>', 'as listed')
    .option('--overlap <hours>', 'how long both are taken', readHours, DAY_HOURS)
    .action(async (prefix: string, { json, overlap, ...said }: ActionOptions & { overlap: number }) =>
      show(await asCommandLine(desk => replaceKey(desk, { ...said, prefix, overlap: `PT${overlap}H` })), json),
    );
  withActionOptions(command.command('revoke'))
    .description('take a key no more, from now on and on every process')
    .argument('<prefix>', 'as listed')
    .action(async (prefix: string, { json, ...said }: ActionOptions) => {
      const key = await asCommandLine(desk => endKey(desk, { ...said, prefix }));
      if (json) printJson(withoutHash(key));
      else printLine(`The key ${prefix} is revoked.`);
    });
  return command;
}

/** Made again with the same client key, it was shown before: a second showing would need it to be kept. */
function show({ text, key }: MadeKey, json = false): void {
  if (json) printJson({ ...withoutHash(key), key: text });
  else printLine(text ?? key.prefix);
  printNote(
    text === null
      ? 'It was made, and shown, before: rotate it if it is lost.'
      : 'Keep it safe: it is not stored here, and not shown again.',
  );
}

function withoutHash({ id, partnerId, prefix, label, scopes, addressRanges, ...times }: ApiKey): object {
  const { createdAt, expiresAt, revokedAt, lastUsedAt } = times;
  return { id, partnerId, prefix, label, scopes, addressRanges, createdAt, expiresAt, revokedAt, lastUsedAt };
}

function columnsOf(key: ApiKey, slugs: Map<number, string>): Record<string, string | number | null> {
  return {
    key: key.prefix,
    partner: slugs.get(key.partnerId) ?? null,
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
