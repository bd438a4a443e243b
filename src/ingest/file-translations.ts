import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import type { PreparedArticle } from './prepare-article.js';

/**
 * The story of each article: the one that the source names, made when it is new; else the one it has; else one of its own.
 * Gives their keys, in the order of the articles.
 */
export async function fileTranslations(
  db: EntityManager,
  sourceId: number,
  articles: PreparedArticle[],
  present: number[] = [],
): Promise<number[]> {
  const named = [...new Set(articles.flatMap(({ storyIdentity }) => storyIdentity ?? []))];
  const alone = articles.filter(({ storyIdentity }, place) => storyIdentity === null && present[place] === undefined);

  if (named.length > 0) {
    await db.query(
      `insert into story (source_id, identity) select $1, unnest($2::text[])
        on conflict (source_id, identity) where identity is not null do nothing`,
      [sourceId, named],
    );
  }
  const shared = new Map(
    named.length === 0
      ? []
      : (
          await rowsOf<{ identity: string; id: number }>(
            db,
            sql`select identity, id from story where source_id = ${sourceId} and identity = any(${named}::text[])`,
          )
        ).map(({ identity, id }) => [identity, id]),
  );
  const own = await storiesOfTheirOwn(db, sourceId, alone.length);

  return articles.map(({ storyIdentity }, place) =>
    storyIdentity === null ? (present[place] ?? own.pop()!) : shared.get(storyIdentity)!,
  );
}

async function storiesOfTheirOwn(db: EntityManager, sourceId: number, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`insert into story (source_id) select ${sourceId}::bigint from generate_series(1, ${count}::int) returning id`,
  );
  return rows.map(({ id }) => id);
}
