import type { Names } from './topic.js';

const FALLBACKS = ['en', 'vi'];

/**
 * A name in the language asked for, else in a wider or narrower form of it ("zh" and "zh-Hans"), else in English,
 * Vietnamese, or whatever there is.
 */
export function nameIn(names: Names, language?: string | null): string | null {
  for (const wanted of language ? [language, ...FALLBACKS] : FALLBACKS) {
    const name = names[wanted] ?? near(names, wanted);
    if (name !== undefined) return name;
  }
  return Object.values(names)[0] ?? null;
}

function near(names: Names, wanted: string): string | undefined {
  const canonical = canonicalTag(wanted);
  const primary = canonical.split('-')[0] ?? canonical;
  return (
    names[canonical] ?? names[primary] ?? Object.entries(names).find(([tag]) => tag.startsWith(`${primary}-`))?.[1]
  );
}

function canonicalTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}
