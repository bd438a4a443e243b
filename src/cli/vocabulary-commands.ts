import { Command } from 'commander';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Known, Reference } from '../content/reference.js';
import { loadReference } from '../content/reference.js';
import type { VocabularyOutcome } from '../ingest/store/store-vocabulary.js';
import { act } from '../desk/act.js';
import { Refusal } from '../refusal.js';
import { type ActionOptions, asCommandLine, withActionOptions } from './as-command-line.js';
import { printJson, printLine, printTable } from './print.js';
import { readJsonFile } from './read-json-file.js';
import { withDatabase } from './with-database.js';

type Row = { id: number; slug: string };

/** What differs between topics, events and sources on the command line. */
export interface VocabularyCommands<Input> {
  noun: 'topic' | 'event' | 'source';
  /** What storing a file of them is called in the audit trail. */
  action: string;
  known: (reference: Reference) => Known<Row>;
  columns: (row: Row, reference: Reference) => Record<string, string | number | null>;
  input: z.ZodType<Input>;
  store: (db: EntityManager, inputs: Input[], now: Date) => Promise<VocabularyOutcome[]>;
}

/** `topics`, `events` and `sources`: `list` (also by itself) and `import`. */
export function vocabularyCommand<Input>(kind: VocabularyCommands<Input>): Command {
  const command = new Command(`${kind.noun}s`).description(`list ${kind.noun}s, or store them from a file`);

  command
    .command('list', { isDefault: true })
    .description(`list the ${kind.noun}s`)
    .option('--json', `print one JSON object a ${kind.noun}`)
    .action(async ({ json }: { json?: boolean }) => {
      const reference = await withDatabase(dataSource => loadReference(dataSource.manager));
      const rows = kind.known(reference).all;
      if (json) rows.forEach(printJson);
      else if (rows.length === 0) printLine(`There are no ${kind.noun}s yet.`);
      else printTable(rows.map(row => kind.columns(row, reference)));
    });
  withActionOptions(command.command('import'))
    .description(`store the ${kind.noun}s of a JSON file, all or none; see vocabulary/README.md`)
    .argument('<file>', `a JSON array of ${kind.noun}s, or - for standard input`)
    .action(async (file: string, { json, clientKey }: ActionOptions) => {
      const input = await readInputs(file, kind.input);
      const outcomes = await asCommandLine(desk =>
        act(desk, { name: kind.action, scope: 'desk', clientKey: clientKey ?? null, input }, async (db, now) => {
          const result = await kind.store(db, input, now);
          return { result, subjects: result.map(({ slug }) => `${kind.noun} ${slug}`) };
        }),
      );
      if (json) outcomes.forEach(printJson);
      else printTable(outcomes.map(({ slug, result }) => ({ [kind.noun]: slug, result })));
    });
  return command;
}

async function readInputs<Input>(file: string, shape: z.ZodType<Input>): Promise<Input[]> {
  const value = await readJsonFile(file);
  const result = z.array(shape).safeParse(value);
  if (result.success) return result.data;
  throw new Refusal('BAD_USER_INPUT', `${file} cannot be used:\n${z.prettifyError(result.error)}`);
}
