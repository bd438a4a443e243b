import { Command, Option } from 'commander';
import { readFile } from 'node:fs/promises';
import { WithdrawalReason } from '../changes/withdrawal.js';
import { CorrectionSeverity } from '../content/correction.js';
import { correctArticle } from '../desk/correct-article.js';
import { orderRestoration } from '../desk/order-restoration.js';
import { orderWithdrawal } from '../desk/order-withdrawal.js';
import { type ActionOptions, asCommandLine, withActionOptions, withExpectedVersion } from './as-command-line.js';
import { printJson, printLine } from './print.js';

const SEVERITIES = Object.values(CorrectionSeverity);
const REASONS = Object.values(WithdrawalReason).filter(reason => reason !== WithdrawalReason.SOURCE);

/** Adds to `articles` what puts right what has gone out already. */
export function withWithdrawals(articles: Command): Command {
  return articles.addCommand(correctCommand()).addCommand(withdrawCommand()).addCommand(restoreCommand());
}

interface ArticleOptions extends ActionOptions {
  expectedVersion?: number;
}

interface Correction extends ArticleOptions {
  note?: string;
  severity: CorrectionSeverity;
  headline?: string;
  lede?: string;
  body?: string;
}

function correctCommand(): Command {
  return withExpectedVersion(withActionOptions(new Command('correct')))
    .description('put right what was wrong in an article, and tell whoever had it; what is left out stays')
    .argument('<id>', 'its id, as the API gives it')
    .addOption(new Option('--severity <severity>', 'how much it matters').choices(SEVERITIES).makeOptionMandatory())
    .option('--note <text>', 'what to tell readers')
    .option('--headline <text>', 'the headline that is right')
    .option('--lede <text>', 'the lede that is right')
    .option('--body <file>', 'an HTML file with the text that is right')
    .action(async (article: string, { json, body, ...terms }: Correction) => {
      const html = body === undefined ? {} : { html: await readFile(body, 'utf8') };
      const { version } = await asCommandLine(desk => correctArticle(desk, { article, ...terms, ...html }));
      if (json) printJson({ article, version });
      else printLine(`Corrected: article ${article} is at version ${version}.`);
    });
}

interface Options extends ArticleOptions {
  reason: WithdrawalReason;
  note?: string;
  advice?: string;
  replacement?: string;
}

function withdrawCommand(): Command {
  return withExpectedVersion(withActionOptions(new Command('withdraw')))
    .description('take an article back: nobody reads it from then on, and whoever had it is told to take it down')
    .argument('<id>', 'its id, as the API gives it')
    .addOption(new Option('--reason <reason>', 'why').choices(REASONS).makeOptionMandatory())
    .option('--note <text>', 'what to tell readers')
    .option('--advice <text>', 'what partners should do beyond taking it down')
    .option('--replacement <id>', 'the article to show in its place')
    .action(async (article: string, { json, ...terms }: Options) => {
      const { version } = await asCommandLine(desk => orderWithdrawal(desk, { article, ...terms }));
      if (json) printJson({ article, version });
      else printLine(`Withdrawn: article ${article} is at version ${version}.`);
    });
}

function restoreCommand(): Command {
  return withExpectedVersion(withActionOptions(new Command('restore')))
    .description('let an article that was withdrawn here be read again, as it was')
    .argument('<id>', 'its id, as the API gives it')
    .action(async (article: string, { json, ...terms }: ArticleOptions) => {
      const { version } = await asCommandLine(desk => orderRestoration(desk, { article, ...terms }));
      if (json) printJson({ article, version });
      else printLine(`Restored: article ${article} is at version ${version}.`);
    });
}
