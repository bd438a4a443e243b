import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type Media, MediaKind } from '../../content/media.js';
import { rowsOf } from '../../database/sql.js';
import type { IncomingMedia } from '../incoming.js';
import type { ArticleWrite } from './write-articles.js';

/** What the article's row holds of its media, and the rows that are to be inserted once the article's own is there. */
export interface NamedMedia {
  mediaOf: (write: ArticleWrite) => Media[];
  rows: { id: number; article_id: number; url: string }[];
}

/** Gives media their keys: a file that an article has had before keeps its own. */
export async function nameMedia(db: EntityManager, writes: ArticleWrite[]): Promise<NamedMedia> {
  const again = writes.filter(({ version }) => version > 1).map(({ id }) => id);
  const known = new Map<string, number>();
  if (again.length > 0) {
    const rows = await rowsOf<{ id: number; articleId: number; url: string }>(
      db,
      sql`select id, article_id as "articleId", url from media where article_id = any(${again}::bigint[])`,
    );
    for (const { id, articleId, url } of rows) known.set(nameOf(articleId, url), id);
  }
  const fresh = new Map<string, { article_id: number; url: string }>();
  for (const { id, article } of writes) {
    for (const { url } of article.media)
      if (!known.has(nameOf(id, url))) fresh.set(nameOf(id, url), { article_id: id, url });
  }
  const rows = await withKeys(db, [...fresh.values()]);
  for (const { id, article_id: articleId, url } of rows) known.set(nameOf(articleId, url), id);
  const mediaOf = ({ id, article }: ArticleWrite): Media[] =>
    article.media.map(({ kind, ...medium }) => ({
      ...medium,
      kind: KINDS[kind],
      id: known.get(nameOf(id, medium.url))!,
    }));

  return { mediaOf, rows };
}

async function withKeys<Row extends object>(db: EntityManager, rows: Row[]): Promise<(Row & { id: number })[]> {
  if (rows.length === 0) return [];
  const keys = await rowsOf<{ id: number }>(
    db,
    sql`select nextval('media_id_seq') as id from generate_series(1, ${rows.length}::int)`,
  );
  return rows.map((row, place) => ({ id: keys[place]!.id, ...row }));
}

const KINDS: Record<IncomingMedia['kind'], MediaKind> = {
  picture: MediaKind.PICTURE,
  video: MediaKind.VIDEO,
  audio: MediaKind.AUDIO,
};

function nameOf(articleId: number, url: string): string {
  return `${articleId} ${url}`;
}
