import { escapeMarkup } from './escape-markup.js';

export function openingTag(name: string, attributes: ReadonlyMap<string, string>): string {
  const written = [...attributes].map(([attribute, value]) => ` ${attribute}="${escapeMarkup(value)}"`);
  return `<${name}${written.join('')}>`;
}
