import { DateTime } from 'luxon';

/**
 * The moment at which a day ("2022-07-18") begins in a time zone, so many days later: its midnight; the first of two where
 * clocks go back over midnight, and the moment after the gap where they go forward over it. Invalid where there is no such day.
 */
export function beginningOfDay(day: string, zone: string, daysLater = 0): DateTime {
  const date = DateTime.fromISO(day, { zone: 'UTC' }).plus({ days: daysLater }).toISODate();
  return firstOf(DateTime.fromISO(date ?? day, { zone }));
}

/** Of the two moments that a local time names on the day clocks go back, the first: Luxon picks by the season of asking. */
export function firstOf(time: DateTime): DateTime {
  return time.getPossibleOffsets()[0] ?? time;
}
