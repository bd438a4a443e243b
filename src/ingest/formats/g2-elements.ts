import type { XmlElement } from '../xml/xml-element.js';

/** The children of that name, in whatever namespace: agencies put NewsML-G2 under prefixes of their own. Names are lower case. */
export function childrenNamed(element: XmlElement | null, ...names: string[]): XmlElement[] {
  return element?.elements.filter(child => names.includes(child.name)) ?? [];
}

export function childNamed(element: XmlElement | null, name: string): XmlElement | null {
  return childrenNamed(element, name)[0] ?? null;
}

/** The elements of those names at any depth, but not inside one another, in the order of the file. */
export function elementsNamed(element: XmlElement, names: readonly string[]): XmlElement[] {
  return element.elements.flatMap(child => (names.includes(child.name) ? [child] : elementsNamed(child, names)));
}

/** What a concept is: by its QCode, its URI, or a literal (NewsML-G2, section on QCodes). Null where it does not say. */
export function conceptCode(element: XmlElement | null): string | null {
  return ['qcode', 'uri', 'literal'].map(name => element?.attribute(name)).find(Boolean) ?? null;
}

/** The end of a code: "usable" of "stat:usable" and of "http://cv.iptc.org/newscodes/pubstatusg2/usable". */
export function codeEnd(code: string | null): string {
  return code?.toLowerCase().split(/[:/#]/).at(-1) ?? '';
}
