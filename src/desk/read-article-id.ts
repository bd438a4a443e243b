import { readGlobalId } from '../graphql/global-id.js';
import { Refusal } from '../refusal.js';

/** The key that a global id of an article stands for. Throws a Refusal (BAD_USER_INPUT) for anything else, naming the argument. */
export function readArticleId(id: string, argument: string): number {
  const found = readGlobalId(id);
  if (found?.type === 'Article') return found.key;
  throw new Refusal('BAD_USER_INPUT', `${argument} is not the id of an article: give it as Article.id gives it.`, {
    argument,
  });
}
