import { ArticleOrder } from '../content/article-filter.js';
import { pageOfArticles } from '../content/page-articles.js';
import type { Selection } from '../content/selection.js';
import type { Context } from '../graphql/context.js';
import { ARCHIVE_UNITS, type ArchivePeriod, periodAround, spanWithin } from './archive-period.js';
import { LIMIT } from './list-request.js';

/**
 * The archive of a selection that the newest article before a moment is in; null where there is none. It is the longest period that is over
 * and holds no more than one page, and else a minute: so the same articles are cut in the same way for whoever comes. Reads of two to five
 * pages' heads.
 */
export async function findArchive(selection: Selection, before: Date, context: Context): Promise<ArchivePeriod | null> {
  const newest = await publishedWithin(selection, { to: before }, 1, context);
  if (!newest.first) return null;
  for (const unit of ARCHIVE_UNITS) {
    const period = periodAround(newest.first, unit);
    if (period.to > context.now) continue;
    if (unit === 'minute' || !(await publishedWithin(selection, period, LIMIT.most, context)).more) return period;
  }
  return periodAround(newest.first, 'minute');
}

/** When the newest article of a selection within a period was published, and whether it holds more than so many. */
async function publishedWithin(
  selection: Selection,
  period: { from?: Date; to: Date },
  size: number,
  context: Context,
): Promise<{ first: Date | null; more: boolean }> {
  const published = spanWithin(selection.published, period);
  if (published.from && published.from >= published.to) return { first: null, more: false };
  const listing = {
    within: null,
    selection: { ...selection, published },
    order: ArticleOrder.NEWEST,
    page: { size, backward: false, after: null, before: null },
    columns: ['publishedAt'] as const,
  };
  const [page] = await pageOfArticles([listing], context);
  return { first: page?.articles[0]?.publishedAt ?? null, more: page?.more ?? false };
}
