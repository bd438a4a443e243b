import { Command, Option } from 'commander';
import { WithdrawalReason } from '../changes/withdrawal.js';
import { systemClock } from '../clock.js';
import { COMMAND_LINE } from '../desk/actor.js';
import type { Desk } from '../desk/act.js';
import { orderRestoration } from '../desk/order-restoration.js';
import { orderWithdrawal } from '../desk/order-withdrawal.js';
import { printJson, printLine } from './print.js';
import { withDatabase } from './with-database.js';

const REASONS = Object.values(WithdrawalReason).filter(reason => reason !== WithdrawalReason.SOURCE);

interface Options {
  reason: WithdrawalReason;
  note?: string;
  advice?: string;
  replacement?: string;
  clientKey?: string;
  json?: boolean;
}

/** Takes an article back. */
export function withdrawCommand(): Command {
  return new Command('withdraw')
    .description('take an article back: nobody reads it from then on, and whoever had it is told to take it down')
    .argument('<id>', 'its id, as the API gives it')
    .addOption(new Option('--reason <reason>', 'why').choices(REASONS).makeOptionMandatory())
    .option('--note <text>', 'what to tell readers')
    .option('--advice <text>', 'what partners should do beyond taking it down')
    .option('--replacement <id>', 'the article to show in its place')
    .option('--client-key <text>', 'do this once, however often it is said with this key')
    .option('--json', 'print the outcome as JSON')
    .action(async (article: string, { json, ...terms }: Options) => {
      const { version } = await asCommandLine(desk => orderWithdrawal(desk, { article, ...terms }));
      if (json) printJson({ article, version });
      else printLine(`Withdrawn: article ${article} is at version ${version}.`);
    });
}

/** Lets a withdrawn article be read again. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('let an article that was withdrawn here be read again, as it was')
    .argument('<id>', 'its id, as the API gives it')
    .option('--client-key <text>', 'do this once, however often it is said with this key')
    .option('--json', 'print the outcome as JSON')
    .action(async (article: string, { json, ...terms }: Pick<Options, 'clientKey' | 'json'>) => {
      const { version } = await asCommandLine(desk => orderRestoration(desk, { article, ...terms }));
      if (json) printJson({ article, version });
      else printLine(`Restored: article ${article} is at version ${version}.`);
    });
}

function asCommandLine<Result>(work: (desk: Desk) => Promise<Result>): Promise<Result> {
  return withDatabase(dataSource => work({ db: dataSource.manager, clock: systemClock, actor: COMMAND_LINE }));
}
