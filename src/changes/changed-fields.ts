import sql from 'sql-template-tag';
import { ARTICLE_FIELDS } from '../content/article-fields.js';
import type { Context } from '../graphql/context.js';
import { rowsOf } from '../database/sql.js';
import type { ArticleChange } from './article-change.js';

/** The names of the fields in which the version that each change made differs from the one that the reader had, sorted. */
export async function changedFields(changes: readonly ArticleChange[], { db }: Context): Promise<string[][]> {
  const wanted = changes.map(({ articleKey, formerVersion, version }) => ({ articleKey, formerVersion, version }));
  const rows = await rowsOf<{ place: number; columns: string[] }>(
    db,
    sql`with wanted as (
        select row_number() over () as place, item.*
        from json_to_recordset(${JSON.stringify(wanted)}::json) as item ("articleKey" bigint, "formerVersion" int, version int)
      ), content as (
        select article_id, version, content from article_version
        where (article_id, version) in (
          select "articleKey", "formerVersion" from wanted union select "articleKey", version from wanted)
        union all
        select article.id, article.version, to_jsonb(article) || jsonb_build_object('html', body.html)
        from article left join article_body body on body.article_id = article.id
        where article.id in (select "articleKey" from wanted)
      )
      select wanted.place, array_agg(field.name) as columns
      from wanted
      join content former on former.article_id = wanted."articleKey" and former.version = wanted."formerVersion"
      join content present on present.article_id = wanted."articleKey" and present.version = wanted.version
      cross join lateral jsonb_object_keys(present.content) as field (name)
      where former.content -> field.name is distinct from present.content -> field.name
      group by wanted.place`,
  );
  const names = new Map(rows.map(({ place, columns }) => [place, columns.flatMap(name => ARTICLE_FIELDS[name] ?? [])]));
  return changes.map((_, place) => [...new Set(names.get(place + 1))].toSorted());
}
