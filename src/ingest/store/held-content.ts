import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { ArticleRights } from '../../content/article-rights.js';
import { rowsOf } from '../../database/sql.js';
import type { IncomingMedia } from '../incoming.js';
import type { PreparedArticle } from './prepare-article.js';

/** An article as it stands, in the shape in which it would be stored again, and where it stands. */
export type HeldContent = Omit<
  PreparedArticle,
  'storyIdentity' | 'label' | 'notes' | 'words' | 'publishedAt' | 'updatedAt'
> & {
  storyId: number;
  rights: ArticleRights;
  publishedAt: Date;
  updatedAt: Date;
};

/** Everything that is stored of an article, with what its source last said of it. The caller holds its row (holdArticle). */
export async function heldContent(db: EntityManager, articleId: number): Promise<HeldContent> {
  const [held] = await rowsOf<Omit<HeldContent, 'media'> & { media: (IncomingMedia & { id: number })[] }>(
    db,
    sql`select origin.identity, origin.fingerprint, article.story_id as "storyId", article.language, article.headline, article.lede,
        body.html, body.text, article.url, article.bylines, article.published_at as "publishedAt",
        article.updated_at as "updatedAt", article.urgency, article.credit, article.topic_ids as "topicIds",
        article.event_ids as "eventIds", article.countries, article.media, article.status, article.rights,
        to_json(article.embargoed_until) #>> '{}' as "embargoedUntil", to_json(article.expires_at) #>> '{}' as "expiresAt"
      from article join article_body body on body.article_id = article.id
        join article_origin origin on origin.article_id = article.id
      where article.id = ${articleId} order by origin.identity limit 1`,
  );
  if (!held) throw new Error(`Article ${articleId} has no body or no origin.`);
  return { ...held, media: held.media.map(({ id: _id, ...medium }) => medium) };
}
