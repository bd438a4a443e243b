import sql from 'sql-template-tag';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { manyEach } from '../graphql/loader.js';
import type { Correction } from './correction.js';

/** The corrections of each article, the latest first. The article itself came through the gate. */
export async function correctionsOfArticle(articleIds: readonly number[], { db }: Context): Promise<Correction[][]> {
  const rows = await rowsOf<Correction>(
    db,
    sql`select article_id as "articleId", version, severity, note, fields, at
      from correction where article_id = any(${articleIds}::bigint[]) order by article_id, version desc`,
  );
  return manyEach(articleIds, rows, row => row.articleId);
}
