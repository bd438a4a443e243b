import { LRUCache } from 'lru-cache';
import { canonicalTag, withScript } from './canonical-tag.js';
import type { Names } from './topic.js';

const FALLBACKS = ['en', 'vi'];

/** What a tag is looked up as, kept for the tags asked for last: working it out takes 15 µs, and a page has a hundred names. */
const lookups = new LRUCache<string, Lookup>({ max: 1_000 });

interface Lookup {
  language: string;
  scripted: string;
  /** The tag, and wider ones, in the order in which they are tried. */
  wider: string[];
}

/**
 * A name in the language asked for, else in a wider or narrower form of it ("zh" and "zh-Hans"), else in English,
 * Vietnamese, or whatever there is.
 */
export function nameIn(names: Names, language?: string | null): string | null {
  for (const wanted of language ? [language, ...FALLBACKS] : FALLBACKS) {
    const name = nameNear(names, lookupOf(wanted));
    if (name !== undefined) return name;
  }
  return Object.values(names)[0] ?? null;
}

function lookupOf(wanted: string): Lookup {
  const known = lookups.get(wanted);
  if (known) return known;
  const tag = canonicalTag(wanted);
  const scripted = withScript(tag);
  const [language = tag] = tag.split('-', 1);
  const lookup = { language, scripted, wider: [tag, ...widening(tag).slice(1, -1), ...widening(scripted)] };
  lookups.set(wanted, lookup);
  return lookup;
}

/** Wider and wider (RFC 4647, section 3.4: lookup), as written and with its script; then the first that is narrower. */
function nameNear(names: Names, { language, scripted, wider }: Lookup): string | undefined {
  // "names" is an object out of JSON: a language called "toString" must not find what every object has.
  const found = wider.find(tag => Object.hasOwn(names, tag)) ?? narrower(names, language, scripted);
  return found === undefined ? undefined : names[found];
}

/** "zh-Hant-TW", "zh-Hant", "zh". */
function widening(tag: string): string[] {
  const parts = tag.split('-');
  return parts.map((_part, place) => parts.slice(0, parts.length - place).join('-'));
}

/** A form of the language in the same script, else any form of it. */
function narrower(names: Names, language: string, scripted: string): string | undefined {
  const forms = Object.keys(names).filter(tag => tag.startsWith(`${language}-`));
  const script = widening(scripted).at(-2);
  return forms.find(tag => script !== undefined && withScript(tag).startsWith(script)) ?? forms[0];
}
