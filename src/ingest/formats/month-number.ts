/** The languages whose names of months are read: those of the desk and of the wire services it takes from. */
const LANGUAGES = [
  'en',
  'fr',
  'es',
  'pt',
  'it',
  'de',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'ro',
  'tr',
  'id',
  'ru',
  'uk',
  'bg',
  'el',
];

/** The first three letters of the English names, in order: nearly every feed has these. */
const ENGLISH = 'janfebmaraprmayjunjulaugsepoctnovdec';

/**
 * 1 to 12 for a month written as a number or by its name, whole or short, with or without accents, in any of the languages;
 * null for what is none, and for the few names that are different months in different languages.
 */
export function monthNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null;
  if (/^[a-z]{3}$/i.test(text) && ENGLISH.indexOf(text.toLowerCase()) % 3 === 0) {
    return ENGLISH.indexOf(text.toLowerCase()) / 3 + 1;
  }
  // Made when first needed: the formats of 21 languages take a tenth of a second.
  names ??= monthNames();
  return names.get(bare(text)) ?? null;
}

let names: Map<string, number | null> | null = null;

function bare(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

/** The month of each name; null where two languages mean different months by it, unless one of them is English. */
function monthNames(): Map<string, number | null> {
  const months = new Map<string, number | null>();
  const english = new Set<string>();

  for (const [name, month, language] of allNames()) {
    if (language === 'en') english.add(name);
    if (!months.has(name)) months.set(name, month);
    else if (months.get(name) !== month && !english.has(name)) months.set(name, null);
  }
  return months;
}

/** Both alone and with the day beside them, as Slavic languages and Greek decline them. */
function allNames(): [string, number, string][] {
  return LANGUAGES.flatMap(language =>
    (['long', 'short'] as const).flatMap(month =>
      [{}, { day: 'numeric' } as const].flatMap(beside => {
        const format = new Intl.DateTimeFormat(language, { month, ...beside, timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, index): [string, number, string] => {
          const parts = format.formatToParts(Date.UTC(2026, index, 1));
          return [bare(parts.find(part => part.type === 'month')?.value ?? ''), index + 1, language];
        });
      }),
    ),
  ).filter(([name]) => /^\p{L}{3,}$/u.test(name));
}
