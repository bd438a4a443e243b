import sql from 'sql-template-tag';
import type { Correction } from '../content/correction.js';
import type { Context } from '../graphql/context.js';
import { oneEach } from '../graphql/loader.js';
import { rowsOf } from '../database/sql.js';
import type { ArticleChange } from './article-change.js';

/** What each change corrects in what the reader had: of several corrections that it brings, the gravest, and of these the last. */
export async function correctionOfChange(
  changes: readonly ArticleChange[],
  { db }: Context,
): Promise<(Correction | null)[]> {
  const wanted = changes.map(({ articleKey, formerVersion, version }) => ({ articleKey, formerVersion, version }));
  const rows = await rowsOf<Correction & { place: number }>(
    db,
    sql`select distinct on (wanted.place) wanted.place, correction.article_id as "articleId", correction.version, severity, note, fields, at
      from (
        select row_number() over () as place, item.*
        from json_to_recordset(${JSON.stringify(wanted)}::json) as item ("articleKey" bigint, "formerVersion" int, version int)
      ) wanted
      join correction on correction.article_id = wanted."articleKey"
        and correction.version > wanted."formerVersion" and correction.version <= wanted.version
      order by wanted.place, array_position(array['legal', 'substantive', 'minor'], severity), correction.version desc`,
  );
  return oneEach(
    changes.map((_, index) => index + 1),
    rows,
    ({ place }) => place,
  );
}
