import { type Command, InvalidArgumentError } from 'commander';
import { systemClock } from '../clock.js';
import type { Desk } from '../desk/act.js';
import { COMMAND_LINE } from '../desk/actor.js';
import { withDatabase } from './with-database.js';

/** What every command takes that does something: see act.ts. */
export interface ActionOptions {
  clientKey?: string;
  json?: boolean;
}

/** Does something as the command line: once for a client key, and written down in the audit trail. */
export function asCommandLine<Result>(work: (desk: Desk) => Promise<Result>): Promise<Result> {
  return withDatabase(dataSource => work({ db: dataSource.manager, clock: systemClock, actor: COMMAND_LINE }));
}

/** Adds the options of a command that does something. */
export function withActionOptions(command: Command): Command {
  return command
    .option('--client-key <text>', 'do this once, however often it is said with this key')
    .option('--json', 'print the outcome as JSON');
}

/** Adds the option of a command that changes an article. */
export function withExpectedVersion(command: Command): Command {
  return command.option(
    '--expected-version <number>',
    'the version that you have looked at: if it has another by now, nothing is done',
    readVersion,
  );
}

function readVersion(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 1.');
}
