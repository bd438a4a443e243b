import { Command, Option } from 'commander';
import { systemClock } from '../clock.js';
import { loadReference } from '../content/reference.js';
import { loadThesaurus } from '../content/thesaurus.js';
import { FORMATS } from '../ingest/incoming.js';
import type { Ingest } from '../ingest/store/ingest-items.js';
import { ingestStream } from '../ingest/store/ingest-stream.js';
import { languageTag } from '../ingest/text/language-tag.js';
import { Refusal } from '../refusal.js';
import { openInputs } from './open-inputs.js';
import { printNote } from './print.js';
import { startProgress } from './progress.js';
import { reportOutcomes } from './report-outcomes.js';
import { sourceBySlug } from './source-by-slug.js';
import { withDatabase } from './with-database.js';

/** What `ingest` was told. */
export interface IngestOptions {
  source: string;
  format: (typeof FORMATS)[number] | 'auto';
  language?: string;
  dryRun?: boolean;
  json?: boolean;
  verbose?: boolean;
}

export function ingestCommand(): Command {
  return new Command('ingest')
    .description('take in articles from files, folders, addresses or standard input (-)')
    .argument('<inputs...>', 'RSS, Atom, JSON Feed, ninjs (also NDJSON), NewsML-G2 or WordPress posts')
    .requiredOption('--source <slug>', 'which source they come from ("nhip-cau sources" lists them)')
    .addOption(new Option('--format <format>', 'how to read them').choices(['auto', ...FORMATS]).default('auto'))
    .option('--language <tag>', 'language (BCP 47) of items that do not say theirs')
    .option('--dry-run', 'say what would happen, and store nothing')
    .option('--json', 'print one JSON object an item')
    .option('--verbose', 'print every item, and not only those that were rejected or have notes')
    .addHelpText(
      'after',
      '\nExit code: 0 when every item was taken, 1 when one was rejected or an input could not be read.',
    )
    .action(async (inputs: string[], options: IngestOptions) => {
      const clean = await withDatabase(async dataSource => ingest(dataSource.manager, inputs, options));
      if (!clean) process.exitCode = 1;
    });
}

/** Takes in every input; one that cannot be read is reported and does not keep the others out. Gives whether all went well. */
async function ingest(db: Ingest['db'], inputs: string[], options: IngestOptions): Promise<boolean> {
  const language = options.language === undefined ? null : languageTag(options.language);
  if (options.language !== undefined && language === null) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `--language ${options.language} is not a language tag (BCP 47) such as "vi" or "zh-Hans".`,
    );
  }
  const reference = await loadReference(db);
  const source = sourceBySlug(options.source, reference);
  const thesaurus = await loadThesaurus(db, reference);
  const tools: Ingest = {
    db,
    reference,
    source,
    thesaurus,
    language,
    clock: systemClock,
    dryRun: options.dryRun ?? false,
  };
  const progress = startProgress(options.dryRun ? 'Trying' : 'Storing');
  const report = reportOutcomes(options);

  for await (const input of openInputs(inputs, options)) {
    if ('problem' in input) {
      report.unreadable(input.name, input.problem);
      continue;
    }
    try {
      for await (const outcomes of ingestStream(tools, input.items)) {
        report.add(input.name, outcomes);
        progress.show(report.items(), input.estimate() ?? 0, 'items');
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      report.unreadable(input.name, error.message);
    }
  }
  progress.end();
  printNote(report.summary());
  return report.isClean();
}
