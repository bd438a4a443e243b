import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import sql from 'sql-template-tag';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { manyEach } from '../graphql/loader.js';
import { Article } from './article.js';
import type { ArticleRow } from './article-row.js';
import { Correction } from './correction.js';

@Resolver(() => Article)
export class CorrectionResolver {
  @FieldResolver(() => [Correction], { description: 'What was corrected in it, the latest first.' })
  corrections(@Root() { id }: ArticleRow, @Ctx() { load }: Context): Promise<Correction[]> {
    return load(correctionsOfArticle, id);
  }
}

/** The corrections of each article, the latest first. The article itself came through the gate. */
async function correctionsOfArticle(articleIds: readonly number[], { db }: Context): Promise<Correction[][]> {
  const rows = await rowsOf<Correction>(
    db,
    sql`select article_id as "articleId", version, severity, note, fields, at
      from correction where article_id = any(${articleIds}::bigint[]) order by article_id, version desc`,
  );
  return manyEach(articleIds, rows, row => row.articleId);
}
