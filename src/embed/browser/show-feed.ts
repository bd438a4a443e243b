/// <reference lib="dom" />
import type { EmbedArticle } from '../embed-article.js';
import { embedLabels } from '../embed-labels.js';
import { embedPlaceholder, embedRow, embedView, type EmbedLook } from '../embed-view.js';
import { momentText } from '../moment-text.js';
import { fetchFeed } from './fetch-feed.js';
import { keepReading } from './keep-reading.js';
import { makeElement } from './make-element.js';
import { placeRows } from './place-rows.js';
import { startTicker } from './start-ticker.js';

/** Shows a feed in a place, and keeps it up to date. Gives what ends that. */
export function showFeed(
  place: ShadowRoot,
  { address, gateway, most, look }: { address: string; gateway: string; most: number; look: EmbedLook },
): () => void {
  const labels = embedLabels(look.language);
  const awaited = Array.from({ length: most }, () => embedPlaceholder(makeElement));
  const feed = embedView(makeElement, look, labels, { title: '', homeUrl: gateway }, awaited, '');
  const part = (name: string): HTMLElement => feed.querySelector<HTMLElement>(name)!;
  const [list, status, heading] = [part('.list'), part('.status'), part('.heading')];
  let rows = new Map<string, HTMLElement>();
  let tag: string | null = null;
  let readAt: string | null = null;

  const say = (words: string): void => {
    if (status.textContent !== words) status.textContent = words;
  };
  const show = (articles: EmbedArticle[]): void => {
    const stoodOn = place.activeElement;
    rows = new Map(
      articles.map(article => {
        const key = JSON.stringify(article);
        return [key, rows.get(key) ?? embedRow(makeElement, look, article)];
      }),
    );
    // The room that was kept stays kept: what stands below does not move when fewer come than were asked for.
    const spare = look.layout === 'ticker' ? [] : awaited.slice(rows.size);
    for (const row of spare) row.classList.add('spare');
    placeRows(list, [...rows.values(), ...spare]);
    if (stoodOn && !feed.contains(stoodOn)) feed.focus(); // Gone under the visitor: on from here, not from the page's beginning.
  };
  const read = async (signal: AbortSignal): Promise<boolean> => {
    const reading = await fetchFeed(address, most, signal);
    if (!feed.isConnected) return false;
    list.removeAttribute('aria-busy');
    if (reading === 'away') {
      const when = readAt === null ? '' : momentText(readAt, look.language, look.timeZone);
      say(when ? `${labels.away} ${labels.updated.replace('{time}', when)}` : labels.away);
      return false;
    }
    if (reading === 'refused') {
      show([]);
      tag = null;
      say(labels.refused);
      return false;
    }
    readAt = new Date(performance.timeOrigin + performance.now()).toISOString();
    say(reading.articles.length > 0 ? '' : labels.empty);
    if (tag !== null && tag === reading.tag) return true;
    const isFirst = tag === null;
    tag = reading.tag ?? '';
    heading.textContent = reading.title || labels.news;
    feed.setAttribute('aria-label', reading.title || labels.news);
    if (reading.homeUrl) part('.from a').setAttribute('href', reading.homeUrl);
    show(reading.articles);
    if (isFirst && look.layout === 'ticker') startTicker(feed, labels);
    return true;
  };

  feed.tabIndex = -1;
  list.setAttribute('aria-busy', 'true');
  // A picture that does not come leaves its place, and nothing broken in it.
  const clear = ({ target }: Event): void => (target as Element).closest('.picture')?.replaceChildren();
  feed.addEventListener('error', clear, true);
  place.replaceChildren(feed);
  return keepReading(read);
}
