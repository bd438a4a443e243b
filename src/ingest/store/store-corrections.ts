import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { ARTICLE_FIELDS } from '../../changes/changed-fields.js';
import { rowsOf } from '../../database/sql.js';
import type { ArticleWrite } from './write-articles.js';

/** Writes down which of these versions, which are already written, correct the ones before, and in which fields. */
export async function storeCorrections(db: EntityManager, writes: ArticleWrite[], at: Date): Promise<void> {
  const corrections = writes.flatMap(({ id, version, article: { correction } }) =>
    correction ? [{ articleId: id, version, ...correction }] : [],
  );
  if (corrections.length === 0) return;
  await rowsOf(
    db,
    sql`insert into correction (article_id, version, severity, note, fields, at)
      select item."articleId", item.version, item.severity, item.note, array(
          select told.value
          from jsonb_each(to_jsonb(article) || jsonb_build_object('html', body.html)) as field
          join jsonb_each_text(${JSON.stringify(ARTICLE_FIELDS)}::jsonb) as told on told.key = field.key
          where former.content is not null and field.key <> 'updated_at'
            and field.value is distinct from former.content -> field.key
          order by told.value
        ), ${at}
      from json_to_recordset(${JSON.stringify(corrections)}::json)
        as item ("articleId" bigint, version int, severity text, note text)
      join article on article.id = item."articleId"
      left join article_body body on body.article_id = item."articleId"
      left join article_version former on former.article_id = item."articleId" and former.version = item.version - 1`,
  );
}
