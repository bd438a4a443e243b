import { DateTime } from 'luxon';
import { cutText } from '../content/cut-text.js';
import type { Span } from '../content/read-date-range.js';
import { Refusal } from '../refusal.js';

/** How an archive of a feed may be cut, the longest first: a calendar month, day, hour or minute in UTC. */
export const ARCHIVE_UNITS = ['month', 'day', 'hour', 'minute'] as const;
export type ArchiveUnit = (typeof ARCHIVE_UNITS)[number];

/** ISO 8601 cut off behind the unit. */
const NAMES: Record<ArchiveUnit, string> = {
  month: 'yyyy-MM',
  day: 'yyyy-MM-dd',
  hour: "yyyy-MM-dd'T'HH",
  minute: "yyyy-MM-dd'T'HH:mm",
};

/** The span of time that an archive document is about. */
export interface ArchivePeriod {
  /** As it stands in its address: "2022-07", "2022-07-18", "2022-07-18T02" or "2022-07-18T02:30". */
  name: string;
  from: Date;
  /** Not in it any more. */
  to: Date;
}

/** The period of a unit that a moment is in. */
export function periodAround(moment: Date, unit: ArchiveUnit): ArchivePeriod {
  const from = DateTime.fromJSDate(moment, { zone: 'utc' }).startOf(unit);
  return { name: from.toFormat(NAMES[unit]), from: from.toJSDate(), to: from.plus({ [unit]: 1 }).toJSDate() };
}

/** Reads the name of a period. Refuses with BAD_USER_INPUT. */
export function readArchivePeriod(name: string): ArchivePeriod {
  for (const unit of ARCHIVE_UNITS) {
    const from = DateTime.fromFormat(name, NAMES[unit], { zone: 'utc' });
    if (from.isValid && from.toFormat(NAMES[unit]) === name) return periodAround(from.toJSDate(), unit);
  }
  throw new Refusal(
    'BAD_USER_INPUT',
    `archive is "${cutText(name, 100)}": write a month, day, hour or minute in UTC, such as 2022-07 or 2022-07-18T02.`,
    { argument: 'archive' },
  );
}

/** The part of a span that is in a period; empty (from is not before to) where none is. */
export function spanWithin({ from, to }: Span, period: { from?: Date; to: Date }): { from: Date | null; to: Date } {
  const begin = period.from ?? null;
  return {
    from: from && (!begin || from > begin) ? from : begin,
    to: to && to < period.to ? to : period.to,
  };
}
