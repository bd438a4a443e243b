/** More marks on one letter than any language has; the same bound as the Stream-Safe Text Format (UAX #15, section 13). */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * The text in Unicode's composed form (NFC), so that one word is one sequence whoever typed it.
 * Marks after the 30th on one letter go: to sort 600,000 of them took the engine 160 s.
 */
export function composeText(text: string): string {
  return text.replace(TOO_MANY_MARKS, '$1').normalize('NFC');
}
