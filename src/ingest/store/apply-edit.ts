import { ArticleStatus } from '../../content/article.js';
import type { Source } from '../../content/source.js';
import type { Thesaurus } from '../../content/thesaurus.js';
import { Refusal } from '../../refusal.js';
import { emptyArticle } from '../formats/empty-article.js';
import type { IncomingArticle } from '../incoming.js';
import type { HeldContent } from './held-content.js';
import { type PreparedArticle, prepareArticle } from './prepare-article.js';

/** What the desk changes of an article: what is left out stays. */
export interface ArticleEdit extends Partial<
  Pick<
    IncomingArticle,
    | 'language'
    | 'headline'
    | 'lede'
    | 'bodyHtml'
    | 'url'
    | 'bylines'
    | 'urgency'
    | 'credit'
    | 'media'
    | 'embargoedUntil'
    | 'expiresAt'
  >
> {
  publishedAt?: Date;
  topicIds?: number[];
  eventIds?: number[];
  countries?: string[];
  storyId?: number;
  /** Set where the edit puts right what was wrong. */
  correction?: NonNullable<PreparedArticle['correction']>;
}

/** Filing is the desk's to say, and never read from its words here. */
const NO_WORDS: Thesaurus = {
  names: new Map(),
  codes: new Map(),
  countries: new Set(),
  phrases: new Map(),
};

/** An article with an edit made to it, cleaned and bounded like what a source sends. Refuses with BAD_USER_INPUT what cannot be stored. */
export function applyEdit(held: HeldContent, edit: ArticleEdit, source: Source): HeldContent {
  const { html, storyId, topicIds, eventIds, countries, status, identity, fingerprint, rights, ...rest } = held;
  const { storyId: story, topicIds: topics, eventIds: events, countries: about, correction, ...given } = defined(edit);
  const incoming = { ...emptyArticle(), ...rest, ...timesOf(held), bodyHtml: html, ...given };
  const prepared = prepareArticle(incoming, { source, thesaurus: NO_WORDS, language: held.language });
  if (typeof prepared === 'string') throw new Refusal('BAD_USER_INPUT', prepared, { argument: 'input' });

  const { storyIdentity: _, label: __, notes: ___, words: ____, ...content } = prepared;
  return {
    ...content,
    // What the desk does not touch stays to the letter, however it would be cleaned today.
    ...(edit.bodyHtml === undefined ? { html, text: held.text } : {}),
    publishedAt: content.publishedAt ?? held.publishedAt,
    updatedAt: held.updatedAt,
    storyId: story ?? storyId,
    topicIds: topics ?? topicIds,
    eventIds: events ?? eventIds,
    countries: about ?? countries,
    status: correction ? ArticleStatus.CORRECTED : status,
    ...(correction ? { correction } : {}),
    identity,
    fingerprint,
    rights,
  };
}

function timesOf(held: HeldContent): Pick<IncomingArticle, 'embargoedUntil' | 'expiresAt'> {
  const { embargoedUntil, expiresAt } = momentsOf(held);
  const embargo = embargoedUntil === 'infinity' ? 'forever' : embargoedUntil;
  return {
    embargoedUntil: embargo === null || embargo === 'forever' ? embargo : new Date(embargo),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  };
}

/** PostgreSQL writes moments with an offset; here they are in UTC, as storing has them. */
export function momentsOf({
  embargoedUntil,
  expiresAt,
}: HeldContent): Pick<HeldContent, 'embargoedUntil' | 'expiresAt'> {
  return { embargoedUntil: inUtc(embargoedUntil), expiresAt: inUtc(expiresAt) };
}

function inUtc(moment: string | null): string | null {
  return moment === null || moment === 'infinity' ? moment : new Date(moment).toISOString();
}

function defined<Fields extends object>(fields: Fields): Fields {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same fields, without those that say nothing
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}

/** Whether an edit says what was so already. */
export function isSame(held: HeldContent, content: HeldContent): boolean {
  return written(held) === written(content);
}

function written(article: HeldContent): string {
  const fields = Object.entries({ ...article, ...momentsOf(article) });
  return JSON.stringify(fields.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
