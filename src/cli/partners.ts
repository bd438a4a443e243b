import { Command } from 'commander';
import { systemClock } from '../clock.js';
import { createPartner } from '../partners/create-partner.js';
import { Partner } from '../partners/partner.js';
import { resumePartner, suspendPartner } from '../partners/suspend-partner.js';
import { printJson, printLine, printTable } from './print.js';
import { withDatabase } from './with-database.js';

interface Options {
  json?: boolean;
  country?: string;
  contact?: string;
  languages?: string[];
}

/** `partners`: who may have keys and licences. */
export function partnersCommand(): Command {
  const command = new Command('partners').exitOverride().description('list, add, suspend and resume partners');

  command
    .command('list', { isDefault: true })
    .description('list the partners')
    .option('--json', 'print one JSON object a partner')
    .action(async ({ json }: Options) => {
      const partners = await withDatabase(({ manager }) => manager.find(Partner, { order: { slug: 'ASC' } }));
      if (json) partners.forEach(printJson);
      else if (partners.length === 0) printLine('There are no partners yet.');
      else printTable(partners.map(columnsOf));
    });
  command
    .command('add')
    .description('add a partner, who has neither keys nor licences yet')
    .argument('<slug>', 'a readable name for commands, such as "lao-daily"')
    .argument('<name>', 'its name')
    .option('--country <code>', 'where it publishes (ISO 3166-1 alpha-2)')
    .option('--contact <contact>', 'who to write to')
    .option('--languages <tags...>', 'languages it publishes in (BCP 47)')
    .option('--json', 'print it as JSON')
    .action(async (slug: string, name: string, { json, ...about }: Options) => {
      const partner = await withDatabase(({ manager }) => createPartner(manager, { slug, name, ...about }));
      report(partner, 'is added: give it a key with "keys create", and licences.', json);
    });
  command
    .command('suspend')
    .description('take none of its keys until it is resumed')
    .argument('<slug>', 'its slug')
    .option('--json', 'print it as JSON')
    .action(async (slug: string, { json }: Options) =>
      report(await withDatabase(({ manager }) => suspendPartner(manager, slug, systemClock())), 'is suspended.', json),
    );
  command
    .command('resume')
    .description('take its keys again')
    .argument('<slug>', 'its slug')
    .option('--json', 'print it as JSON')
    .action(async (slug: string, { json }: Options) =>
      report(await withDatabase(({ manager }) => resumePartner(manager, slug)), 'is in good standing.', json),
    );
  return command;
}

function report(partner: Partner, outcome: string, json = false): void {
  if (json) printJson(partner);
  else printLine(`${partner.name} ${outcome}`);
}

function columnsOf(partner: Partner): Record<string, string | number | null> {
  const { id, slug, name, country, languages, costPerMinute, costPerDay, suspendedAt } = partner;
  return {
    id,
    partner: slug,
    name,
    country,
    languages: languages.join(' '),
    'points a minute': costPerMinute,
    'points a day': costPerDay,
    suspended: suspendedAt?.toISOString() ?? null,
  };
}
