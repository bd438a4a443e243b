import { Command } from 'commander';
import { loadReference } from '../content/reference.js';
import { changeLicence, endLicence, grantLicence } from '../desk/manage-licences.js';
import type { Licence } from '../partners/licence.js';
import { Partner } from '../partners/partner.js';
import { type ActionOptions, asCommandLine, withActionOptions } from './as-command-line.js';
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
      const [{ licences }, partners] = await withDatabase(({ manager }) =>
        Promise.all([loadReference(manager), manager.find(Partner)]),
      );
      const slugs = new Map(partners.map(({ id, slug }) => [id, slug]));
      if (json) licences.forEach(printJson);
      else if (licences.length === 0) printLine('There are no licences yet, so that nobody sees anything.');
      else printTable(licences.map(licence => columnsOf(licence, slugs)));
    });
  withLicenceOptions(command.command('add'))
    .description('grant a licence: public, unless a partner is named; for everything, unless a filter is')
    .argument('<name>', 'what to call it')
    .option('--partner <slug>', 'whose it is')
    .action(async (name: string, options: LicenceOptions) => {
      const input = { ...readLicenceOptions(options), name };
      report('Added', await asCommandLine(desk => grantLicence(desk, input)), options);
    });
  withLicenceOptions(command.command('change'))
    .description('give a licence other terms; what is left out stays')
    .argument('<number>', 'its number, as listed', readKey)
    .option('--name <name>', 'what to call it')
    .action(async (number: number, options: LicenceOptions) => {
      const input = { ...readLicenceOptions(options), number };
      report('Changed', await asCommandLine(desk => changeLicence(desk, input)), options);
    });
  withActionOptions(command.command('remove'))
    .description('take a licence away')
    .argument('<number>', 'its number, as listed', readKey)
    .action(async (number: number, { json, ...said }: ActionOptions) => {
      await asCommandLine(desk => endLicence(desk, { ...said, number }));
      if (json) printJson({ number });
      else printLine(`Removed licence ${number}.`);
    });
  return command;
}

function report(done: string, licence: Licence, { json }: LicenceOptions): void {
  if (json) printJson(licence);
  else printLine(`${done} licence ${licence.id}, "${licence.name}".`);
}

function columnsOf(licence: Licence, slugs: Map<number, string>): Record<string, string | number | null> {
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
    partner: partnerId === null ? 'everybody' : (slugs.get(partnerId) ?? null),
    name,
    articles: JSON.stringify(filter),
    terms: Object.entries(terms)
      .flatMap(([term, holds]) => (holds ? [term] : []))
      .join(', '),
    from: licence.validFrom?.toISOString() ?? null,
    until: licence.validUntil?.toISOString() ?? null,
  };
}
