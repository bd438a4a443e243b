import { resolveLink } from '../markup/resolve-link.js';
import type { XmlElement } from './xml-element.js';

/** What links inside an element are relative to: its xml:base and those around it (XML Base), beginning from the given address. */
export function elementBase(element: XmlElement, start: string | null): string | null {
  const around = element.parent === null ? start : elementBase(element.parent, start);
  const own = element.attribute('xml:base');

  return own === null || own === '' ? around : (resolveLink(own, around) ?? around);
}
