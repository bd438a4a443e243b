import { LRUCache } from 'lru-cache';

/** A language tag in its canonical form (RFC 5646, section 4.5), "iw" as "he"; as it is where it is not well-formed. */
export function canonicalTag(tag: string): string {
  const found = known.get(tag) ?? canonicalise(tag);
  if (tag.length <= LONGEST) known.set(tag, found);
  return found;
}

/** V8 takes 3 µs to make one, and a desk has dozens of them. */
const known = new LRUCache<string, string>({ max: 1_000 });

/** Characters of the longest tag that a program has to take (RFC 5646, section 4.4.1). */
const LONGEST = 35;

function canonicalise(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

/** The same with the script that it implies, as readers of Chinese differ by script: "zh-TW" is "zh-Hant-TW", "vi" is "vi-Latn". */
export function withScript(tag: string): string {
  try {
    const { language, script, region } = new Intl.Locale(tag);
    const implied = script ?? new Intl.Locale(tag).maximize().script;
    return [language, implied, region].filter(part => part !== undefined).join('-');
  } catch {
    return tag;
  }
}
