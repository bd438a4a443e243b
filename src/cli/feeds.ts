import { Command, InvalidArgumentError } from 'commander';
import type { ArticleFilter } from '../content/article-filter.js';
import { describeFilter } from '../content/describe-filter.js';
import { nameIn } from '../content/name-in.js';
import { loadReference } from '../content/reference.js';
import type { SavedFeed } from '../content/saved-feed.js';
import { forgetFeed, saveFeed } from '../desk/manage-feeds.js';
import { Partner } from '../partners/partner.js';
import { asCommandLine } from './as-command-line.js';
import { feedTokensCommand } from './feed-tokens.js';
import { printJson, printLine, printTable } from './print.js';
import { readFilterJson } from './read-filter-json.js';
import { withDatabase } from './with-database.js';

type Text = { language: string; text: string };

interface Options {
  json?: boolean;
  partner?: string;
  clientKey?: string;
  title?: Text[];
  description?: Text[];
  filter?: ArticleFilter;
}

/** `feeds`: the selections that the desk and partners keep under a name, and the tokens they are read with. */
export function feedsCommand(): Command {
  const command = new Command('feeds').description(
    'the feeds that are kept under a name, and the tokens to read feeds with',
  );

  command
    .command('list', { isDefault: true })
    .description('list the feeds of everybody and of all partners')
    .option('--json', 'print one JSON object a feed')
    .action(({ json }: Options) => list(json));
  withOwner(command.command('save'))
    .description('keep a feed for everybody, or for a partner; of one that is kept, what is left out stays')
    .option('--title <language=text...>', 'all its titles, such as "en=Lao news"', readText)
    .option('--description <language=text...>', 'what it is about, likewise', readText)
    .option('--filter <json>', 'which articles: an ArticleFilter as GraphQL takes it, as JSON', readFilterJson)
    .action(async (slug: string, { json, partner, title, description, ...options }: Options) => {
      const said = { ...(title ? { titles: title } : {}), ...(description ? { descriptions: description } : {}) };
      const input = { slug, ...ownerOf(partner), ...said, ...options };
      const feed = await asCommandLine(async desk => {
        const id = await saveFeed(desk, input);
        return (await loadReference(desk.db)).feeds.find(kept => kept.id === id);
      });
      if (json) printJson(feed);
      else printLine(`The feed "${slug}" is kept: /feeds/${slug}.rss, and .atom, .json, .ninjs.`);
    });
  withOwner(command.command('remove'))
    .description('keep a feed no longer, and take its tokens no more')
    .action(async (slug: string, { json, partner, clientKey }: Options) => {
      const input = { slug, ...ownerOf(partner), ...(clientKey === undefined ? {} : { clientKey }) };
      await asCommandLine(desk => forgetFeed(desk, input));
      if (json) printJson({ slug, removed: true });
      else printLine(`The feed "${slug}" is kept no longer.`);
    });
  command.addCommand(feedTokensCommand());
  return command;
}

function withOwner(command: Command): Command {
  return command
    .argument('<slug>', 'its slug, such as "lao-news"')
    .option('--partner <slug>', 'whose it is; everybody’s unless it is said')
    .option('--client-key <text>', 'do this once, however often it is said with this key')
    .option('--json', 'print the outcome as JSON');
}

function ownerOf(partner: string | undefined): { public: boolean; partner?: string } {
  return partner === undefined ? { public: true } : { public: false, partner };
}

async function list(json = false): Promise<void> {
  const { reference, partners } = await withDatabase(async ({ manager }) => ({
    reference: await loadReference(manager),
    partners: await manager.find(Partner),
  }));
  const slugs = new Map(partners.map(({ id, slug }) => [id, slug]));
  const owner = ({ partnerId }: SavedFeed): string | null => (partnerId === null ? null : (slugs.get(partnerId) ?? ''));
  if (json) reference.feeds.forEach(feed => printJson(Object.assign(feed, { partner: owner(feed) })));
  else if (reference.feeds.length === 0) printLine('There are no feeds yet: "feeds save" keeps one.');
  else
    printTable(
      reference.feeds.map(feed => ({
        feed: feed.slug,
        partner: owner(feed) ?? 'everybody',
        title: nameIn(feed.names),
        articles: `all articles${describeFilter(feed.filter, reference, null)}`,
      })),
    );
}

/** Texts by language, one option each. */
function readText(value: string, before: Text[] = []): Text[] {
  const [, language, text] = /^([A-Za-z][A-Za-z0-9-]*)=(.+)$/s.exec(value) ?? [];
  if (language !== undefined && text !== undefined) return [...before, { language, text }];
  throw new InvalidArgumentError('It is a language and a text, such as "en=Lao news".');
}
