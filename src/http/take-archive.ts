import { type ArchivePeriod, readArchivePeriod } from '../lists/archive-period.js';
import { Refusal } from '../refusal.js';

/** Takes `archive` out of a feed's query string: the period whose archive is asked for, or null for the feed itself. Refuses with BAD_USER_INPUT. */
export function takeArchive(query: URLSearchParams): ArchivePeriod | null {
  const values = query.getAll('archive');
  query.delete('archive');
  if (values.length === 0) return null;
  if (values.length > 1) throw refuse(`"archive" is given ${values.length} times: give it once.`);
  if (query.has('limit')) throw refuse('An archive is as long as it is: leave out "limit".');
  return readArchivePeriod(values[0]!);
}

function refuse(message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { argument: 'archive' });
}
