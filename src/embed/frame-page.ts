import { createHash } from 'node:crypto';
import type { PublishedList } from '../lists/published-list.js';
import { keepFrame } from './browser/keep-frame.js';
import { keepReading, PAUSES } from './browser/keep-reading.js';
import { startTicker, TICKER_PACE } from './browser/start-ticker.js';
import { embedLabels } from './embed-labels.js';
import type { EmbedRequest } from './embed-request.js';
import { EMBED_STYLE } from './embed-style.js';
import { embedRow, embedView } from './embed-view.js';
import { listedEmbedArticle } from './listed-embed-article.js';
import { oembedLinks } from './oembed.js';
import { writeElement, Markup } from './write-element.js';
import { writeScript } from './write-script.js';

/** A page with its Content-Security-Policy. */
export interface FramePage {
  body: string;
  policy: string;
}

const SCRIPT = `(()=>{${writeScript({ PAUSES, TICKER_PACE }, [keepReading, startTicker, keepFrame])}keepFrame();})();`;

/** The page of a frame that shows a list. It can be read without its script, which only keeps it new and tells its height. */
export function framePage(
  list: PublishedList,
  { look, accent, sites }: EmbedRequest,
  { address, publicUrl }: { address: string; publicUrl: string },
): FramePage {
  const labels = embedLabels(look.language);
  const rows = list.items.map(item => embedRow(writeElement, look, listedEmbedArticle(item)));
  const status = rows.length > 0 ? '' : labels.empty;
  const view = embedView(writeElement, look, labels, { title: list.title, homeUrl: list.homeUrl }, rows, status);
  return pageOf(view, {
    language: look.language,
    title: list.title,
    accent,
    sites,
    links: oembedLinks(address, publicUrl, list.title),
    said: { pause: labels.pause, play: labels.play, away: labels.away, status },
  });
}

/** The page of a frame that cannot be shown: the reason is for whoever made the page around it. */
export function refusedFramePage(reason: string): FramePage {
  const labels = embedLabels('en');
  const words = `${labels.refused} ${reason}`;
  const look = { layout: 'list', theme: 'auto', language: 'en', timeZone: null, target: null, heading: 'h1' } as const;
  const view = embedView(writeElement, look, labels, { title: '', homeUrl: null }, [], words);
  return pageOf(view, {
    language: 'en',
    title: labels.refused,
    accent: null,
    sites: [],
    links: [],
    said: { away: labels.away, status: words },
  });
}

function pageOf(
  view: Markup,
  page: {
    language: string;
    title: string;
    accent: string | null;
    sites: string[];
    links: Record<string, string>[];
    said: Record<string, string>;
  },
): FramePage {
  const make = writeElement;
  const style = `${EMBED_STYLE}body{margin:0}${page.accent ? `.feed{--nhip-cau-accent:${page.accent}}` : ''}`;
  const head = [
    make('meta', { charset: 'utf-8' }),
    make('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    make('meta', { name: 'robots', content: 'noindex' }),
    make('title', {}, page.title),
    ...page.links.map(link => make('link', link)),
    make('noscript', {}, make('meta', { 'http-equiv': 'refresh', content: PAUSES.usual / 1000 })),
    make('style', {}, new Markup(style)),
  ];
  const said = Object.fromEntries(Object.entries(page.said).map(([name, words]) => [`data-${name}`, words]));
  const body = make('body', said, make('main', {}, view), make('script', {}, new Markup(SCRIPT)));
  return {
    body: `<!doctype html>\n${make('html', { lang: page.language }, make('head', {}, ...head), body).html}\n`,
    policy: policyFor(style, page.sites),
  };
}

/** Nothing but the page's own script and style, by their hashes (CSP 3, 2.3.1); these sites may frame it, or any. */
function policyFor(style: string, sites: string[]): string {
  return [
    "default-src 'none'",
    `script-src ${sourceHash(SCRIPT)}`,
    `style-src ${sourceHash(style)}`,
    'img-src http: https: data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${sites.length === 0 ? '*' : ["'self'", ...sites].join(' ')}`,
  ].join('; ');
}

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
