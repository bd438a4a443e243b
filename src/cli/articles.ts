import { Command } from 'commander';
import { coerceInputValue, isInputType } from 'graphql';
import type { Desk } from '../desk/act.js';
import type { ArticleDone } from '../desk/act-on-article.js';
import { fileArticle } from '../desk/file-article.js';
import { publishArticle } from '../desk/publish-article.js';
import { setEmbargo } from '../desk/set-embargo.js';
import { setExpiry } from '../desk/set-expiry.js';
import { updateArticle } from '../desk/update-article.js';
import { globalId } from '../graphql/global-id.js';
import { Refusal } from '../refusal.js';
import { buildGatewaySchema } from '../schema.js';
import { type ActionOptions, asCommandLine, withActionOptions, withExpectedVersion } from './as-command-line.js';
import { printJson, printLine } from './print.js';
import { readJsonFile } from './read-json-file.js';
import { rightsCommand } from './rights.js';

/** `articles`: what the desk does with articles, each as the mutation of that name does it, with the same input. */
export function articlesCommand(): Command {
  const command = new Command('articles').description('publish, change, time and file articles as the desk does');

  fromFile(command, 'publish', 'publish a new article', 'PublishArticleInput', publishArticle);
  fromFile(command, 'update', 'change an article: what is left out stays', 'UpdateArticleInput', updateArticle);
  fromFile(command, 'file', 'file an article under topics, events and countries', 'FileArticleInput', fileArticle);
  withMoment(command, 'embargo', 'set the embargo of an article, or lift it', (article, moment) => [
    'SetEmbargoInput',
    moment === 'forever' ? { article, withoutEnd: true } : { article, until: moment === 'none' ? null : moment },
    setEmbargo,
  ]);
  withMoment(command, 'expire', 'say from when on an article must not be shown', (article, moment) => [
    'SetExpiryInput',
    { article, at: moment === 'none' ? null : moment },
    setExpiry,
  ]);
  command.addCommand(rightsCommand());
  return command;
}

type Deed<Input> = (desk: Desk, input: Input) => Promise<ArticleDone>;

interface Options extends ActionOptions {
  expectedVersion?: number;
}

function fromFile<Input>(command: Command, name: string, about: string, type: string, deed: Deed<Input>): void {
  const added = withActionOptions(command.command(name));
  (name === 'publish' ? added : withExpectedVersion(added))
    .description(`${about}: the JSON is ${type} of the schema`)
    .argument('<file>', 'a JSON file, or - for standard input')
    .action(async (file: string, options: Options) => run(type, await readJsonFile(file), deed, options));
}

function withMoment<Input>(
  command: Command,
  name: string,
  about: string,
  read: (article: string, moment: string) => [type: string, input: unknown, deed: Deed<Input>],
): void {
  withExpectedVersion(withActionOptions(command.command(name)))
    .description(about)
    .argument('<article>', 'its id, such as "art_2s764"')
    .argument('<moment>', `such as "2026-01-31T06:00:00Z", or none${name === 'embargo' ? ', or forever' : ''}`)
    .action(async (article: string, moment: string, options: Options) => {
      const [type, input, deed] = read(article, moment);
      await run(type, input, deed, options);
    });
}

async function run<Input>(type: string, value: unknown, deed: Deed<Input>, options: Options): Promise<void> {
  const { json, ...said } = options;
  const input = { ...(await readInput<Input>(type, value)), ...said };
  const { id, version, changed } = await asCommandLine(desk => deed(desk, input));
  const article = globalId('Article', id);
  if (json) printJson({ article, version, changed });
  else
    printLine(
      changed ? `${article} has version ${version} now.` : `${article} stays as it was, at version ${version}.`,
    );
}

/** JSON read as GraphQL reads a variable, so that both take the same. */
async function readInput<Input>(name: string, value: unknown): Promise<Input> {
  const type = (await buildGatewaySchema()).getType(name);
  if (!isInputType(type)) throw new Error(`The schema has no input ${name}.`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the class of that name describes to GraphQL
  return coerceInputValue(value, type, (path, _invalid, error) => {
    const argument = ['input', ...path].join('.');
    throw new Refusal('BAD_USER_INPUT', `${argument}: ${error.message}`, { argument });
  }) as Input;
}
