import { Command } from 'commander';
import { systemClock } from '../clock.js';
import { readConfig } from '../config.js';
import { nameIn } from '../content/name-in.js';
import { loadReference } from '../content/reference.js';
import { pollSource } from '../ingest/fetch/poll-source.js';
import { sourceStatuses } from '../ingest/fetch/source-status.js';
import { storeSources } from '../ingest/store/store-vocabulary.js';
import { SourceInput } from '../ingest/store/vocabulary-input.js';
import { createLogger } from './create-logger.js';
import { printJson, printLine, printTable } from './print.js';
import { vocabularyCommand } from './vocabulary-commands.js';
import { withDatabase } from './with-database.js';

export function sourcesCommand(): Command {
  return vocabularyCommand({
    noun: 'source',
    action: 'importSources',
    known: reference => reference.sources,
    columns: ({ id }, { sources }) => {
      const { slug, country, languages, feedUrl, names } = sources.byId.get(id)!;
      return { source: slug, country, languages: languages.join(' '), feed: feedUrl, name: nameIn(names, 'vi') };
    },
    input: SourceInput,
    store: storeSources,
  })
    .addCommand(statusCommand())
    .addCommand(pollCommand());
}

function statusCommand(): Command {
  return new Command('status')
    .description('how the polling of each source stands')
    .option('--json', 'print one JSON object a source')
    .action(async ({ json }: { json?: boolean }) => {
      const statuses = await withDatabase(dataSource => sourceStatuses(dataSource.manager));
      if (json) statuses.forEach(printJson);
      else {
        printTable(
          statuses.map(({ slug, articles, lastSuccessAt, nextPollAt, failures, outcome }) => ({
            source: slug,
            articles,
            'last success': lastSuccessAt?.toISOString() ?? null,
            'next poll': nextPollAt?.toISOString() ?? null,
            failures,
            outcome,
          })),
        );
      }
    });
}

function pollCommand(): Command {
  return new Command('poll')
    .description('poll one source now, whenever it is due')
    .argument('<source>', 'its slug')
    .option('--json', 'print the result as JSON')
    .action(async (slug: string, { json }: { json?: boolean }) => {
      const config = readConfig();
      const result = await withDatabase(async dataSource => {
        const reference = await loadReference(dataSource.manager);
        const logger = createLogger('silent');
        return pollSource(
          { dataSource, keeper: { current: () => reference }, clock: systemClock, logger, config },
          slug,
        );
      });
      if (json) printJson(result);
      else printLine(`${result.outcome} Next poll: ${result.nextPollAt.toISOString()}.`);
      if (!result.ok) process.exitCode = 1;
    });
}
