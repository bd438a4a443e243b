import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { entitledArticles } from '../content/entitled-articles.js';
import type { Reference } from '../content/reference.js';
import { rowsOf } from '../database/sql.js';
import { Partner } from '../partners/partner.js';
import { partnerReader } from '../partners/reader.js';

/** Partners asked about in one statement. */
const AT_ONCE = 50;

/** Which partners may have which of these articles at a moment, by what the gate says: those who have to hear that one is gone. */
export async function holdersOfArticles(
  db: EntityManager,
  articleIds: number[],
  reference: Reference,
  now: Date,
): Promise<{ articleId: number; partnerId: number }[]> {
  if (articleIds.length === 0) return [];
  const partners = await db.find(Partner, { order: { id: 'ASC' } });
  const questions = partners.map(partner => {
    const reader = partnerReader(partner, reference.licences);
    return sql`select article.id as "articleId", ${partner.id}::bigint as "partnerId" from article
      where article.id = any(${articleIds}::bigint[]) and ${entitledArticles({ reader, now, reference })}`;
  });

  const holders = [];
  for (let start = 0; start < questions.length; start += AT_ONCE) {
    const some = questions.slice(start, start + AT_ONCE);
    holders.push(...(await rowsOf<{ articleId: number; partnerId: number }>(db, join(some, ' union all '))));
  }
  return holders;
}
