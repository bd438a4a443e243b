import type { Client } from 'pg';
import { createRandom } from '../corpus/random.js';
import { zipfPick } from '../corpus/weighted-pick.js';
import type { QueryName, Question } from './questions.js';

const TOPIC_PAGES = 20;
const DRAWN = { lists: 400, articles: 2_000, events: 40 };
/** Articles before page 50 of 20. */
export const DEEP = 980;

/** What is asked of every server, the same for the same database: topics and languages as readers would, by Zipf, and articles by chance. */
export async function drawQuestions(db: Client): Promise<Record<QueryName, Question[]>> {
  const random = createRandom(7, 'questions');
  const topics = await column<string>(
    db,
    'select slug as value from article_topic join topic on topic.id = topic_id group by slug order by count(*) desc, slug',
  );
  const languages = await column<string>(
    db,
    'select language as value from article group by language order by count(*) desc, language',
  );
  const pickTopic = zipfPick(topics);
  const pickLanguage = zipfPick(languages);
  const lists = Array.from({ length: DRAWN.lists }, () => ({
    topic: pickTopic(random),
    language: pickLanguage(random),
  }));
  const ids = await column<string>(
    db,
    `select id as value from article tablesample system (${await share(db)}) repeatable (7) order by hashint8(id) limit ${DRAWN.articles}`,
  );
  const spans = await drawSpans(db);
  return {
    Q1: lists,
    Q2: lists,
    Q3: ids.map(id => ({ article: Number(id) })),
    Q4: Array.from({ length: TOPIC_PAGES }, (_, page) => ({ skip: page * 20 })),
    Q5: spans.map(span => ({ ...span, skip: DEEP })),
    P1: spans,
  };
}

/** Events with their span of time around the middle half of their articles, where that holds fifty pages and one more. */
async function drawSpans(db: Client): Promise<Question[]> {
  const { rows } = await db.query<{ event: string; from: Date; to: Date }>(
    `select slug as event, spread[1] as from, spread[2] as to from (
      select event_id, count(*) as articles, percentile_disc(array[0.2, 0.8]) within group (order by published_at) as spread
      from article_event group by event_id
    ) found join event on event.id = event_id where articles * 0.59 > ${DEEP + 21} order by articles desc, slug limit ${DRAWN.events}`,
  );
  return rows.map(({ event, from, to }) => ({ event, from: from.toISOString(), to: to.toISOString() }));
}

/** The percentage of pages of the table to look at, for some more rows than needed. */
async function share(db: Client): Promise<number> {
  const [count] = await column<string>(
    db,
    `select greatest(reltuples, 1)::bigint as value from pg_class where relname = 'article'`,
  );
  return Math.min(100, (300 * DRAWN.articles) / Number(count));
}

async function column<Value>(db: Client, statement: string): Promise<Value[]> {
  const { rows } = await db.query<{ value: Value }>(statement);
  return rows.map(({ value }) => value);
}
