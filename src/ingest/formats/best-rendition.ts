import type { IncomingMedia } from '../incoming.js';

/** One of several files that show the same thing. */
export interface Rendition {
  media: IncomingMedia;
  /** What the source calls it: "thumbnail", "rnd:highRes". */
  name: string;
}

const SMALL = /thumb|icon|small|teaser|tiny/i;

/** The largest that is of the wanted kind; of equals the first that is not called small. Null where there are none. */
export function bestRendition(
  renditions: readonly Rendition[],
  wanted: IncomingMedia['kind'] | null,
): IncomingMedia | null {
  const rank = ({ media, name }: Rendition): number[] => [
    Number(wanted === null || media.kind === wanted),
    (media.width ?? 0) * (media.height ?? 0),
    Number(!SMALL.test(name)),
  ];
  const ranked = renditions.map(rendition => ({ media: rendition.media, rank: rank(rendition) }));

  ranked.sort(
    (one, other) =>
      other.rank.map((value, place) => value - one.rank[place]!).find(difference => difference !== 0) ?? 0,
  );
  return ranked[0]?.media ?? null;
}
