import sql from 'sql-template-tag';
import type { IndexedArticle } from '../ingest/store/index-articles.js';
import { rowsOf } from '../database/sql.js';
import { holdArticle } from '../ingest/store/hold-article.js';
import { Refusal } from '../refusal.js';
import type { Desk } from './act.js';
import { actOnArticle, type ArticleDone } from './act-on-article.js';
import type { FileArticleInput, FilingInput } from './change-article-input.js';
import { readCountries, readTerms } from './read-terms.js';

type Filing = Pick<IndexedArticle, 'topicIds' | 'eventIds' | 'countries'>;

/** Files an article under topics, events and countries. From then on its source no longer says what it is filed under. */
export async function fileArticle(desk: Desk, input: FileArticleInput): Promise<ArticleDone> {
  return actOnArticle(desk, 'fileArticle', input, async (db, { topics, events }, articleId) => {
    await holdArticle(db, articleId, input.expectedVersion ?? null);
    const [held] = await rowsOf<Filing>(
      db,
      sql`select topic_ids as "topicIds", event_ids as "eventIds", countries from article where id = ${articleId}`,
    );
    const topicIds = refiled(held!.topicIds, input.topics, 'input.topics', (slugs, at) => readTerms(slugs, topics, at));
    const eventIds = refiled(held!.eventIds, input.events, 'input.events', (slugs, at) => readTerms(slugs, events, at));
    return {
      topicIds,
      eventIds,
      countries: refiled(held!.countries, input.countries, 'input.countries', readCountries),
    };
  });
}

/** Terms as they are to be, each once: what is added comes after what is there. */
function refiled<Term>(
  present: Term[],
  filing: FilingInput | null | undefined,
  argument: string,
  read: (texts: string[], argument: string) => Term[],
): Term[] {
  if (!filing) return present;
  const { replace, add, remove } = filing;
  if (replace && (add || remove)) {
    throw new Refusal('BAD_USER_INPUT', `${argument}: give replace alone, or add and remove.`, { argument });
  }
  if (replace) return read(replace, `${argument}.replace`);
  const gone = new Set(read(remove ?? [], `${argument}.remove`));
  return [...new Set([...present, ...read(add ?? [], `${argument}.add`)])].filter(term => !gone.has(term));
}
