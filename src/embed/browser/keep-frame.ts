/// <reference lib="dom" />
import { keepReading, PAUSES } from './keep-reading.js';
import { startTicker } from './start-ticker.js';

/** In a frame: tells the page around it how high it is, whenever that changes and when it asks, and shows what the gateway now has, as long as it is looked at. */
export function keepFrame(): void {
  const said = (name: string): string => document.body.dataset[name] ?? '';
  const tellHeight = (): void => {
    const { offsetHeight: height } = document.documentElement;
    parent.postMessage({ type: 'nhip-cau-height', height }, '*'); // No secret, and the page around may be any.
  };
  const show = (): void => {
    const ticker = document.querySelector('[data-layout=ticker]');
    if (ticker) startTicker(ticker, { pause: said('pause'), play: said('play') });
  };
  let tag: string | null = null;
  const read = async (signal: AbortSignal): Promise<boolean> => {
    const status = document.querySelector('.status');
    const answer = await fetch(location.href, { signal, cache: 'no-cache', credentials: 'omit' }).catch(() => null);
    const page = answer && answer.status < 500 ? await answer.text().catch(() => null) : null;
    if (!answer || page === null) {
      if (status && status.textContent !== said('away')) status.textContent = said('away');
      return false;
    }
    if (tag !== null && tag === answer.headers.get('etag')) {
      if (status && status.textContent === said('away')) status.textContent = said('status');
      return true;
    }
    tag = answer.headers.get('etag');
    // Read as data: nothing in it runs, and this frame's policy holds for what is taken from it.
    const main = new DOMParser().parseFromString(page, 'text/html').querySelector('main');
    const stoodOn = document.activeElement?.getAttribute('href');
    if (main) document.querySelector('main')?.replaceWith(document.adoptNode(main));
    if (stoodOn) document.querySelector<HTMLElement>(`a[href="${CSS.escape(stoodOn)}"]`)?.focus();
    show();
    return answer.ok;
  };

  new ResizeObserver(tellHeight).observe(document.documentElement);
  addEventListener('message', ({ source, data }: MessageEvent<{ type?: unknown } | null>) => {
    if (source === parent && data?.type === 'nhip-cau-height') tellHeight();
  });
  // A picture that does not come leaves its place, and nothing broken in it.
  const clear = ({ target }: Event): void => (target as Element).closest('.picture')?.replaceChildren();
  document.addEventListener('error', clear, true);
  show();
  keepReading(read, PAUSES.usual);
}
