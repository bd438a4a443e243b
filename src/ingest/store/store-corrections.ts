import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { ARTICLE_FIELDS } from '../../content/article-fields.js';
import type { CorrectionSeverity } from '../../content/correction.js';
import { rowsOf } from '../../database/sql.js';

/** Every new version changes when it was updated: that is not told. */
const { updated_at: _, ...TOLD } = ARTICLE_FIELDS;

/** Writes down that these versions, which are already written, correct the ones before, and in which fields. */
export async function storeCorrections(
  db: EntityManager,
  corrections: { articleId: number; version: number; severity: CorrectionSeverity; note: string | null }[],
  at: Date,
): Promise<void> {
  if (corrections.length === 0) return;
  await rowsOf(
    db,
    sql`insert into correction (article_id, version, severity, note, fields, at)
      select item."articleId", item.version, item.severity, item.note, array(
          select distinct told.value as name
          from jsonb_each(to_jsonb(article) || jsonb_build_object('html', body.html)) as field
          join jsonb_each_text(${JSON.stringify(TOLD)}::jsonb) as told on told.key = field.key
          where former.content is not null and field.value is distinct from former.content -> field.key
          order by name
        ), ${at}
      from json_to_recordset(${JSON.stringify(corrections)}::json)
        as item ("articleId" bigint, version int, severity text, note text)
      join article on article.id = item."articleId"
      left join article_body body on body.article_id = item."articleId"
      left join article_version former on former.article_id = item."articleId" and former.version = item.version - 1`,
  );
}
