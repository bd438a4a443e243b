import { raw, type Sql } from 'sql-template-tag';
import type { Article } from './article.js';

/** An article as read: plain, with nothing hydrated. */
export type ArticleRow = Omit<Article, 'embargoedUntil' | 'expiresAt'>;

const COLUMNS: Record<keyof ArticleRow, string> = {
  id: 'id',
  storyId: 'story_id',
  sourceId: 'source_id',
  language: 'language',
  headline: 'headline',
  lede: 'lede',
  url: 'url',
  bylines: 'bylines',
  publishedAt: 'published_at',
  updatedAt: 'updated_at',
  version: 'version',
  status: 'status',
  urgency: 'urgency',
  credit: 'credit',
  topicIds: 'topic_ids',
  eventIds: 'event_ids',
  countries: 'countries',
  media: 'media',
  rights: 'rights',
};

/** The columns of ArticleRow, from the table called `article`. */
export const articleColumns: Sql = raw(
  Object.entries(COLUMNS)
    .map(([property, column]) => `article.${column} as "${property}"`)
    .join(', '),
);
