import { Command } from 'commander';
import { systemClock } from '../clock.js';
import { publicUrlOf, readConfig } from '../config.js';
import { seedDemo } from '../ingest/seed-demo.js';
import { printJson, printLine } from './print.js';
import { startProgress } from './progress.js';
import { withDatabase } from './with-database.js';

export function seedCommand(): Command {
  return new Command('seed')
    .description('store the vocabulary and the demo articles; again, it changes nothing')
    .option('--json', 'print the count as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const publicUrl = publicUrlOf(readConfig());
      const progress = startProgress('Seeding');
      const { articles, files } = await withDatabase(dataSource =>
        dataSource.transaction(db =>
          seedDemo({
            db,
            clock: systemClock,
            publicUrl,
            onProgress: ({ filesDone, files: all }) => progress.show(filesDone, all, 'stories'),
          }),
        ),
      );
      progress.end();
      if (json) printJson({ stories: files, articles });
      else printLine(`${files} stories, ${articles} articles.`);
    });
}
