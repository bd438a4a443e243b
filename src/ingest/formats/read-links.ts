import { resolveLink } from '../markup/resolve-link.js';
import type { XmlElement } from '../xml/xml-element.js';

/** Types of what a link leads to that no reader of news opens. */
const MACHINES = /(atom|rss|json|xml)\b/i;

/**
 * Where an item leads: its address, absolute, or null; and what to know it by when it has no id of its own, which is that
 * address as it is written, or a relative one where there is nothing to resolve it against. Of several links the last counts, as most readers
 * have it; links of other relations (RFC 4287, section 4.2.7.2) do not.
 */
export function readLinks(item: XmlElement, baseUrl: string | null): { url: string | null; identity: string | null } {
  const plain = item.all('link').filter(link => isAlternate(link) && addressOf(link) !== '');
  const pages = plain.filter(link => !MACHINES.test(link.attribute('type') ?? ''));
  const link = pages.at(-1) ?? plain.at(-1) ?? item.all('atom:link').find(isAlternate);
  if (link === undefined) return { url: null, identity: null };

  const url = resolveLink(addressOf(link), baseUrl);
  const absolute = /^[a-z][a-z\d+.-]*:/i.test(addressOf(link).replace(/\s/g, ''));
  if (!absolute) return { url, identity: url ?? addressOf(link) };
  return { url, identity: url === null ? null : addressOf(link) };
}

function addressOf(link: XmlElement): string {
  return link.attribute('href') ?? link.text.trim();
}

function isAlternate(link: XmlElement): boolean {
  const relation = link.attribute('rel')?.toLowerCase() ?? 'alternate';
  return relation === 'alternate' || relation === '';
}
