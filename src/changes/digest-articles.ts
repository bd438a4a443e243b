import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { ArticleFilter, ArticleOrder } from '../content/article-filter.js';
import { matchedArticles } from '../content/count-articles.js';
import { asLicensed } from '../content/entitled-articles.js';
import { readSelection } from '../content/selection.js';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/global-id.js';
import { readPage } from '../graphql/page.js';
import { refuseMovingSpans } from './refuse-moving-spans.js';
import type { DayDigest, SyncDigest } from './sync-digest.js';

interface Day {
  revision: number;
  day: string | null;
  ids: number[];
  versions: number[];
}

/** What the gate says now that a copy should have, by day: in one statement, so that it is true of one revision. */
export async function digestArticles(filter: ArticleFilter | null | undefined, context: Context): Promise<SyncDigest> {
  refuseMovingSpans(filter);
  const selection = readSelection(filter, context.reference, context.now);
  const order = ArticleOrder.NEWEST;
  const listing = { within: null, selection, order, page: readPage({}, order) };

  const rows = await rowsOf<Day>(
    context.db,
    sql`select revision.number as revision, found.day, found.ids, found.versions
      from revision left join (
        select to_char(article.published_at at time zone 'UTC', 'YYYY-MM-DD') as day,
          array_agg(article.id order by article.id) as ids, array_agg(article.version order by article.id) as versions
        from ${matchedArticles(listing, null, { ...context, reader: asLicensed(context.reader) })} group by 1
      ) found on true
      order by found.day`,
  );
  const days = rows.flatMap(({ day, ids, versions }): DayDigest[] =>
    day === null ? [] : [{ day, count: ids.length, hash: hashOf(ids, versions) }],
  );
  const count = days.reduce((sum, day) => sum + day.count, 0);
  return { revision: rows[0]?.revision ?? 0, count, days };
}

/** Ids and digits are ASCII: JavaScript's order is that of the bytes. */
function hashOf(ids: number[], versions: number[]): string {
  const lines = ids.map((id, place) => `${globalId('Article', id)} ${versions[place]}`);
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}
