import { defineFeedElement, SELECTING } from './browser/feed-element.js';
import { fetchFeed, PASSING } from './browser/fetch-feed.js';
import { fitFrames, HIGHEST_FRAME } from './browser/fit-frames.js';
import { keepReading, PAUSES } from './browser/keep-reading.js';
import { makeElement } from './browser/make-element.js';
import { placeRows } from './browser/place-rows.js';
import { readFeedItems } from './browser/read-feed-items.js';
import { showFeed } from './browser/show-feed.js';
import { startTicker, TICKER_PACE } from './browser/start-ticker.js';
import { webAddress } from './embed-article.js';
import { EMBED_WORDS, embedLabels, spokenLanguage } from './embed-labels.js';
import { EMBED_STYLE } from './embed-style.js';
import { embedFigure, embedPlaceholder, embedRow, embedView } from './embed-view.js';
import { momentText, MONTHS } from './moment-text.js';
import { writeScript } from './write-script.js';

/** The script at `/embed.js`: one module that needs no other, defines `<nhip-cau-feed>`, and gives frames their height. */
export function widgetScript(): string {
  const values = { SELECTING, PASSING, PAUSES, TICKER_PACE, HIGHEST_FRAME, MONTHS, EMBED_WORDS, EMBED_STYLE };
  const told = [
    momentText,
    webAddress,
    embedLabels,
    spokenLanguage,
    embedFigure,
    embedPlaceholder,
    embedRow,
    embedView,
  ];
  const reading = [fetchFeed, keepReading, makeElement, placeRows, readFeedItems, showFeed, startTicker, fitFrames];
  const functions = [...told, ...reading, defineFeedElement];
  return `${writeScript(values, functions)}const gateway=new URL('.',import.meta.url).href;\ndefineFeedElement(gateway);\nfitFrames(gateway);\n`;
}
