import type { Desk } from './act.js';
import { actOnArticle, type ArticleDone } from './act-on-article.js';
import type { SetExpiryInput } from './change-article-input.js';

/** Says from when on an article must not be shown, or that it may be for good. A moment that is over takes it away at once. */
export async function setExpiry(desk: Desk, input: SetExpiryInput): Promise<ArticleDone> {
  return actOnArticle(desk, 'setExpiry', input, () => ({ expiresAt: input.at ?? null }));
}
