import { Command, InvalidArgumentError } from 'commander';
import type { Desk } from '../desk/act.js';
import { addPartner, resume, suspend, updatePartner } from '../desk/manage-partners.js';
import { Partner } from '../partners/partner.js';
import { type ActionOptions, asCommandLine, withActionOptions } from './as-command-line.js';
import { printJson, printLine, printTable } from './print.js';
import { withDatabase } from './with-database.js';

interface About extends ActionOptions {
  name?: string;
  country?: string;
  contact?: string;
  languages?: string[];
  costPerMinute?: number;
  costPerDay?: number;
}

/** `partners`: who may have keys and licences. */
export function partnersCommand(): Command {
  const command = new Command('partners').description('list, add, change, suspend and resume partners');

  command
    .command('list', { isDefault: true })
    .description('list the partners')
    .option('--json', 'print one JSON object a partner')
    .action(async ({ json }: { json?: boolean }) => {
      const partners = await withDatabase(({ manager }) => manager.find(Partner, { order: { slug: 'ASC' } }));
      if (json) partners.forEach(printJson);
      else if (partners.length === 0) printLine('There are no partners yet.');
      else printTable(partners.map(columnsOf));
    });
  withAbout(command.command('add'))
    .description('add a partner, who has neither keys nor licences yet')
    .argument('<slug>', 'a readable name for commands, such as "lao-daily"')
    .argument('<name>', 'its name')
    .action((slug: string, name: string, { json, ...about }: About) =>
      report(
        desk => addPartner(desk, { ...about, slug, name }),
        'is added: give it a key with "keys create", and licences.',
        json,
      ),
    );
  withAbout(command.command('change'))
    .description('change what is said of a partner; what is left out stays')
    .argument('<slug>', 'its slug')
    .option('--name <name>', 'its name')
    .action((slug: string, { json, ...about }: About) =>
      report(desk => updatePartner(desk, { ...about, slug }), 'is changed.', json),
    );
  withActionOptions(command.command('suspend'))
    .description('take none of its keys until it is resumed')
    .argument('<slug>', 'its slug')
    .action((slug: string, { json, ...said }: ActionOptions) =>
      report(desk => suspend(desk, { ...said, slug }), 'is suspended.', json),
    );
  withActionOptions(command.command('resume'))
    .description('take its keys again')
    .argument('<slug>', 'its slug')
    .action((slug: string, { json, ...said }: ActionOptions) =>
      report(desk => resume(desk, { ...said, slug }), 'is in good standing.', json),
    );
  return command;
}

function withAbout(command: Command): Command {
  return withActionOptions(
    command
      .option('--country <code>', 'where it publishes (ISO 3166-1 alpha-2)')
      .option('--contact <contact>', 'who to write to')
      .option('--languages <tags...>', 'languages it publishes in (BCP 47)')
      .option('--cost-per-minute <points>', 'points it may spend a minute', readPoints)
      .option('--cost-per-day <points>', 'points it may spend a day', readPoints),
  );
}

async function report(work: (desk: Desk) => Promise<Partner>, outcome: string, json = false): Promise<void> {
  const partner = await asCommandLine(work);
  if (json) printJson(partner);
  else printLine(`${partner.name} ${outcome}`);
}

function columnsOf(partner: Partner): Record<string, string | number | null> {
  const { slug, name, country, languages, costPerMinute, costPerDay, suspendedAt } = partner;
  return {
    partner: slug,
    name,
    country,
    languages: languages.join(' '),
    'points a minute': costPerMinute,
    'points a day': costPerDay,
    suspended: suspendedAt?.toISOString() ?? null,
  };
}

function readPoints(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 1 to 999999999.');
}
