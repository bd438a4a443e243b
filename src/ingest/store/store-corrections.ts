import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { CorrectionSeverity } from '../../content/correction.js';
import { rowsOf } from '../../database/sql.js';

/** Columns whose name is not that of the field of Article that shows them. */
const FIELDS = {
  event_ids: 'events',
  html: 'body',
  published_at: 'publishedAt',
  story_id: 'story',
  topic_ids: 'topics',
  embargoed_until: 'embargoedUntil',
  expires_at: 'expiresAt',
};

/** What every new version changes, or what is no field. */
const NOT_TOLD = ['id', 'source_id', 'status', 'updated_at', 'version'];

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
          select coalesce(${JSON.stringify(FIELDS)}::jsonb ->> field.key, field.key) as name
          from jsonb_each(to_jsonb(article) || jsonb_build_object('html', body.html)) as field
          where former.content is not null and field.key <> all(${NOT_TOLD}::text[])
            and field.value is distinct from former.content -> field.key
          order by name
        ), ${at}
      from json_to_recordset(${JSON.stringify(corrections)}::json)
        as item ("articleId" bigint, version int, severity text, note text)
      join article on article.id = item."articleId"
      left join article_body body on body.article_id = item."articleId"
      left join article_version former on former.article_id = item."articleId" and former.version = item.version - 1`,
  );
}
