import { LRUCache } from 'lru-cache';
import { DateTime, Duration } from 'luxon';
import { Refusal } from '../refusal.js';
import type { DateRange } from './article-filter.js';
import { beginningOfDay, firstOf } from './beginning-of-day.js';

/** A span of time: from is in it, to is not; null has no bound. */
export interface Span {
  from: Date | null;
  to: Date | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WITH_OFFSET = /(Z|[+-]\d{2}:?\d{2})$/;

/** The moments that a range means, by its time zone and the time of asking. Refuses with BAD_USER_INPUT. */
export function readDateRange(range: DateRange | null | undefined, argument: string, now: Date): Span {
  const { from, to, on, last, timeZone } = range ?? {};
  const zone = timeZone ?? 'UTC';
  const given = [from ?? to, on, last].filter(value => value != null);
  if (given.length > 1) {
    throw refuse(argument, 'Give from and to, or on, or last: not several of them.');
  }
  if (on != null) {
    return { from: moment(on, zone, `${argument}.on`), to: beginningOfDay(on, zone, 1).toJSDate() };
  }
  if (last != null) return { from: before(now, last, zone, `${argument}.last`), to: justAfter(now) };

  const span = {
    from: from == null ? null : moment(from, zone, `${argument}.from`),
    to: to == null ? null : moment(to, zone, `${argument}.to`),
  };
  if (span.from && span.to && span.from >= span.to) {
    throw refuse(argument, `from (${from}) is not before to (${to}), so that nothing could be between them.`);
  }
  return span;
}

function moment(given: string, zone: string, argument: string): Date {
  const name = `${zone} ${given}`;
  const found = moments.get(name) ?? readMoment(given, zone, argument);
  moments.set(name, found);
  return found;
}

/** Luxon takes 60 µs for one, and lists are asked for by the same days again and again. */
const moments = new LRUCache<string, Date>({ max: 1_000 });

function readMoment(given: string, zone: string, argument: string): Date {
  const text = given.replace(' ', 'T').toUpperCase();
  const read = DAY.test(text) ? beginningOfDay(text, zone) : DateTime.fromISO(text, { zone });
  if (!read.isValid) throw refuse(argument, `There is no such day or time as ${given}.`);
  return (WITH_OFFSET.test(text) ? read : firstOf(read)).toJSDate();
}

function before(now: Date, last: string, zone: string, argument: string): Date {
  const duration = Duration.fromISO(last);
  const start = duration.isValid ? DateTime.fromJSDate(now, { zone }).minus(duration) : null;
  if (!start || start.toMillis() >= now.getTime()) {
    throw refuse(argument, `${last} is not a span of time that is over: write it like "P7D" or "PT12H".`);
  }
  // Not much further back PostgreSQL knows no time at all (4713 BC).
  if (!start.isValid || start.year < 1) throw refuse(argument, `${last} goes back to before the year 1.`);
  return start.toJSDate();
}

/** What is published at this very moment is in the span until now. */
function justAfter(now: Date): Date {
  return new Date(now.getTime() + 1);
}

function refuse(argument: string, message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { argument });
}
