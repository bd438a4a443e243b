import sql from 'sql-template-tag';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { oneEach } from '../graphql/loader.js';

/** What readers saw of a version. */
export interface VersionContent {
  headline: string;
  lede: string | null;
  /** Plain text, a line a paragraph; null where it had none, or was replaced before texts were kept. */
  text: string | null;
}

/** The content of versions by "article.version"; null for one that is not there. Whoever asks has made sure that the reader may have it. */
export async function versionContent(keys: readonly string[], { db }: Context): Promise<(VersionContent | null)[]> {
  const wanted = keys.map(key => key.split('.').map(Number));
  const rows = await rowsOf<VersionContent & { key: string }>(
    db,
    sql`with wanted as (
        select * from unnest(${wanted.map(([article]) => article)}::bigint[], ${wanted.map(([, version]) => version)}::int[])
          as wanted (article, version)
      )
      select article || '.' || wanted.version as key, content ->> 'headline' as headline, content ->> 'lede' as lede,
        content ->> 'text' as text
      from wanted join article_version former on former.article_id = article and former.version = wanted.version
      union all
      select article.id || '.' || article.version, headline, lede, body.text
      from wanted join article on article.id = wanted.article and article.version = wanted.version
      left join article_body body on body.article_id = article.id`,
  );
  return oneEach(keys, rows, ({ key }) => key);
}
