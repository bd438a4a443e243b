import type { Withdrawal } from '../changes/withdrawal.js';
import { withdrawalKnown } from '../changes/withdrawal-known.js';
import { articleById } from '../content/article.loaders.js';
import type { Context } from '../graphql/context.js';
import { readGlobalId } from '../graphql/global-id.js';
import { listedArticle } from '../lists/make-list.js';
import type { ListedArticle } from '../lists/published-list.js';
import { withdrawnPage } from '../portal/withdrawn-page.js';
import type { PageLanguage } from '../portal/words.js';
import { Refusal } from '../refusal.js';

/** The article of an address; null for what is not there and for what the reader must not know of alike. */
export async function articleAt(id: string, context: Context, publicUrl: string): Promise<ListedArticle | null> {
  const key = articleKey(id);
  const article = key === null ? null : await context.load(articleById, key);
  return article && listedArticle(article, context, publicUrl);
}

/** The page of an article that was withdrawn, for whoever could have read it. Refuses every other address with NOT_FOUND. */
export async function withdrawnAt(
  id: string,
  asked: { language: PageLanguage; path: string },
  context: Context,
): Promise<string> {
  const withdrawal = await withdrawalAt(id, context);
  const { load } = context;
  const { replacementId } = withdrawal;
  return withdrawnPage(withdrawal, replacementId === null ? null : await load(articleById, replacementId), asked);
}

/** Why there is no article any more, for whoever could have read it. Refuses every other address with NOT_FOUND. */
export async function withdrawalAt(id: string, { load }: Context): Promise<Withdrawal> {
  const key = articleKey(id);
  const withdrawal = key === null ? null : await load(withdrawalKnown, key);
  if (withdrawal) return withdrawal;
  throw noSuchArticle();
}

export function noSuchArticle(): Refusal {
  return new Refusal('NOT_FOUND', 'There is no such article, or none that you may read.');
}

function articleKey(id: string): number | null {
  const found = readGlobalId(id);
  return found?.type === 'Article' ? found.key : null;
}
