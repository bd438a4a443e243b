import { readGlobalId } from '../graphql/global-id.js';
import { Refusal } from '../refusal.js';

/** The key of an article by its id. Throws a Refusal (BAD_USER_INPUT). */
export function readArticleId(id: string, argument = 'input.article'): number {
  const found = readGlobalId(id);
  if (found?.type === 'Article') return found.key;
  throw new Refusal('BAD_USER_INPUT', `${argument} is not the id of an article, such as "art_2s764".`, { argument });
}
