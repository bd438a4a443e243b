/// <reference lib="dom" />
import type { EmbedLayout, EmbedTheme } from '../embed-article.js';
import { spokenLanguage } from '../embed-labels.js';
import { EMBED_STYLE } from '../embed-style.js';
import { showFeed } from './show-feed.js';

/** The attributes that say which articles, as they stand in the address of a feed. */
export const SELECTING = ['topic', 'event', 'source', 'country', 'q', 'from', 'to', 'on', 'last', 'tz'];

/** Defines `<nhip-cau-feed>`, which reads from the gateway that its script came from unless `src` names another. */
export function defineFeedElement(gateway: string): void {
  if (customElements.get('nhip-cau-feed')) return;
  const sheet = new CSSStyleSheet(); // Not an element: a page with a strict policy forbids styles that are written into it.
  sheet.replaceSync(EMBED_STYLE);

  class FeedElement extends HTMLElement {
    static observedAttributes = [...SELECTING, 'lang', 'languages', 'limit', 'layout', 'theme', 'src'];
    #stop = (): void => {};
    #isWaiting = false;
    readonly #root = this.attachShadow({ mode: 'open' });

    connectedCallback(): void {
      this.#root.adoptedStyleSheets = [sheet];
      this.#start();
    }

    disconnectedCallback(): void {
      this.#stop();
    }

    attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
      if (before === after || !this.isConnected || this.#isWaiting) return;
      this.#isWaiting = true; // Several attributes that are set together are one change.
      queueMicrotask(() => {
        this.#isWaiting = false;
        if (this.isConnected) this.#start();
      });
    }

    #said(name: string): string {
      return this.getAttribute(name)?.trim() ?? '';
    }

    #one<Word extends string>(name: string, words: Word[]): Word {
      return words.find(word => word === this.#said(name)) ?? words[0]!;
    }

    #start(): void {
      this.#stop();
      const most = Math.min(Math.max(Math.trunc(Number(this.#said('limit'))) || 5, 1), 100);
      const spoken = this.#said('lang') || document.documentElement.lang || navigator.language;
      this.#stop = showFeed(this.#root, {
        address: this.#address(most),
        gateway: this.#gateway(),
        most,
        look: {
          layout: this.#one<EmbedLayout>('layout', ['list', 'cards', 'ticker']),
          theme: this.#one<EmbedTheme>('theme', ['auto', 'light', 'dark']),
          language: spokenLanguage(spoken),
          timeZone: this.#said('tz') || null,
          target: null,
          heading: 'p',
        },
      });
    }

    #gateway(): string {
      const said = this.#said('src');
      return URL.canParse(said, location.href) && said
        ? new URL(said, location.href).href.replace(/\/*$/, '/')
        : gateway;
    }

    #address(most: number): string {
      const address = new URL('feeds.json', this.#gateway());
      for (const name of SELECTING) if (this.#said(name)) address.searchParams.set(name, this.#said(name));
      const languages = this.#said('languages') || this.#said('lang');
      if (languages) address.searchParams.set('lang', languages);
      address.searchParams.set('limit', String(most));
      address.searchParams.set('texts', 'false');
      return address.href;
    }
  }

  customElements.define('nhip-cau-feed', FeedElement);
}
