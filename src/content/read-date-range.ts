import { DateTime, Duration } from 'luxon';
import { Refusal } from '../refusal.js';
import type { DateRange } from './article-filter.js';

/** A span of time: from is in it, to is not; null has no bound. */
export interface Span {
  from: Date | null;
  to: Date | null;
}

/** The moments that a range means, by its time zone and the time of asking. Refuses with BAD_USER_INPUT. */
export function readDateRange(range: DateRange | null | undefined, argument: string, now: Date): Span {
  const { from, to, on, last, timeZone } = range ?? {};
  const zone = timeZone ?? 'UTC';
  const given = [from ?? to, on, last].filter(value => value != null);
  if (given.length > 1) {
    throw refuse(argument, 'Give from and to, or on, or last: not several of them.');
  }
  if (on != null) {
    const day = moment(on, zone, `${argument}.on`);
    return { from: day.toJSDate(), to: day.plus({ days: 1 }).toJSDate() };
  }
  if (last != null) {
    const start = DateTime.fromJSDate(now, { zone }).minus(Duration.fromISO(last));
    if (!start.isValid || start.toMillis() >= now.getTime()) {
      throw refuse(`${argument}.last`, `${last} is not a time that is over: a span such as "P7D" is.`);
    }
    return { from: start.toJSDate(), to: null };
  }
  const span = {
    from: from == null ? null : moment(from, zone, `${argument}.from`).toJSDate(),
    to: to == null ? null : moment(to, zone, `${argument}.to`).toJSDate(),
  };
  if (span.from && span.to && span.from >= span.to) {
    throw refuse(argument, `from (${from}) is not before to (${to}), so that nothing could be between them.`);
  }
  return span;
}

function moment(text: string, zone: string, argument: string): DateTime {
  const read = DateTime.fromISO(text.replace(' ', 'T').toUpperCase(), { zone });
  if (!read.isValid) throw refuse(argument, `There is no ${text}: ${read.invalidExplanation ?? 'it cannot be read'}.`);
  return read;
}

function refuse(argument: string, message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { argument });
}
