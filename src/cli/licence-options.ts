import { type Command, InvalidArgumentError } from 'commander';
import { Duration } from 'luxon';
import type { LicenceTerms } from '../changes/store-licence.js';

/** The terms of a licence as they are typed. */
export interface LicenceOptions extends Partial<
  Pick<LicenceTerms, 'name' | 'filter' | 'text' | 'media' | 'embargoAccess' | 'history'>
> {
  json?: boolean;
  partner?: number | null;
  delay?: number;
  from?: Date | null;
  until?: Date | null;
}

/** Adds the options that say the terms of a licence. */
export function withLicenceOptions(command: Command): Command {
  return command
    .option('--partner <id>', 'whose it is, or "none" for everybody', readPartner)
    .option('--filter <json>', 'which articles: an ArticleFilter as GraphQL takes it, as JSON', readJson)
    .option('--text', 'with the whole text')
    .option('--no-text', 'without it')
    .option('--media', 'with pictures, videos and sounds')
    .option('--no-media', 'without them')
    .option('--embargo-access', 'to be seen before an embargo is over')
    .option('--no-embargo-access', 'only afterwards')
    .option('--history', 'with former versions')
    .option('--no-history', 'without them')
    .option('--delay <duration>', 'how long after publication, such as PT15M or P1D (ISO 8601)', readDelay)
    .option('--from <moment>', 'valid from, such as 2026-01-01T00:00:00+07:00, or "none"', readMoment)
    .option('--until <moment>', 'valid until just before, or "none"', readMoment)
    .option('--json', 'print it as JSON');
}

/** The terms that were typed, and no others. */
export function readLicenceOptions(options: LicenceOptions): Partial<LicenceTerms> {
  const { json: _, partner, delay, from, until, ...terms } = options;
  return {
    ...terms,
    ...(partner === undefined ? {} : { partnerId: partner }),
    ...(delay === undefined ? {} : { delaySeconds: delay }),
    ...(from === undefined ? {} : { validFrom: from }),
    ...(until === undefined ? {} : { validUntil: until }),
  };
}

/** A number that names a row. */
export function readKey(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 1.');
}

function readPartner(text: string): number | null {
  return text === 'none' ? null : readKey(text);
}

function readJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new InvalidArgumentError('It is not JSON.');
  }
}

function readDelay(text: string): number {
  const seconds = Duration.fromISO(text).as('seconds');
  // A century is more than any delay, and more seconds than PostgreSQL's integers reach.
  if (seconds >= 0 && seconds < 2_000_000_000) return Math.round(seconds);
  throw new InvalidArgumentError('It is a duration such as PT15M or P1D.');
}

function readMoment(text: string): Date | null {
  if (text === 'none') return null;
  const moment = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? new Date(text) : null;
  if (moment && !Number.isNaN(moment.getTime())) return moment;
  throw new InvalidArgumentError('It is a moment with its offset, such as 2026-01-01T00:00:00+07:00.');
}
