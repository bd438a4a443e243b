import { Refusal } from '../refusal.js';
import type { Desk } from './act.js';
import { actOnArticle, type ArticleDone } from './act-on-article.js';
import type { SetEmbargoInput } from './change-article-input.js';

/** Sets the embargo of an article, or lifts it: it ends by itself within a second of its moment. */
export async function setEmbargo(desk: Desk, input: SetEmbargoInput): Promise<ArticleDone> {
  return actOnArticle(desk, 'setEmbargo', input, () => {
    const { until = null, withoutEnd = false } = input;
    if (until !== null && withoutEnd) {
      throw new Refusal('BAD_USER_INPUT', 'An embargo without an end has no moment: leave out until, or withoutEnd.', {
        argument: 'input.withoutEnd',
      });
    }
    return { embargoedUntil: withoutEnd ? 'forever' : until };
  });
}
