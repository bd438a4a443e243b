/**
 * Makes a database of many articles out of one of few: ingest takes in some 300 a second, and a million would take it an hour. The few came through
 * the real write path; the many are copies of them under new ids, published within 15 days of theirs, in every table that an
 * article has rows in, so that pages, counts, searches and changes answer as if each had been ingested. Indexes are made afterwards.
 * Run: node --import @oxc-node/core/register bench/grow-corpus.ts --base <url> --database <name> --articles <count> [--narrow]
 * With --narrow the copies have no body, no words, no origin and no changes: rows that lists read, and nothing else.
 */
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { createCopy } from './corpus/copy-database.js';
import { type GrownTable, grownTables } from './corpus/grown-tables.js';
import { checkCorpus } from './corpus/check-corpus.js';
import { dropIndexes } from './corpus/drop-indexes.js';

const USAGE =
  'node --import @oxc-node/core/register bench/grow-corpus.ts --base <url> --database <name> --articles <count> [--narrow]';

/** How many articles there are, and by how much each number is moved from one copy to the next. */
interface Base {
  articles: number;
  article: number;
  story: number;
  media: number;
  revision: number;
}

const BASE = `select count(*)::int as articles, max(id)::int as article, max(story_id)::int as story,
  (select max(id)::int from media) as media,
  (select (max(revision) - min(revision) + 1)::int from change where article_id is not null) as revision from article`;

const { values } = parseArgs({
  options: {
    base: { type: 'string' },
    database: { type: 'string' },
    articles: { type: 'string' },
    narrow: { type: 'boolean', default: false },
  },
});
const articles = Number(values.articles);

if (!values.base || !values.database || !Number.isSafeInteger(articles) || articles < 1) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  await grow(await createCopy(values.base, values.database), articles, values.narrow);
}

async function grow(url: string, wanted: number, narrow: boolean): Promise<void> {
  const db = new Client({ connectionString: url });
  await db.connect();
  try {
    await db.query("set synchronous_commit = off; set maintenance_work_mem = '2GB'; set work_mem = '256MB'");
    const { rows } = await db.query<Base>(BASE);
    const base = rows[0]!;
    const tables = grownTables(narrow);
    if (wanted < base.articles) await shrink(db, wanted, tables);
    else await multiply(db, tables, base, wanted);
    say('vacuum analyze');
    await db.query('vacuum (analyze)');
    await checkCorpus(db, wanted, narrow);
    say('done');
  } finally {
    await db.end();
  }
}

async function multiply(db: Client, tables: GrownTable[], base: Base, wanted: number): Promise<void> {
  const restore = await dropIndexes(
    db,
    tables.map(({ name }) => name),
  );
  const last = Math.ceil(wanted / base.articles) - 1;
  // The last copy is of the first so many, in the order of their ids.
  const rest = await db.query<{ id: number }>('select id::int from article order by id offset $1 limit 1', [
    wanted - last * base.articles - 1,
  ]);
  const most = rest.rows[0]!.id;
  await db.query('create temp table shown (article_id bigint primary key, story_id bigint not null)');
  await db.query('insert into shown select id, story_id from article; analyze shown');
  for (const table of tables) await db.query(`create temp table base_${table.name} as select * from ${table.name}`);

  for (const table of tables) {
    say(`${table.name}: ${last} copies`);
    for (let copy = 1; copy <= last; copy += 1) {
      await db.query(table.copy({ copy, of: `base_${table.name}`, moves: base, most: copy === last ? most : null }));
    }
  }
  await restore(say);
  await db.query(`select setval('article_id_seq', (select max(id) from article)), setval('story_id_seq', (select max(id) from story)),
    setval('media_id_seq', (select max(id) from media))`);
  await db.query('update revision set number = (select max(revision) from change)');
}

/** Takes away all that is beyond the first so many articles. */
async function shrink(db: Client, wanted: number, tables: GrownTable[]): Promise<void> {
  await db.query(
    'create temp table gone as select id from article order by id offset $1'.replace('$1', String(wanted)),
  );
  for (const { name } of tables.toReversed()) {
    if (name !== 'article' && name !== 'story') {
      await db.query(`delete from ${name} where article_id in (select id from gone)`);
    }
  }
  await db.query('delete from article where id in (select id from gone)');
}

function say(what: string): void {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`);
}
