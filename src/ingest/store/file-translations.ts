import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../database/sql.js';
import type { PreparedArticle } from './prepare-article.js';

interface NamedStory {
  identity: string;
  id: number;
}

/**
 * The story of each article: the one that the source names; else the one it has; else one of its own. Some sources name a story
 * by the identity of the article that was translated, so that this one belongs to it too, whichever came first.
 * Gives their keys, in the order of the articles.
 */
export async function fileTranslations(
  db: EntityManager,
  sourceId: number,
  articles: PreparedArticle[],
  present: number[] = [],
): Promise<number[]> {
  if (articles.length === 0) return [];
  const named = [...new Set(articles.flatMap(({ storyIdentity }) => storyIdentity ?? []))];
  const shared = await namedStories(db, sourceId, named, [...new Set(articles.map(({ identity }) => identity))]);
  const storyOf = ({ storyId, storyIdentity, identity }: PreparedArticle): number | undefined =>
    storyId ?? shared.get(storyIdentity ?? identity);

  const alone = articles.filter((article, place) => storyOf(article) === undefined && present[place] === undefined);
  const own = await storiesOfTheirOwn(db, sourceId, alone.length);
  return articles.map((article, place) => storyOf(article) ?? present[place] ?? own.pop()!);
}

/** Stories by what the source calls them: those in `named` are made where they are not there, those in `maybe` are not. */
async function namedStories(
  db: EntityManager,
  sourceId: number,
  named: string[],
  maybe: string[],
): Promise<Map<string, number>> {
  const known = await rowsOf<NamedStory>(
    db,
    sql`select identity, id from story where source_id = ${sourceId} and identity = any(${[...named, ...maybe]}::text[])`,
  );
  const stories = new Map(known.map(({ identity, id }) => [identity, id]));
  const missing = (): string[] => named.filter(identity => !stories.has(identity));
  if (missing().length === 0) return stories;

  const adopted = await db.query<[NamedStory[], number]>(
    `update story set identity = origin.identity
      from article_origin origin join article on article.id = origin.article_id
      where story.id = article.story_id and story.identity is null
        and origin.source_id = $1 and origin.identity = any($2::text[])
      returning story.identity, story.id`,
    [sourceId, missing()],
  );
  for (const { identity, id } of adopted[0]) stories.set(identity, id);
  if (missing().length === 0) return stories;

  const made = await rowsOf<NamedStory>(
    db,
    sql`insert into story (source_id, identity) select ${sourceId}::bigint, unnest(${missing()}::text[]) returning identity, id`,
  );
  for (const { identity, id } of made) stories.set(identity, id);
  return stories;
}

async function storiesOfTheirOwn(db: EntityManager, sourceId: number, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`insert into story (source_id) select ${sourceId}::bigint from generate_series(1, ${count}::int) returning id`,
  );
  return rows.map(({ id }) => id);
}
