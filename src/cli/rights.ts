import { Command, InvalidArgumentError, Option } from 'commander';
import { ArticleUse } from '../content/article-rights.js';
import { setArticleRights } from '../desk/set-article-rights.js';
import { type ActionOptions, asCommandLine, withActionOptions, withExpectedVersion } from './as-command-line.js';
import { printJson, printLine } from './print.js';

interface Options extends ActionOptions {
  onlyIn?: string[];
  notIn?: string[];
  uses?: ArticleUse[];
  credit: boolean;
  translate: boolean;
  edit: boolean;
  archiveDays?: number;
  terms?: string;
  expectedVersion?: number;
}

/** Says what an article allows. */
export function rightsCommand(): Command {
  return withExpectedVersion(withActionOptions(new Command('rights')))
    .description('say all that an article allows, in place of what was said before: what is left out is not restricted')
    .argument('<id>', 'its id, as the API gives it')
    .option('--only-in <countries...>', 'where alone it may be published (ISO 3166-1 alpha-2)')
    .option('--not-in <countries...>', 'where it must not be published')
    .addOption(new Option('--uses <uses...>', 'how alone it may be published').choices(Object.values(ArticleUse)))
    .option('--no-credit', 'its credit line need not be printed')
    .option('--no-translate', 'it must not be translated')
    .option('--no-edit', 'it must not be shortened or rewritten')
    .option('--archive-days <days>', 'for how many days after its publication a copy may be kept', readDays)
    .option('--terms <words>', 'further terms of use, in words for people')
    .action(async (article: string, options: Options) => {
      const { json, credit, translate, edit, ...said } = options;
      const input = { ...said, article, creditRequired: credit, mayTranslate: translate, mayEdit: edit };
      const { version, changed } = await asCommandLine(desk => setArticleRights(desk, input));
      if (json) printJson({ article, version, changed });
      else printLine(`${changed ? 'Set' : 'Unchanged'}: article ${article} is at version ${version}.`);
    });
}

function readDays(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number of days.');
}
