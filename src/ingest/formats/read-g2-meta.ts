import { childNamed, childrenNamed, codeEnd, elementsNamed } from './g2-elements.js';
import { g2Line } from './g2-text.js';
import type { IncomingArticle } from '../incoming.js';
import { languageTag } from '../text/language-tag.js';
import { readFirstDate } from './read-first-date.js';
import type { XmlElement } from '../xml/xml-element.js';

const LONGEST_IDENTITY = 2000;
const LONGEST_NAME = 300;
const MOST_BYLINES = 20;

/** The language of the content, else the default language of the item. */
export function readG2Language(item: XmlElement): string | null {
  const said = childrenNamed(childNamed(item, 'contentmeta'), 'language').map(language => language.attribute('tag'));
  return [...said, item.attribute('xml:lang')].map(languageTag).find(tag => tag !== null) ?? null;
}

/** What an item has in common with its translations: an altId of type "story", else the item it says it is a translation of. */
export function readG2Story(item: XmlElement): string | null {
  const metas = childrenNamed(item, 'itemmeta', 'contentmeta');
  const altIds = metas.flatMap(meta => childrenNamed(meta, 'altid'));
  const story = altIds.find(altId =>
    /^story(-?id)?$/.test(codeEnd(altId.attribute('type') ?? altId.attribute('typeuri'))),
  );
  const links = metas.flatMap(meta => childrenNamed(meta, 'link'));
  const original = links.find(link => codeEnd(link.attribute('rel') ?? link.attribute('reluri')) === 'translationof');

  const found = story?.text.trim() || story?.attribute('id') || original?.attribute('residref');
  return found ? found.slice(0, LONGEST_IDENTITY) : null;
}

/** The by-line as it is printed; else the names of who created the content; else the by-line of the text in NITF. */
export function readG2Bylines(item: XmlElement): string[] {
  const contentMeta = childNamed(item, 'contentmeta');
  const by = childrenNamed(contentMeta, 'by').map(g2Line).filter(Boolean);
  const creators = childrenNamed(contentMeta, 'creator').map(nameOf).filter(Boolean);
  const inText = elementsNamed(item, ['byline']).map(g2Line).filter(Boolean);

  const written = [by, creators, inText].find(names => names.length > 0) ?? [];
  return [...new Set(written.map(name => name.slice(0, LONGEST_NAME)))].slice(0, MOST_BYLINES);
}

/** Whom to name as the source: the credit line, else who holds the rights, else who provides the item. */
export function readG2Credit(item: XmlElement): string | null {
  const rights = childNamed(item, 'rightsinfo');
  const credits = [
    g2Line(childNamed(childNamed(item, 'contentmeta'), 'creditline')),
    nameOf(childNamed(rights, 'copyrightholder')),
    g2Line(childNamed(rights, 'copyrightnotice')),
    nameOf(childNamed(childNamed(item, 'itemmeta'), 'provider')),
  ];
  return credits.find(Boolean)?.slice(0, LONGEST_NAME) ?? null;
}

/**
 * An item has no date of publication. When its first version was made comes nearest; for text, then when the content was, which
 * for a picture may be long ago; and when there was only one version, then.
 */
export function readG2Dates(
  item: XmlElement,
  itemClass: string,
): Pick<IncomingArticle, 'publishedAt' | 'updatedAt' | 'unreadableDate' | 'expiresAt'> {
  const itemMeta = childNamed(item, 'itemmeta');
  const version = text(itemMeta, 'versioncreated');
  const content = text(childNamed(item, 'contentmeta'), 'contentcreated');
  const isText = ['', 'text', 'composite'].includes(itemClass);

  const published = readFirstDate([
    text(itemMeta, 'firstcreated'),
    ...(isText ? [content, version] : [version, content]),
  ]);
  const updated = readFirstDate([version]);
  return {
    publishedAt: published.date,
    updatedAt: updated.date,
    unreadableDate: published.date === null ? published.unreadable : updated.unreadable,
    expiresAt: readFirstDate(childrenNamed(itemMeta, 'expires').map(expires => expires.text)).date,
  };
}

function text(element: XmlElement | null, name: string): string | null {
  return childNamed(element, name)?.text ?? null;
}

/** A party by its name, else by the literal it is given; empty for a code alone, which no reader knows. */
function nameOf(party: XmlElement | null): string {
  return g2Line(childNamed(party, 'name')) || (party?.attribute('literal') ?? '');
}
