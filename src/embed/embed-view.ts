import type { EmbedArticle, EmbedLayout, EmbedPicture, EmbedTheme } from './embed-article.js';
import type { EmbedLabels } from './embed-labels.js';
import { momentText } from './moment-text.js';

/** Makes an element: of the page in a browser, of text on the gateway. What is null is left out. */
export type Make<Element> = (
  tag: string,
  attributes: Record<string, string | number | null>,
  ...children: (Element | string)[]
) => Element;

export interface EmbedLook {
  layout: EmbedLayout;
  theme: EmbedTheme;
  /** One of ours, for the labels. */
  language: string;
  /** IANA; null for the reader's own. */
  timeZone: string | null;
  /** What links open in: a frame must not hold the page they lead to. */
  target: string | null;
  /** What its title is: in a page of another's no heading, since nobody knows what stands above it. */
  heading: 'h1' | 'p';
}

/** An embed around its rows. */
export function embedView<Element>(
  make: Make<Element>,
  look: EmbedLook,
  labels: EmbedLabels,
  { title, homeUrl }: { title: string; homeUrl: string | null },
  rows: Element[],
  status: string,
): Element {
  const pause = make('button', { class: 'pause', part: 'pause', type: 'button', hidden: '' }, labels.pause);
  return make(
    'section',
    {
      class: 'feed',
      part: 'feed',
      lang: look.language,
      'data-layout': look.layout,
      'data-theme': look.theme,
      'aria-label': title || labels.news,
    },
    make(look.heading, { class: 'heading', part: 'heading' }, title || labels.news),
    ...(look.layout === 'ticker' ? [pause] : []),
    make('div', { class: 'rows' }, make('ul', { class: 'list', part: 'list', role: 'list' }, ...rows)),
    make(
      'div',
      { class: 'foot' },
      make('p', { class: 'status', part: 'status', role: 'status' }, status),
      make(
        'p',
        { class: 'from', part: 'credit' },
        make('a', { href: homeUrl, target: look.target, lang: 'vi' }, 'Nhịp Cầu'),
      ),
    ),
  );
}

/** The row of an article: its picture, headline, lede, credit and date. */
export function embedRow<Element>(make: Make<Element>, look: EmbedLook, article: EmbedArticle): Element {
  const { headline, url, language, publishedAt, lede, credit, picture } = article;
  const when = momentText(publishedAt, language, look.timeZone);
  const words = [
    make(
      'a',
      { class: 'headline', part: 'headline', href: url, target: look.target, rel: look.target && 'noopener' },
      headline,
    ),
    ...(look.layout === 'cards' && lede ? [make('p', { class: 'lede', part: 'lede' }, lede)] : []),
    make(
      'p',
      { class: 'meta', part: 'meta' },
      make('span', { class: 'credit' }, credit),
      ' · ',
      make('time', { datetime: publishedAt }, when),
    ),
  ];
  return make(
    'li',
    { class: 'row', part: 'article', lang: language },
    ...(look.layout === 'ticker' ? words : [embedFigure(make, picture), make('div', { class: 'words' }, ...words)]),
  );
}

/** The place of a picture, also of one that is not there, so that all rows are of one height. */
export function embedFigure<Element>(make: Make<Element>, picture: EmbedPicture | null): Element {
  if (!picture) return make('div', { class: 'picture', 'aria-hidden': 'true' });
  const { url, alt, credit, width, height } = picture;
  return make(
    'figure',
    { class: 'picture', part: 'picture' },
    make('img', { src: url, alt, width, height, loading: 'lazy', decoding: 'async' }),
    ...(credit ? [make('figcaption', {}, credit)] : []),
  );
}

/** Room for a row that is still to come. */
export function embedPlaceholder<Element>(make: Make<Element>): Element {
  return make(
    'li',
    { class: 'row awaited', 'aria-hidden': 'true' },
    make('div', { class: 'picture' }),
    make('div', { class: 'words' }, make('i', {}), make('i', {})),
  );
}
