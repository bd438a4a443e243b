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

/**
 * 1 to 12 for a month written as a number or by its name, whole or short, with or without accents, in any of the languages;
 * null for what is none, and for the few names that are different months in different languages.
 */
export function monthNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null;

  return NAMES.get(bare(text)) ?? null;
}

function bare(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

const NAMES = new Map<string, number | null>();

for (const language of LANGUAGES) {
  for (const width of ['long', 'short'] as const) {
    // With the day beside it, as Slavic languages and Greek decline it; and alone.
    for (const options of [{ month: width }, { month: width, day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const name = bare(
          format.formatToParts(Date.UTC(2026, month - 1, 1)).find(part => part.type === 'month')?.value ?? '',
        );
        if (!/^\p{L}{3,}$/u.test(name)) continue;
        const english = language === 'en' || NAMES.get(name) === undefined;
        NAMES.set(name, english || NAMES.get(name) === month ? (NAMES.get(name) ?? month) : null);
      }
    }
  }
}
