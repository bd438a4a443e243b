import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { ArticleRights } from '../../content/article-rights.js';
import { rowsOf } from '../../database/sql.js';
import type { ArticleEdit } from './apply-edit.js';
import type { PreparedArticle } from './prepare-article.js';

/** What the desk has pinned of an article, as the article stands. */
export type Pinned = Pick<PreparedArticle, 'embargoedUntil' | 'expiresAt' | 'topicIds' | 'eventIds' | 'countries'> & {
  rights: ArticleRights;
  rightsPinned: boolean;
  embargo: boolean;
  expiry: boolean;
  filing: boolean;
};

/** Keeps what an edit says of embargo, expiry and filing from whatever the source sends later; what was pinned before stays so. */
export async function pinArticle(db: EntityManager, articleId: number, edit: ArticleEdit): Promise<void> {
  const embargo = edit.embargoedUntil !== undefined;
  const expiry = edit.expiresAt !== undefined;
  const filing = [edit.topicIds, edit.eventIds, edit.countries].some(terms => terms !== undefined);
  if (!embargo && !expiry && !filing) return;
  await rowsOf(
    db,
    sql`insert into article_pin (article_id, embargo, expiry, filing, rights) values (${articleId}, ${embargo}, ${expiry}, ${filing}, false)
      on conflict (article_id) do update set embargo = article_pin.embargo or excluded.embargo,
        expiry = article_pin.expiry or excluded.expiry, filing = article_pin.filing or excluded.filing`,
  );
}

/** Keeps the rights that the desk has set from whatever the source says of them later. */
export async function pinRights(db: EntityManager, articleId: number): Promise<void> {
  await rowsOf(
    db,
    sql`insert into article_pin (article_id, embargo, expiry, filing, rights) values (${articleId}, false, false, false, true)
      on conflict (article_id) do update set rights = true`,
  );
}

/** What the desk has pinned of articles, by their keys. The caller keeps other writers of their source away. */
export async function pinnedOf(db: EntityManager, articleIds: number[]): Promise<Map<number, Pinned>> {
  if (articleIds.length === 0) return new Map();
  const rows = await rowsOf<Pinned & { id: number }>(
    db,
    sql`select pin.article_id as id, pin.embargo, pin.expiry, pin.filing, pin.rights as "rightsPinned", article.rights,
        to_json(article.embargoed_until) #>> '{}' as "embargoedUntil", to_json(article.expires_at) #>> '{}' as "expiresAt",
        article.topic_ids as "topicIds", article.event_ids as "eventIds", article.countries
      from article_pin pin join article on article.id = pin.article_id where pin.article_id = any(${articleIds}::bigint[])`,
  );
  return new Map(rows.map(row => [row.id, row]));
}

/** What a source sends, with what the desk has pinned in its place. */
export function withPinned(article: PreparedArticle, pinned: Pinned | undefined): PreparedArticle {
  if (!pinned) return article;
  const { embargo, expiry, filing, rightsPinned, rights, ...held } = pinned;
  const { embargoedUntil, expiresAt, topicIds, eventIds, countries } = held;
  return {
    ...article,
    ...(embargo ? { embargoedUntil } : {}),
    ...(expiry ? { expiresAt } : {}),
    ...(rightsPinned ? { rights } : {}),
    ...(filing ? { topicIds, eventIds, countries } : {}),
  };
}
