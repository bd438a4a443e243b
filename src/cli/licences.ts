import { Command } from 'commander';
import type { EntityManager } from 'typeorm';
import { createLicence, removeLicence, updateLicence } from '../changes/store-licence.js';
import { systemClock } from '../clock.js';
import { loadReference } from '../content/reference.js';
import type { Licence } from '../partners/licence.js';
import { type LicenceOptions, readKey, readLicenceOptions, withLicenceOptions } from './licence-options.js';
import { printJson, printLine, printTable } from './print.js';
import { withDatabase } from './with-database.js';

export function licencesCommand(): Command {
  const command = new Command('licences').description('which articles partners and visitors may have, on what terms');

  command
    .command('list', { isDefault: true })
    .description('list the licences')
    .option('--json', 'print one JSON object a licence')
    .action(async ({ json }: { json?: boolean }) => {
      const { licences } = await withDatabase(dataSource => loadReference(dataSource.manager));
      if (json) licences.forEach(printJson);
      else if (licences.length === 0) printLine('There are no licences yet, so that nobody sees anything.');
      else printTable(licences.map(columnsOf));
    });
  withLicenceOptions(command.command('add'))
    .description('grant a licence: public, unless a partner is named; for everything, unless a filter is')
    .argument('<name>', 'what to call it')
    .action(async (name: string, options: LicenceOptions) => {
      const terms = { ...NARROWEST, name, ...readLicenceOptions(options) };
      report('Added', await inTransaction(db => createLicence(db, terms, systemClock())), options);
    });
  withLicenceOptions(command.command('change'))
    .description('give a licence other terms; what is left out stays')
    .argument('<id>', 'its number, as listed', readKey)
    .option('--name <name>', 'what to call it')
    .action(async (id: number, options: LicenceOptions) => {
      const terms = readLicenceOptions(options);
      report('Changed', await inTransaction(db => updateLicence(db, id, terms, systemClock())), options);
    });
  command
    .command('remove')
    .description('take a licence away')
    .argument('<id>', 'its number, as listed', readKey)
    .option('--json', 'print it as JSON')
    .action(async (id: number, options: LicenceOptions) =>
      report('Removed', await inTransaction(db => removeLicence(db, id, systemClock())), options),
    );
  return command;
}

const NARROWEST = {
  partnerId: null,
  filter: {},
  text: false,
  media: false,
  embargoAccess: false,
  delaySeconds: 0,
  history: false,
  validFrom: null,
  validUntil: null,
};

function inTransaction(work: (db: EntityManager) => Promise<Licence>): Promise<Licence> {
  return withDatabase(dataSource => dataSource.transaction(work));
}

function report(done: string, licence: Licence, { json }: LicenceOptions): void {
  if (json) printJson(licence);
  else printLine(`${done} licence ${licence.id}, "${licence.name}".`);
}

function columnsOf(licence: Licence): Record<string, string | number | null> {
  const { id, partnerId, name, filter, text, media, embargoAccess, delaySeconds, history } = licence;
  const terms = {
    text,
    media,
    'embargo access': embargoAccess,
    history,
    [`${delaySeconds} s later`]: delaySeconds > 0,
  };
  return {
    licence: id,
    partner: partnerId ?? 'everybody',
    name,
    articles: JSON.stringify(filter),
    terms: Object.entries(terms)
      .flatMap(([term, holds]) => (holds ? [term] : []))
      .join(', '),
    from: licence.validFrom?.toISOString() ?? null,
    until: licence.validUntil?.toISOString() ?? null,
  };
}
