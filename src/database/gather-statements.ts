import { Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { preparedRowsOf } from './sql.js';

/** Statements that are under way at once; those that come meanwhile wait, and go together where they differ by their values alone. */
const UNDER_WAY = 3;

/** Statements that go together: each number is another text to prepare. */
const TOGETHER = [8, 4, 2, 1];

interface Waiting {
  statement: Sql;
  text: string;
  give: (rows: unknown[]) => void;
  fail: (error: unknown) => void;
}

/** Gathers the reads of many requests, on one database. */
interface Gathering {
  underWay: number;
  waiting: Waiting[];
}

const gatherings = new WeakMap<object, Gathering>();

/**
 * Runs a short read that many requests make with other values, and gives its rows in its own order. Under load, several go to
 * PostgreSQL as one statement, each with its own values: the way there and back costs more than the page that is fetched by it. For
 * reads that walk an index only: whoever goes together waits for the slowest.
 */
export async function gatheredRowsOf<Row>(db: EntityManager, statement: Sql): Promise<Row[]> {
  if (db.queryRunner || !('driver' in (db.connection ?? {}))) return preparedRowsOf(db, statement);
  const gathering = gatherings.get(db.connection) ?? { underWay: 0, waiting: [] };
  gatherings.set(db.connection, gathering);
  return new Promise<Row[]>((resolve, reject) => {
    const give = resolve as (rows: unknown[]) => void;
    gathering.waiting.push({ statement, text: statement.text, give, fail: reject });
    // Those of one tick, such as several lists of one request, are gathered first.
    if (gathering.waiting.length === 1) queueMicrotask(() => startAll(db, gathering));
  });
}

function startAll(db: EntityManager, gathering: Gathering): void {
  while (gathering.underWay < UNDER_WAY && gathering.waiting.length > 0) {
    const group = takeGroup(gathering);
    gathering.underWay += 1;
    void runTogether(db, group).finally(() => {
      gathering.underWay -= 1;
      startAll(db, gathering);
    });
  }
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
    const rows = await preparedRowsOf<{ statement: number }>(db, united(group.map(({ statement }) => statement)));
    const found: unknown[][] = group.map(() => []);
    for (const row of rows) found[row.statement]!.push(row);
    group.forEach(({ give }, place) => give(found[place]!));
  } catch (error) {
    group.forEach(({ fail }) => fail(error));
  }
}

/** One statement for all, each row with the place of its own. One process of PostgreSQL runs each, so that its rows stay in order. */
function united(statements: Sql[]): Sql {
  const strings: string[] = [];
  const values: unknown[] = [];
  let text = '';
  statements.forEach((statement, place) => {
    text += `${place > 0 ? ' union all ' : ''}select ${place} as statement, one.* from (`;
    statement.strings.forEach((string, index) => {
      text += string;
      if (index < statement.values.length) {
        strings.push(text);
        values.push(statement.values[index]);
        text = '';
      }
    });
    text += ') one';
  });
  return new Sql([...strings, text], values);
}
