/** A language tag in its canonical form (RFC 5646, section 4.5), "iw" as "he"; as it is where it is not well-formed. */
export function canonicalTag(tag: string): string {
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
