import { escapeHtml } from '../content/escape-html.js';
import { LIST_SUBJECTS } from '../lists/list-subjects.js';
import type { OembedLink } from './oembed-link.js';
import { readEmbedRequest } from './embed-request.js';
import type { EmbedLayout } from './embed-article.js';

/** An answer of an oEmbed provider (oEmbed 1.0, 2.3.4.4). */
export interface Oembed {
  version: '1.0';
  type: 'rich';
  provider_name: string;
  provider_url: string;
  title: string;
  cache_age: number;
  html: string;
  width: number;
  height: number;
}

const USUAL_WIDTH = 640;

/**
 * The frame that shows what an address of ours shows: a frame's own, that of a topic, event or source, that of a feed, or the front page;
 * null for any other.
 */
export function frameAddress(address: string, publicUrl: string): URL | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname, searchParams } = new URL(address);
  const base = new URL(publicUrl);
  const root = base.pathname.replace(/\/$/, '');
  if (origin !== base.origin || !pathname.startsWith(root)) return null;
  const path = pathname.slice(root.length);
  const frame = new URL(`${publicUrl}/embed`);
  const isList = /^\/(|embed|search|feeds\.(rss|atom|json|ninjs))$/.test(path);
  const subject = /^\/(topics|events|sources)\/([\w-]+)(\/feed\.(rss|atom|json|ninjs))?$/.exec(path);
  if (!isList && !subject) return null;

  for (const [name, value] of searchParams)
    if (name !== 'hl' && name !== 'after') frame.searchParams.append(name, value);
  if (subject) frame.searchParams.append(LIST_SUBJECTS[subject[1] as keyof typeof LIST_SUBJECTS], subject[2]!);
  return frame;
}

/** Tells how to embed a frame, in at most so many pixels. */
export function oembedOf(
  frame: URL,
  title: string,
  publicUrl: string,
  most: { width: number; height: number },
): Oembed {
  const { look, list } = readEmbedRequest(frame.searchParams);
  const width = Math.min(USUAL_WIDTH, most.width);
  const height = Math.min(frameHeight(look.layout, list.limit, width), most.height);
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Nhịp Cầu',
    provider_url: `${publicUrl}/`,
    title,
    cache_age: 3600,
    html: frameHtml(frame.href, title, { width, height }),
    width,
    height,
  };
}

/** The markup that puts a frame on a page. */
export function frameHtml(
  address: string,
  title: string,
  { width, height }: { width: number | '100%'; height: number },
): string {
  const words = `src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="${width}" height="${height}"`;
  return `<iframe ${words} loading="lazy" style="border:0;max-width:100%"></iframe>`;
}

/** Pixels that a frame needs: rows have one height whatever they hold. */
export function frameHeight(layout: EmbedLayout, limit: number, width: number): number {
  if (layout === 'ticker') return 96;
  if (layout === 'list') return 100 + 120 * limit;
  const columns = Math.max(1, Math.floor((width - 18) / 256));
  const card = Math.ceil((((width - 18) / columns - 16) * 9) / 16) + 212;
  return 132 + Math.ceil(limit / columns) * (card + 16);
}

/** XML as oEmbed has it (2.3.4). */
export function oembedXml(answer: Oembed | OembedLink): string {
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${escapeHtml(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`;
}

/** Links by which a consumer finds the provider from a page (oEmbed 1.0, 4). */
export function oembedLinks(
  address: string,
  publicUrl: string,
  title: string,
): { rel: string; type: string; href: string; title: string }[] {
  return (['json', 'xml'] as const).map(format => ({
    rel: 'alternate',
    type: format === 'json' ? 'application/json+oembed' : 'text/xml+oembed',
    href: `${publicUrl}/oembed?${new URLSearchParams({ url: address, format }).toString()}`,
    title,
  }));
}
