import { FEED_LIMITS } from './feed-limits.js';
import { elementsNamed } from './g2-elements.js';
import type { IncomingArticle, IncomingFeed, UnreadableItem } from '../incoming.js';
import { readG2Item } from './read-g2-item.js';
import { readXml } from '../xml/read-xml.js';
import type { XmlElement } from '../xml/xml-element.js';

const NOT_ARTICLES: Record<string, string> = {
  packageitem: 'It is a package that refers to other items. Send those items, alone or together in a newsMessage.',
  conceptitem: 'It describes a concept, not news. Articles name concepts as their subjects.',
  knowledgeitem: 'It is a vocabulary, not news. Topics are imported by the commands for vocabularies.',
  planningitem: 'It is a plan of coverage, not an article. Send the articles when they are written.',
  catalogitem: 'It is a catalogue of vocabularies, not news.',
};
const ITEMS = ['newsitem', ...Object.keys(NOT_ARTICLES)];

/**
 * Reads IPTC NewsML-G2 2.x: an item alone or the items of a newsMessage, under any prefix. What is no newsItem is told as an item that
 * cannot be read, with the reason; the items that a package holds are read, those that it refers to are not fetched.
 * @throws Refusal PAYLOAD_TOO_LARGE where there are more XML elements than feeds may have.
 */
export function parseNewsmlG2(xml: string): IncomingFeed {
  const document = readXml(xml, { home: 'rss', elements: FEED_LIMITS.elements });
  const items = elementsNamed(document, ITEMS).flatMap(item => withinPackage(item));

  return {
    format: 'newsml-g2',
    title: null,
    language: null,
    items:
      items.length > 0 || elementsNamed(document, ['newsmessage']).length > 0
        ? items.map((item, index) => readItem(item, `item ${index + 1}`))
        : [
            {
              label: 'item 1',
              reason: 'There is no newsItem in it. Send newsItems, alone or together in a newsMessage.',
            },
          ],
    nextUrl: null,
  };
}

function readItem(item: XmlElement, label: string): IncomingArticle | UnreadableItem {
  const reason = NOT_ARTICLES[item.name];
  return reason === undefined ? readG2Item(item, label) : { label: item.attribute('guid') || label, reason };
}

function withinPackage(item: XmlElement): XmlElement[] {
  const inside = item.name === 'packageitem' ? elementsNamed(item, ['newsitem']) : [];
  return inside.length > 0 ? inside : [item];
}
