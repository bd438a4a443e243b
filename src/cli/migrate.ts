import { Command } from 'commander';
import { printJson, printLine } from './print.js';
import { withDatabase } from './with-database.js';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the tables up to date; "serve" does so by itself')
    .option('--json', 'print the steps that ran as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const ran = await withDatabase(async (_dataSource, migrated) => migrated);
      if (json) printJson({ ran });
      else printLine(ran.length === 0 ? 'The tables are up to date.' : `Ran ${ran.join(', ')}.`);
    });
}
