import { LRUCache } from 'lru-cache';
import sql, { join, raw, Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { preparedRowsOf, type Part, type Statement } from './sql.js';

/** Statements that are under way at once; those that come meanwhile wait, and go together where they differ by their values alone. */
const UNDER_WAY = 3;

/** One that takes longer than so many milliseconds keeps nobody else waiting; but so many connections are left to other reads. */
const SLOW_MS = 25;
const MOST_UNDER_WAY = 8;

/** Statements that go together: each number is another text to prepare. */
const TOGETHER = [8, 4, 2, 1];

interface Waiting {
  statement: Part;
  text: string;
  give: (rows: unknown[]) => void;
  fail: (error: unknown) => void;
}

/** Gathers the reads of many requests, on one database. */
interface Gathering {
  /** When each was begun, by performance.now(). */
  underWay: Set<{ begun: number }>;
  waiting: Waiting[];
  /** Looks again when those under way have become slow. */
  timer: NodeJS.Timeout | null;
}

const gatherings = new WeakMap<object, Gathering>();

/**
 * Runs a short read that many requests make with other values, and gives its rows in its own order. Under load, several go to
 * PostgreSQL as one statement, each with its own values: the way there and back costs more than the page that is fetched by it. For
 * reads that walk an index only: whoever goes together waits for the slowest.
 */
export async function gatheredRowsOf<Row>(db: EntityManager, statement: Part): Promise<Row[]> {
  if (db.queryRunner || !('driver' in (db.connection ?? {}))) return preparedRowsOf(db, statement);
  const gathering = gatherings.get(db.connection) ?? { underWay: new Set(), waiting: [], timer: null };
  gatherings.set(db.connection, gathering);
  return new Promise<Row[]>((resolve, reject) => {
    const give = resolve as (rows: unknown[]) => void;
    gathering.waiting.push({ statement, text: statement.text, give, fail: reject });
    // Those of one tick, such as several lists of one request, are gathered first.
    if (gathering.waiting.length === 1) queueMicrotask(() => startAll(db, gathering));
  });
}

function startAll(db: EntityManager, gathering: Gathering): void {
  const { underWay } = gathering;
  while (gathering.waiting.length > 0 && hasRoom(underWay)) {
    const group = takeGroup(gathering);
    const one = { begun: performance.now() };
    underWay.add(one);
    void runTogether(db, group).finally(() => {
      underWay.delete(one);
      startAll(db, gathering);
    });
  }
  if (gathering.waiting.length === 0 || gathering.timer) return;
  gathering.timer = setTimeout(() => {
    gathering.timer = null;
    startAll(db, gathering);
  }, SLOW_MS);
}

function hasRoom(underWay: Gathering['underWay']): boolean {
  const since = performance.now() - SLOW_MS;
  const quick = [...underWay].filter(({ begun }) => begun > since).length;
  return quick < UNDER_WAY && underWay.size < MOST_UNDER_WAY;
}

/** The one that has waited longest, with as many of the same text as may go with it. */
function takeGroup(gathering: Gathering): Waiting[] {
  const { text } = gathering.waiting[0]!;
  const same = gathering.waiting.filter(one => one.text === text);
  const size = TOGETHER.find(count => count <= same.length)!;
  const group = same.slice(0, size);
  const taken = new Set(group);
  gathering.waiting = gathering.waiting.filter(one => !taken.has(one));
  return group;
}

async function runTogether(db: EntityManager, group: Waiting[]): Promise<void> {
  try {
    if (group.length === 1) {
      group[0]!.give(await preparedRowsOf(db, group[0]!.statement));
      return;
    }
    const rows = await preparedRowsOf<{ statement: number }>(db, united(group));
    const found: unknown[][] = group.map(() => []);
    for (const row of rows) found[row.statement]!.push(row);
    group.forEach(({ give }, place) => give(found[place]!));
  } catch (error) {
    group.forEach(({ fail }) => fail(error));
  }
}

/** One statement for all, which have the same text; each row with the place of its own. */
function united(group: Waiting[]): Statement {
  const [{ text, statement }] = group as [Waiting];
  const known = texts.get(text) ?? new Map<number, string>();
  texts.set(text, known);
  const whole = known.get(group.length) ?? unitedText(group.length, statement);
  known.set(group.length, whole);
  return { text: whole, values: group.flatMap(one => one.statement.values) };
}

/** By the text of each, for how many of them. */
const texts = new LRUCache<string, Map<number, string>>({ max: 100 });

/** One process of PostgreSQL runs each, so that its rows stay in order. */
function unitedText(count: number, { strings, values }: Part): string {
  const each = Array.from(
    { length: count },
    (_one, place) => sql`select ${raw(String(place))} as statement, one.* from (${new Sql(strings, values)}) one`,
  );
  return join(each, ' union all ').text;
}
