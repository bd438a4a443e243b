import { canonicalTag, withScript } from './canonical-tag.js';

/**
 * The tags of articles that wanted languages take: the same, and narrower ones (RFC 4647, section 3.3.1: basic filtering).
 * "zh-CN" takes "zh-Hans" too, which is what articles that call themselves "zh-CN" are stored as.
 */
export function tagsTaken(wanted: string[], tags: string[]): string[] {
  const ranges = wanted.map(tag => canonicalTag(tag));
  return tags.filter(tag => ranges.some(range => isWithin(tag, range) || tag === scriptOf(range)));
}

function isWithin(tag: string, range: string): boolean {
  return tag.toLowerCase() === range.toLowerCase() || tag.toLowerCase().startsWith(`${range.toLowerCase()}-`);
}

/** The language and script that a language and region come down to; null for a tag that is not just these two. */
function scriptOf(range: string): string | null {
  if (!/^[a-z]{2,3}-([A-Z]{2}|\d{3})$/.test(range)) return null;
  return withScript(range).split('-').slice(0, 2).join('-');
}
