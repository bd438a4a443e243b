import { isMoving } from './is-moving.js';
import type { Reader } from '../partners/reader.js';

/** What a reader may see: whoever has the same view has the same answers. */
export interface View {
  /** The licences with the revision of each, and the country that territories are judged by: nobody's name or key. */
  name: string;
  /** When one of the licences next begins or ends; null where none will. */
  until: Date | null;
}

/** What a reader may see; null where that changes with time alone, and for the keys of the desk, which see what others are shown otherwise. */
export function viewOfReader(reader: Reader, now: Date): View | null {
  const known = views.get(reader);
  if (known && now >= known.from && !(known.view?.until && known.view.until <= now)) return known.view;
  const view = readView(reader, now);
  views.set(reader, { view, from: now });
  return view;
}

/** Requests that come together are of the same readers (partners/identify-reader.ts). */
const views = new WeakMap<Reader, { view: View | null; from: Date }>();

function readView({ partner, scopes, licences }: Reader, now: Date): View | null {
  if (scopes.has('desk') || scopes.has('admin') || licences.some(({ filter }) => isMoving(filter))) return null;
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
