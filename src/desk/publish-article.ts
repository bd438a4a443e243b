import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { loadReference, type Reference } from '../content/reference.js';
import { loadThesaurus } from '../content/thesaurus.js';
import { globalId } from '../graphql/global-id.js';
import { emptyArticle } from '../ingest/formats/empty-article.js';
import { prepareArticle, type PreparedArticle } from '../ingest/store/prepare-article.js';
import { storeArticles } from '../ingest/store/store-articles.js';
import { Refusal } from '../refusal.js';
import { act, type Desk } from './act.js';
import type { ArticleDone } from './act-on-article.js';
import type { PublishArticleInput } from './article-input.js';
import { readArticleInput } from './read-article-input.js';

/** Publishes a new article in a source, as if the source had sent it. Refuses what cannot be stored, naming the argument. */
export async function publishArticle(desk: Desk, input: PublishArticleInput): Promise<ArticleDone> {
  const { clientKey = null, ...given } = input;

  return act(desk, { name: 'publishArticle', scope: 'desk', clientKey, input: given }, async (db, now) => {
    const reference = await loadReference(db);
    const source = reference.sources.bySlug.get(input.source);
    if (!source) {
      throw new Refusal('BAD_USER_INPUT', `There is no source "${input.source}": store it before.`, {
        argument: 'input.source',
      });
    }
    const article = await prepared(db, input, source, reference, now);
    await storeArticles(db, source.id, [article], reference, now);
    const [stored] = await db.query<{ id: number }[]>(
      'select article_id as id from article_origin where source_id = $1 and identity = $2',
      [source.id, article.identity],
    );
    const { id } = stored!;
    return { result: { id, version: 1, changed: true }, subjects: [globalId('Article', id)] };
  });
}

/** The desk's own words count before those that stand in the text. No source sends what is named by a random number. */
async function prepared(
  db: EntityManager,
  input: PublishArticleInput,
  source: Parameters<typeof prepareArticle>[1]['source'],
  reference: Reference,
  now: Date,
): Promise<PreparedArticle> {
  const { storyId, topicIds, eventIds, countries, ...said } = await readArticleInput(db, input, reference);
  const incoming = { ...emptyArticle(), publishedAt: now, ...said, identity: `desk:${randomUUID()}` };
  const thesaurus = await loadThesaurus(db, reference);
  const article = prepareArticle(incoming, { source, thesaurus, language: null });
  if (typeof article === 'string') throw new Refusal('BAD_USER_INPUT', article, { argument: 'input' });
  return {
    ...article,
    topicIds: topicIds ?? article.topicIds,
    eventIds: eventIds ?? article.eventIds,
    countries: countries ?? article.countries,
    ...(storyId === undefined ? {} : { storyId }),
  };
}
