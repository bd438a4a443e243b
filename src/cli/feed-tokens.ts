import { Command } from 'commander';
import { publicUrlOf, readConfig } from '../config.js';
import { loadReference } from '../content/reference.js';
import type { CreateFeedTokenInput } from '../desk/feed-token-inputs.js';
import { endFeedToken, makeFeedToken } from '../desk/manage-feed-tokens.js';
import { tokenLinks } from '../feeds/token-links.js';
import { FeedToken } from '../partners/feed-token.js';
import { asCommandLine } from './as-command-line.js';
import { printJson, printLine, printNote, printTable } from './print.js';
import { readFilterJson } from './read-filter-json.js';
import { withDatabase } from './with-database.js';

interface Options extends CreateFeedTokenInput {
  json?: boolean;
}

/** `feeds tokens`: what feed readers, which send no headers, are known by. */
export function feedTokensCommand(): Command {
  const command = new Command('tokens').description('list, create and revoke the tokens of feeds');

  command
    .command('list', { isDefault: true })
    .description('list the tokens, without their secrets')
    .option('--json', 'print one JSON object a token')
    .action(async ({ json }: { json?: boolean }) => {
      const tokens = await withDatabase(({ manager }) => manager.find(FeedToken, { order: { id: 'ASC' } }));
      if (json) tokens.map(withoutHash).forEach(printJson);
      else if (tokens.length === 0) printLine('There are no feed tokens yet.');
      else printTable(tokens.map(columnsOf));
    });
  command
    .command('create')
    .description('make a token of a key for one feed, and show it this once')
    .argument('<key>', 'the prefix of the key it is of, and ends with')
    .option('--feed <slug>', 'the saved feed it is for')
    .option('--filter <json>', 'or the selection: an ArticleFilter as GraphQL takes it, as JSON', readFilterJson)
    .option('--label <label>', 'what it is for', 'feed reader')
    .option('--client-key <text>', 'do this once, however often it is said with this key')
    .option('--json', 'print it as JSON')
    .action(async (key: string, { json, ...input }: Options) => {
      const publicUrl = publicUrlOf(readConfig());
      const { token, text, links } = await asCommandLine(async desk => {
        const made = await makeFeedToken(desk, input, key);
        const reference = await loadReference(desk.db);
        return {
          ...made,
          links: made.text === null ? null : tokenLinks(made.token, made.text, { reference, publicUrl }),
        };
      });
      if (json) printJson({ ...withoutHash(token), token: text, links });
      else printLine(links?.rss ?? `The token ${token.prefix} was made, and shown, before.`);
      printNote('Keep it safe: it is not stored here, and not shown again.');
    });
  command
    .command('revoke')
    .description('take a token no more, from now on and on every process')
    .argument('<prefix>', 'as listed')
    .option('--client-key <text>', 'do this once, however often it is said with this key')
    .option('--json', 'print it as JSON')
    .action(async (prefix: string, { json, clientKey }: { json?: boolean; clientKey?: string }) => {
      const input = { prefix, ...(clientKey === undefined ? {} : { clientKey }) };
      const token = await asCommandLine(desk => endFeedToken(desk, input));
      if (json) printJson(withoutHash(token));
      else printLine(`The feed token ${prefix} is revoked.`);
    });
  return command;
}

function withoutHash({ id, keyId, prefix, label, feedId, filter, ...times }: FeedToken): object {
  const { createdAt, revokedAt, lastUsedAt } = times;
  return { id, keyId, prefix, label, feedId, filter, createdAt, revokedAt, lastUsedAt };
}

function columnsOf(token: FeedToken): Record<string, string | number | null> {
  return {
    token: token.prefix,
    key: token.keyId,
    label: token.label,
    feed: token.feedId ?? JSON.stringify(token.filter),
    'last used': token.lastUsedAt?.toISOString() ?? null,
    revoked: token.revokedAt?.toISOString() ?? null,
  };
}
