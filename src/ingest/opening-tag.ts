const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML and XML write it, between tags or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, character => ESCAPES[character]!);
}

export function openingTag(name: string, attributes: ReadonlyMap<string, string>): string {
  const written = [...attributes].map(([attribute, value]) => ` ${attribute}="${escapeMarkup(value)}"`);
  return `<${name}${written.join('')}>`;
}
