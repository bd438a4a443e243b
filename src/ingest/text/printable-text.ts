/** What neither PostgreSQL nor XML 1.0 (section 2.2) can hold: control characters, noncharacters, halves of a pair; and stray byte order marks. */
// oxlint-disable-next-line no-control-regex -- Control characters are the subject.
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** The same in UTF-16 units, where a half of a pair and one of a whole pair look alike: twice as fast, and nearly all that most texts need. */
// oxlint-disable-next-line no-control-regex -- As above.
const PERHAPS_UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]/;

/** The text without what cannot be stored or printed. Line ends, tabs and joiners (which Khmer, Thai or Persian need) stay. */
export function printableText(text: string): string {
  return PERHAPS_UNPRINTABLE.test(text) ? text.replace(UNPRINTABLE, '') : text;
}
