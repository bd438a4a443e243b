import { type Command, InvalidArgumentError } from 'commander';
import type { ChangeLicenceInput } from '../desk/licence-inputs.js';
import { type ActionOptions, withActionOptions } from './as-command-line.js';

/** The terms of a licence as they are typed. */
export interface LicenceOptions extends ActionOptions, Omit<Terms, 'validFrom' | 'validUntil'> {
  partner?: string;
  name?: string;
  from?: Date | null;
  until?: Date | null;
}

type Terms = Partial<Omit<ChangeLicenceInput, 'number' | 'name' | 'clientKey'>>;

/** Adds the options that say the terms of a licence. */
export function withLicenceOptions(command: Command): Command {
  return withActionOptions(command)
    .option('--filter <json>', 'which articles: an ArticleFilter as GraphQL takes it, as JSON', readJson)
    .option('--text', 'with the whole text')
    .option('--no-text', 'without it')
    .option('--media', 'with pictures, videos and sounds')
    .option('--no-media', 'without them')
    .option('--embargo-access', 'to be seen before an embargo is over')
    .option('--no-embargo-access', 'only afterwards')
    .option('--history', 'with former versions')
    .option('--no-history', 'without them')
    .option('--delay <duration>', 'how long after publication, such as PT15M or P1D (ISO 8601)')
    .option('--from <moment>', 'valid from, such as 2026-01-01T00:00:00+07:00, or "none"', readMoment)
    .option('--until <moment>', 'valid until just before, or "none"', readMoment);
}

/** What was typed, as the desk takes it. */
export function readLicenceOptions(
  options: LicenceOptions,
): Omit<LicenceOptions, 'json' | 'from' | 'until'> & Pick<Terms, 'validFrom' | 'validUntil'> {
  const { json: _, from, until, ...said } = options;
  return {
    ...said,
    ...(from === undefined ? {} : { validFrom: from }),
    ...(until === undefined ? {} : { validUntil: until }),
  };
}

/** A number that names a row. */
export function readKey(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 1.');
}

function readJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new InvalidArgumentError('It is not JSON.');
  }
}

function readMoment(text: string): Date | null {
  if (text === 'none') return null;
  const moment = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? new Date(text) : null;
  if (moment && !Number.isNaN(moment.getTime())) return moment;
  throw new InvalidArgumentError('It is a moment with its offset, such as 2026-01-01T00:00:00+07:00.');
}
