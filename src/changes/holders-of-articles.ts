import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { entitledArticles } from '../content/entitled-articles.js';
import { loadReference } from '../content/reference.js';
import { rowsOf } from '../database/sql.js';
import { Partner } from '../partners/partner.js';
import { partnerReader } from '../partners/reader.js';
import { holdLicences } from './hold-licences.js';

/** Partners asked about in one statement. */
const AT_ONCE = 50;

/**
 * Which partners may have which of these articles by now: those who have to hear that one is gone. By what the gate says at each of these
 * moments, since mirrors have what the log has told. Call it in the transaction that withdraws them: they, and licences, stay as they are until
 * it is over.
 */
export async function holdersOfArticles(
  db: EntityManager,
  articleIds: number[],
  now: Date,
): Promise<{ articleId: number; partnerId: number }[]> {
  if (articleIds.length === 0) return [];
  await rowsOf(db, sql`select from article where id = any(${articleIds}::bigint[]) order by id for no key update`);
  await holdLicences(db);
  const reference = await loadReference(db); // A process hears of a licence a moment after it was granted.
  const partners = await db.find(Partner, { order: { id: 'ASC' } });
  const moments = await momentsUpTo(db, articleIds, now);
  const questions = partners.map(partner => {
    const reader = partnerReader(partner, reference.licences);
    const may = moments.map(moment => entitledArticles({ reader, now: moment, reference }));
    return sql`select article.id as "articleId", ${partner.id}::bigint as "partnerId" from article
      where article.id = any(${articleIds}::bigint[]) and (${join(may, ' or ')})`;
  });

  const holders = [];
  for (let start = 0; start < questions.length; start += AT_ONCE) {
    const some = questions.slice(start, start + AT_ONCE);
    holders.push(...(await rowsOf<{ articleId: number; partnerId: number }>(db, join(some, ' union all '))));
  }
  return holders;
}

/**
 * Now; the millisecond before the first moment that has come and was not told of; and the time of the last change, if another process has told
 * of a moment that had not come when this one began.
 */
async function momentsUpTo(db: EntityManager, articleIds: number[], now: Date): Promise<Date[]> {
  const [row] = await rowsOf<{ untold: Date | null; told: Date | null }>(
    db,
    sql`select least(
        (select min(due_at) from due_change where article_id = any(${articleIds}::bigint[]) and due_at <= ${now}),
        (select min(due_at) from due_licence where due_at <= ${now})
      ) as untold,
        greatest(
          (select max(happened_at) from article_state where article_id = any(${articleIds}::bigint[])),
          (select max(happened_at) from licence_state)
        ) as told`,
  );
  const { untold, told } = row!;
  return [now, ...(untold ? [new Date(untold.getTime() - 1)] : []), ...(told && told > now ? [told] : [])];
}
