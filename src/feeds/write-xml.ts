import { XMLBuilder } from 'fast-xml-parser';

/** An element: "@name" for attributes, "#" for text, other names for what is inside, in their order; null is left out. */
export type XmlElement = { [name: string]: XmlValue };
type XmlValue = string | number | null | XmlElement | XmlElement[] | string[];

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  suppressEmptyNode: true,
  processEntities: true,
  format: false,
});

/** An XML 1.0 document in UTF-8, without white space between elements: some readers take it for part of an address. */
export function writeXml(root: XmlElement): string {
  return builder.build({ '?xml': { '@version': '1.0', '@encoding': 'utf-8' }, ...withoutNulls(root) });
}

function withoutNulls(element: XmlElement): XmlElement {
  const inside = Object.entries(element).flatMap(([name, value]) => (value === null ? [] : [[name, cleaned(value)]]));
  return Object.fromEntries(inside) as XmlElement;
}

function cleaned(value: Exclude<XmlValue, null>): XmlValue {
  if (typeof value !== 'object') return value;
  if (!Array.isArray(value)) return withoutNulls(value);
  return value.map(part => (typeof part === 'string' ? part : withoutNulls(part))) as XmlValue;
}
