import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.js';
import { WrongDatabase } from '../database/migrate.js';
import { PostgresUnavailable } from '../database/embedded/postgres-unavailable.js';
import { Refusal } from '../refusal.js';
import { articlesCommand } from './articles.js';
import { eventsCommand } from './events.js';
import { feedsCommand } from './feeds.js';
import { ingestCommand } from './ingest.js';
import { keysCommand } from './keys.js';
import { licencesCommand } from './licences.js';
import { migrateCommand } from './migrate.js';
import { partnersCommand } from './partners.js';
import { printNote } from './print.js';
import { seedCommand } from './seed.js';
import { serveCommand } from './serve.js';
import { sourcesCommand } from './sources.js';
import { topicsCommand } from './topics.js';
import { withWithdrawals } from './withdrawals.js';

/** Exit codes: 0 all went well, 1 something was rejected or failed, 2 the command or a setting was wrong. */
const FAILED = 1;
const MISUSED = 2;

/** Runs one command and sets the exit code. Expected failures are told in a sentence, bugs with their stack. */
export async function run(words: string[]): Promise<void> {
  try {
    await buildProgram().parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = explain(error);
  }
}

/** Everything that the command line can do. */
export function buildProgram(): Command {
  const program = new Command('nhip-cau')
    .description('Nhịp Cầu, a GraphQL content-syndication gateway')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help shows what there is)');
  for (const command of [
    serveCommand(),
    migrateCommand(),
    ingestCommand(),
    withWithdrawals(articlesCommand()),
    topicsCommand(),
    eventsCommand(),
    sourcesCommand(),
    partnersCommand(),
    keysCommand(),
    licencesCommand(),
    feedsCommand(),
    seedCommand(),
  ]) {
    program.addCommand(command);
  }
  throwInsteadOfExiting(program);
  return program;
}

/** Also below: a command takes this from the one that it was made by, and most were made by themselves. */
function throwInsteadOfExiting(command: Command): void {
  command.exitOverride();
  command.commands.forEach(throwInsteadOfExiting);
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED; // It has said why by itself.
  if (error instanceof ConfigError) {
    printNote(error.message);
    return MISUSED;
  }
  if (error instanceof Refusal || error instanceof PostgresUnavailable || error instanceof WrongDatabase) {
    printNote(error.message);
    return FAILED;
  }
  const { code, message, stack } = error as NodeJS.ErrnoException;
  printNote(EXPLAINED.get(code ?? '')?.(message) ?? stack ?? message);
  return FAILED;
}

const EXPLAINED = new Map<string, (message: string) => string>([
  ['EADDRINUSE', () => 'The port is taken by another program: set PORT to another one, or to 0 for any that is free.'],
  ['EACCES', message => `Not allowed: ${message}`],
  ['ENOENT', message => `There is no such file or folder: ${message}`],
  [
    'ECONNREFUSED',
    () => 'No PostgreSQL answers at DATABASE_URL: start it, or leave DATABASE_URL out for the embedded one.',
  ],
  ['28P01', () => 'PostgreSQL refuses the user or password of DATABASE_URL.'],
  ['3D000', message => `PostgreSQL has no such database: ${message}. Create it, or name another in DATABASE_URL.`],
]);
