import { monthNumber } from './month-number.js';
import { zoneMinutes } from './zone-minutes.js';

/** Outside of these years a date is a placeholder ("9999-12-31") or a slip, and nothing to sort news by. */
const FIRST_YEAR = 1500;
const LAST_YEAR = 2199;

/** Longer texts are no dates. */
const LONGEST = 100;

const WEEKDAY = /^[^\d\s,]{1,15}[.,]?\s+(?=\S)/;
const TIME = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,9})?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(.*)$/i;

/** The ways to write a day, each unambiguous. Named groups: y, m (number or name), d, and n, the day of the year; rest holds the time. */
const DAYS = [
  // ISO 8601 and W3CDTF: 2026-01-05, 2026/1/5, 2026-01, 2026, 20260105, 2026-005
  /^(?<y>\d{4})([-/.])(?<m>\d{1,2})\2(?<d>\d{1,2})(?!\d)(?<rest>.*)$/,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?!\d)(?<rest>.*)$/,
  /^(?<y>\d{4})-(?<n>\d{3})(?!\d)(?<rest>.*)$/,
  /^(?<y>\d{4})(?:-(?<m>\d{1,2}))?(?<rest>)$/,
  // RFC 822 and what is made of it: 5 Jan 2026, 05-Jan-26, 5th of January 2026
  /^(?<d>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+|de\s+)?(?<m>\p{L}{3,12})\.?,?[\s-]+(?:de\s+)?(?<y>\d{4}|\d{2})(?!\d)(?<rest>.*)$/u,
  // January 5, 2026
  /^(?<m>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})(?!\d)(?<rest>.*)$/u,
  // Day first wherever points are used: 5.1.2026
  /^(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})(?!\d)(?<rest>.*)$/,
];

/** As C's asctime writes it: Jan  5 08:30:00 2026, with or without a zone before the year. */
const ASCTIME =
  /^(?<m>\p{L}{3,12})\s+(?<d>\d{1,2})\s+(?<time>\d{1,2}:\d{2}:\d{2})(?<zone>\s+[A-Za-z]+)?\s+(?<y>\d{4})$/u;

/**
 * The moment that a date of a feed means: RFC 822 and 2822, RFC 3339, W3CDTF, ISO 8601, and what publishers make of them (a wrong
 * weekday, AM and PM, names of zones, months in other languages). A date without a time is midnight; without a zone it is UTC.
 * Null where it cannot be read in one way only, such as 1/5/2026, or is no real date, such as 30 February or the year 9999.
 */
export function readDate(text: string): Date | null {
  const folded = text.replace(/\s+/g, ' ').trim();
  if (folded.length > LONGEST) return null;

  return read(folded) ?? read(folded.replace(WEEKDAY, '')) ?? read(folded.replace(/^[^\d]{0,15},\s*/, ''));
}

function read(text: string): Date | null {
  const asctime = ASCTIME.exec(text)?.groups;
  if (asctime) return moment(asctime, `${asctime.time} ${asctime.zone ?? ''}`);

  for (const form of DAYS) {
    const day = form.exec(text)?.groups;
    if (day) return moment(day, day.rest ?? '');
  }
  return null;
}

function moment(day: Record<string, string | undefined>, rest: string): Date | null {
  const year = fullYear(day.y ?? '');
  const month = day.n !== undefined ? 1 : monthNumber(day.m ?? '1');
  const date = Number(day.n ?? day.d ?? 1);
  const milliseconds = timeOfDay(rest);
  if (month === null || milliseconds === null || year < FIRST_YEAR || year > LAST_YEAR) return null;

  const midnight = new Date(Date.UTC(year, month - 1, date));
  const real = day.n === undefined ? midnight.getUTCDate() === date : midnight.getUTCFullYear() === year && date > 0;
  return real ? new Date(midnight.getTime() + milliseconds) : null;
}

/** RFC 2822, section 4.3. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

/** Milliseconds from midnight UTC of the day named to the moment; null where the rest of a date is no time. */
function timeOfDay(rest: string): number | null {
  const written = rest.replace(/^(t|,|\s|-\s|at\s)+/i, '');
  if (written === '' || written.toLowerCase() === 'z') return 0;

  const [whole, hours, minutes, seconds = '0', half, zone = ''] = TIME.exec(separated(written)) ?? [];
  const offset = zoneMinutes(zone);
  if (whole === undefined || offset === null) return null;

  const hour = hourOfDay(Number(hours), half);
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const fraction = Number(/^[^.,]*:\d{1,2}[.,](\d{1,3})/.exec(written)?.[1]?.padEnd(3, '0') ?? 0);
  return ((hour * 60 + Number(minutes) - offset) * 60 + Math.min(Number(seconds), 59)) * 1000 + fraction;
}

/** ISO 8601's basic form, 083000+0700, with the colons it leaves out. */
function separated(time: string): string {
  return time.replace(/^(\d{2})(\d{2})(\d{2})?(?=$|[Z+\-\s.,])/i, (_, hours, minutes, seconds) =>
    [hours, minutes, seconds ?? '00'].join(':'),
  );
}

/** 0 to 24 on the clock of 24 hours; null for an hour that there is not. */
function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 24 ? hour : null;
  if (hour < 1 || hour > 12) return hour <= 23 ? hour : null;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}
