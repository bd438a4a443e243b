import { bestRendition, type Rendition } from './best-rendition.js';
import { childrenNamed, codeEnd } from './g2-elements.js';
import type { IncomingMedia } from '../incoming.js';
import { mediaKind } from './media-kind.js';
import { readNitf } from './read-nitf.js';
import { resolveLink } from '../markup/resolve-link.js';
import { textAsHtml } from '../markup/text-as-html.js';
import { writeMarkup } from '../markup/write-markup.js';
import type { XmlElement } from '../xml/xml-element.js';

type Said = Pick<IncomingMedia, 'alt' | 'caption' | 'credit'>;

const ITEM_CLASSES: ReadonlyMap<string, IncomingMedia['kind']> = new Map([
  ['picture', 'picture'],
  ['photo', 'picture'],
  ['graphic', 'picture'],
  ['video', 'video'],
  ['audio', 'audio'],
]);

/** The text of an item as HTML: of the renditions in its contentSet XHTML before NITF before other XML before data. Null for none. */
export function readG2Body(contentSet: XmlElement | null): string | null {
  const inline = childrenNamed(contentSet, 'inlinexml').filter(hasContent);
  const data = childrenNamed(contentSet, 'inlinedata').filter(hasContent);
  const rooted = (name: string): XmlElement | undefined =>
    inline.find(xml => xml.elements.some(child => child.name === name));

  const html = rooted('html') ?? rooted('body') ?? inline.find(xml => /html/i.test(xml.attribute('contenttype') ?? ''));
  if (html) return writeMarkup(html, 'xhtml').trim() || null;
  const nitf = rooted('nitf')?.elements.find(child => child.name === 'nitf');
  if (nitf) return readNitf(nitf).trim() || null;
  if (inline[0]) return writeMarkup(inline[0], 'xhtml').trim() || null;
  return readData(data);
}

/** inlineData is text, or markup that is escaped. What is encoded otherwise, such as a picture in Base64, is not read. */
function readData(data: readonly XmlElement[]): string | null {
  const readable = data.filter(
    found =>
      found.attribute('encoding') === null &&
      /^(text\/|application\/xhtml|$)/i.test(found.attribute('contenttype') ?? ''),
  );
  const html = readable.find(found => /html/i.test(found.attribute('contenttype') ?? ''));
  if (html) return html.text.trim();
  return readable[0] ? textAsHtml(readable[0].text) : null;
}

function hasContent(content: XmlElement): boolean {
  return content.attribute('hascontent') !== 'false' && (content.elements.length > 0 || content.text.trim() !== '');
}

/** The picture, video or recording that an item is: the best of its remote renditions that can be fetched from the web. */
export function readG2Media(contentSet: XmlElement | null, itemClass: string, said: Said): IncomingMedia[] {
  const kind = ITEM_CLASSES.get(itemClass) ?? null;
  const renditions = childrenNamed(contentSet, 'remotecontent').flatMap(content => readRendition(content, kind, said));
  const best = bestRendition(renditions, kind);
  return best === null ? [] : [best];
}

function readRendition(content: XmlElement, medium: IncomingMedia['kind'] | null, said: Said): Rendition[] {
  const url = resolveLink(content.attribute('href'), null);
  const mimeType = /^[\w.+-]+\/[\w.+-]+/.exec(content.attribute('contenttype') ?? '')?.[0].toLowerCase() ?? null;
  const kind = url === null || mimeType?.startsWith('text/') ? null : mediaKind(url, mimeType, medium);
  if (url === null || kind === null) return [];

  const size = { width: pixels(content, 'width'), height: pixels(content, 'height') };
  const durationSeconds = kind === 'picture' ? null : seconds(content);
  return [
    {
      media: { kind, url, mimeType, ...size, durationSeconds, ...said },
      name: codeEnd(content.attribute('rendition')),
    },
  ];
}

/** Pixels are the unit of pictures on screens, and the default. */
function pixels(content: XmlElement, name: 'width' | 'height'): number | null {
  const unit = codeEnd(content.attribute(`${name}unit`));
  const number = /^\d{1,6}$/.exec(content.attribute(name) ?? '');
  return number && Number(number[0]) > 0 && (unit === '' || unit === 'pixels') ? Number(number[0]) : null;
}

/** Seconds are the default unit. */
function seconds(content: XmlElement): number | null {
  const unit = codeEnd(content.attribute('durationunit'));
  const number = /^\d{1,9}(\.\d+)?$/.exec(content.attribute('duration') ?? '');
  if (!number || !['', 'seconds', 'milliseconds'].includes(unit)) return null;
  return Math.round(Number(number[0]) / (unit === 'milliseconds' ? 1000 : 1));
}
