import { escapeHtml } from '../content/escape-html.js';
import { LIMIT } from '../lists/list-request.js';
import { writeAddress, writeListQuery } from '../lists/write-list-query.js';
import { DESK_ZONE, type EmbedRequest } from './embed-request.js';
import { frameHeight, frameHtml } from './oembed.js';

/** What puts an embed on a page. */
export interface EmbedCode {
  /** The two lines of the widget, with a link for browsers that run no script. */
  widget: string;
  /** The widget's attributes, and its style: the room that it keeps, and its colour. */
  attributes: Record<string, string>;
  style: string;
  /** The address of the frame, which oEmbed takes too, and its markup. */
  frameUrl: string;
  frame: string;
}

/** The colour of lines and links where nobody chose another: by day, since by night it is a lighter one. */
export const USUAL_ACCENT = '#a31f26';

/** Pixels for which the room is kept: a frame is as wide as a column of text, a widget often as wide as a page. */
const WIDTH = { frame: 640, widget: 1_000 };

/** Writes the widget and the frame of an embed. `readEmbedRequest` reads the same out of the frame's address. */
export function embedCode(request: EmbedRequest, title: string, publicUrl: string): EmbedCode {
  const { list, look } = request;
  const accent = request.accent?.toLowerCase() === USUAL_ACCENT ? null : request.accent;
  const selecting = writeListQuery({ ...list, limit: LIMIT.usual, after: null });
  if (look.timeZone !== null && look.timeZone !== DESK_ZONE) selecting.set('tz', look.timeZone);
  const looking = {
    limit: String(list.limit),
    ...(look.layout === 'list' ? {} : { layout: look.layout }),
    ...(look.theme === 'auto' ? {} : { theme: look.theme }),
  };

  const attributes = { ...widgetAttributes(selecting), ...looking };
  const room = frameHeight(look.layout, list.limit, WIDTH.widget);
  const style = `display:block;min-height:${room}px${accent === null ? '' : `;--nhip-cau-accent:${accent}`}`;
  const framed = new URLSearchParams([...selecting, ...Object.entries(looking)]);
  if (accent !== null) framed.set('accent', accent);
  if (request.sites.length > 0) framed.set('sites', request.sites.join(','));
  const frameUrl = writeAddress(`${publicUrl}/embed`, framed);
  const height = frameHeight(look.layout, list.limit, WIDTH.frame);
  const link = `<a href="${escapeHtml(writeAddress(`${publicUrl}/search`, selecting))}">${escapeHtml(title)}</a>`;
  return {
    widget: `<script type="module" src="${escapeHtml(publicUrl)}/embed.js"></script>\n${feedElement({ ...attributes, style }, `\n  ${link}\n`)}`,
    attributes,
    style,
    frameUrl,
    frame: frameHtml(frameUrl, title, { width: '100%', height }),
  };
}

/** The element of the widget, around what is shown where no script runs. */
export function feedElement(attributes: Record<string, string>, inside: string): string {
  const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  return `<nhip-cau-feed${said.join('')}>${inside}</nhip-cau-feed>`;
}

/** As the query string has them, but for the languages: of one it is the language of the element too. */
function widgetAttributes(selecting: URLSearchParams): Record<string, string> {
  const { lang, ...others } = Object.fromEntries(selecting);
  if (lang === undefined) return others;
  return { ...others, [lang.includes(',') ? 'languages' : 'lang']: lang };
}
