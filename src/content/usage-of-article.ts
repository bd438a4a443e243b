import type { Context } from '../graphql/context.js';
import type { Licence } from '../partners/licence.js';
import { ArticleUse } from './article-rights.js';
import type { ArticleRow } from './article-row.js';
import { articleTerms } from './article-terms.js';
import type { ArticleUsage } from './article-usage.js';
import { creditLine } from './credit-line.js';

/** What a reader may do with an article that they may have. */
export async function usageOfArticle(article: ArticleRow, { reader, now, load }: Context): Promise<ArticleUsage> {
  const { licences, text, media } = articleTerms(article, reader);
  const { territories, uses, creditRequired, mayTranslate, mayEdit, archiveDays, terms } = article.rights;
  const { embargoedUntil, expiresAt } = article;
  const underEmbargo = embargoedUntil !== null && Number(embargoedUntil) > now.getTime();

  return {
    mayPublish: !underEmbargo,
    mayPublishText: text && !underEmbargo,
    mayPublishMedia: media && !underEmbargo,
    creditLine: await creditLine(article, load),
    creditRequired: creditRequired ?? true,
    mayTranslate: mayTranslate ?? true,
    mayEdit: mayEdit ?? true,
    uses: uses ?? Object.values(ArticleUse),
    onlyIn: territories?.only ?? null,
    notIn: territories?.except ?? [],
    archiveDays: archiveDays ?? null,
    terms: terms ?? null,
    until: earlier(endOf(licences), expiresAt instanceof Date ? expiresAt : null),
    underEmbargo,
    embargoedUntil: underEmbargo && embargoedUntil instanceof Date ? embargoedUntil : null,
  };
}

/** When the last of them ends; null where one has no end. */
function endOf(licences: Licence[]): Date | null {
  const ends = licences.map(({ validUntil }) => validUntil);
  if (ends.includes(null)) return null;
  return ends.reduce((last, end) => (last && end && last > end ? last : end), null);
}

function earlier(one: Date | null, other: Date | null): Date | null {
  return one && (!other || one < other) ? one : other;
}
