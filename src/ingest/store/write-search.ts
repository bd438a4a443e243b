import { setImmediate as yieldToDatabase } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { searchedWords, searchVector } from '../../content/search-vector.js';
import { binaryArray, TSVECTOR } from '../../database/binary-array.js';
import type { ArticleWrite } from './write-articles.js';

/** Articles between two looks at what the database has answered: one takes a third of a millisecond. */
const BREATH = 16;

/** What articles are found by, one for each: made while the database is at work on something else. */
export async function searchVectors(writes: ArticleWrite[]): Promise<Buffer[]> {
  const vectors: Buffer[] = [];
  for (const { article } of writes) {
    if (vectors.length % BREATH === 0) await yieldToDatabase();
    vectors.push(searchVector(article.words ?? searchedWords(article)));
  }
  return vectors;
}

/** Writes what searchVectors has made of the same articles. */
export async function writeSearch(db: EntityManager, writes: ArticleWrite[], vectors: Buffer[]): Promise<void> {
  await db.query(
    `insert into article_search (article_id, words) select * from unnest($1::bigint[], $2::tsvector[])
      on conflict (article_id) do update set words = excluded.words`,
    [writes.map(({ id }) => id), binaryArray(TSVECTOR, vectors)],
  );
}
