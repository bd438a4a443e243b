/** As far as a root element is looked for: some sites print warnings and comments before it. */
const FIRST_CHARACTERS = 200_000;

/** What such warnings are made of. */
const NOT_ROOTS = new Set(['br', 'b', 'i', 'p', 'div', 'span', 'font', 'pre', 'strong', 'em', 'hr', 'script', 'style']);

/** Comments, processing instructions, declarations, and the start of a tag, whichever comes first. */
const PIECE = /<!--[^]*?(?:-->|$)|<\?[^>]*>|<![^>]*>|<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)/g;

/**
 * The name of the root element of an XML or HTML text, without its prefix; null where there is none. Remarks and the remains of
 * error messages before it are passed over.
 */
export function rootElement(text: string): string | null {
  for (const [, name] of text.slice(0, FIRST_CHARACTERS).matchAll(PIECE)) {
    if (name !== undefined && !NOT_ROOTS.has(name.toLowerCase())) return name;
  }
  return null;
}
