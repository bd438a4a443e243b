import { createHash } from 'node:crypto';
import type { ArticleRights } from '../../content/article-rights.js';
import type { ArticleStatus } from '../../content/article.js';
import type { Correction } from '../../content/correction.js';
import { cutText } from '../../content/cut-text.js';
import { searchedWords, type SearchedWords } from '../../content/search-vector.js';
import type { Source } from '../../content/source.js';
import type { Thesaurus } from '../../content/thesaurus.js';
import { cleanHtml } from '../markup/clean-html.js';
import { cleanLine } from '../text/clean-line.js';
import { fileArticle } from './file-article.js';
import { guessLanguage } from '../text/guess-language.js';
import type { IncomingArticle, IncomingMedia } from '../incoming.js';
import { languageTag } from '../text/language-tag.js';
import { printableText } from '../text/printable-text.js';
import { standingOf } from './standing-of.js';
import { statedRights } from './stated-rights.js';
import { textOfCleanHtml } from '../markup/text-of-clean-html.js';

/** An article ready to be stored: clean, bounded, filed, and known by its fingerprint. */
export interface PreparedArticle {
  /** What the source calls it; at most MOST_IDENTITY characters. */
  identity: string;
  storyIdentity: string | null;
  /** The story that the desk has put it in; left out where the source's word counts. */
  storyId?: number;
  /** What to call it in a report. */
  label: string;
  language: string;
  headline: string;
  lede: string | null;
  html: string;
  text: string;
  /** Those of headline, lede and text, where the article was filed by them. */
  words?: SearchedWords;
  url: string | null;
  bylines: string[];
  /** Null when the source gives none that can be read: the time of ingest stands in the first time. */
  publishedAt: Date | null;
  updatedAt: Date | null;
  urgency: number | null;
  credit: string | null;
  topicIds: number[];
  eventIds: number[];
  countries: string[];
  media: IncomingMedia[];
  status: ArticleStatus;
  /** Set where this version puts right the one before. */
  correction?: Pick<Correction, 'severity' | 'note'>;
  /** ISO 8601, or 'infinity' for an embargo without an end. */
  embargoedUntil: string | null;
  expiresAt: string | null;
  /** What it allows, where that is limited. */
  rights?: ArticleRights;
  /** SHA-256 of all the above that partners could notice. */
  fingerprint: string;
  notes: string[];
}

/** Where an article comes from, and what it is read with. */
export interface Origin {
  source: Source;
  thesaurus: Thesaurus;
  /** The language of items that do not say theirs; null to take the source's only one. */
  language: string | null;
}

const MOST_IDENTITY = 1_000;
const MOST_HEADLINE = 1_000;
const MOST_LEDE = 5_000;
const MOST_HTML = 4_000_000;
const MOST_MEDIA = 100;
const MOST_BYLINES = 50;

/** Makes an incoming article ready, or says in a sentence why it cannot be stored. Looks at nothing but its arguments. */
export function prepareArticle(
  incoming: IncomingArticle,
  { source, thesaurus, language }: Origin,
): PreparedArticle | string {
  const notes = [...incoming.notes];
  const raw = incoming.bodyHtml ?? '';
  if (raw.length > MOST_HTML) return `Its text has ${raw.length} characters: at most ${MOST_HTML} are taken.`;

  const html = cleanHtml(raw, incoming.baseUrl ?? incoming.url);
  const text = textOfCleanHtml(html);
  const lede = cleanLine(incoming.lede, MOST_LEDE);
  const headline = cleanLine(incoming.headline, MOST_HEADLINE) ?? cleanLine(lede ?? text.split('\n', 1)[0] ?? '', 120);
  if (headline === null) return 'It has neither a headline nor text.';

  const tag =
    languageTag(incoming.language) ??
    language ??
    guessLanguage(`${headline} ${lede ?? ''} ${text}`) ??
    onlyLanguage(source);
  if (tag === null) return 'It does not say its language: give --language, or give the source one language.';

  if (incoming.unreadableDate !== null)
    notes.push(`Its date "${cutText(incoming.unreadableDate, 80)}" cannot be read: the time of ingest stands in.`);
  else if (incoming.publishedAt === null && incoming.updatedAt === null)
    notes.push('It has no date: the time of ingest stands in.');

  const { status, correction } = standingOf(incoming);
  const words = searchedWords({ headline, lede, text });
  const content = {
    language: tag,
    headline,
    lede,
    html,
    url: incoming.url,
    bylines: incoming.bylines.flatMap(name => cleanLine(name, 200) ?? []).slice(0, MOST_BYLINES),
    publishedAt: incoming.publishedAt ?? incoming.updatedAt,
    updatedAt: incoming.updatedAt,
    urgency: incoming.urgency,
    credit: cleanLine(incoming.credit, 500),
    ...fileArticle(incoming.subjects, words, thesaurus),
    media: incoming.media.slice(0, MOST_MEDIA),
    storyIdentity: incoming.storyIdentity === null ? null : bounded(incoming.storyIdentity),
    status,
    embargoedUntil: embargoEnd(incoming),
    expiresAt: incoming.expiresAt?.toISOString() ?? null,
    ...statedRights(incoming),
  };
  const identity =
    incoming.identity?.trim() || incoming.url || `${tag} ${headline} ${content.publishedAt?.toISOString() ?? ''}`;
  return {
    ...content,
    ...(correction ? { correction } : {}),
    text,
    words,
    identity: bounded(identity),
    label: cutText(incoming.identity ?? headline, 120),
    fingerprint: createHash('sha256').update(JSON.stringify(content)).digest('base64url'),
    notes,
  };
}

/** Names longer than an index takes are known by their hash. */
function bounded(name: string): string {
  const clear = printableText(name);
  return clear.length <= MOST_IDENTITY ? clear : `sha256:${createHash('sha256').update(clear).digest('base64url')}`;
}

function embargoEnd({ embargoedUntil, status }: IncomingArticle): string | null {
  if (embargoedUntil === 'forever' || status === 'withheld') return 'infinity';
  return embargoedUntil?.toISOString() ?? null;
}

function onlyLanguage({ languages }: Source): string | null {
  return languages.length === 1 ? (languages[0] ?? null) : null;
}
