import type { ArticleFilter } from '../content/article-filter.js';
import type { Licence } from '../partners/licence.js';
import type { Reader } from '../partners/reader.js';

/** What a reader may see: whoever has the same view has the same answers. */
export interface View {
  /** The licences with the revision of each, and the country that territories are judged by: nobody's name or key. */
  name: string;
  /** When one of the licences next begins or ends; null where none will. */
  until: Date | null;
}

/** What a reader may see; null where that changes with time alone, and for the keys of the desk, which see what others are shown otherwise. */
export function viewOfReader({ partner, scopes, licences }: Reader, now: Date): View | null {
  if (scopes.has('desk') || scopes.has('admin') || licences.some(isMoving)) return null;
  const held = licences.map(({ id, revision }) => `${id}.${revision}`);
  const moments = licences
    .flatMap(({ validFrom, validUntil }) => [validFrom, validUntil])
    .filter((moment): moment is Date => moment !== null && moment > now);
  return {
    name: [partner?.country ?? '', ...held].join(' '),
    until: moments.reduce<Date | null>((next, moment) => earlierOf(next, moment), null),
  };
}

export function earlierOf(one: Date | null, other: Date | null): Date | null {
  return one && (!other || one < other) ? one : other;
}

/** A licence for "the last week" selects others with every moment. */
function isMoving({ filter }: Licence): boolean {
  const { published, updated }: ArticleFilter = filter;
  return published?.last != null || updated?.last != null;
}
