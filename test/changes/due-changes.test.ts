import { recordDueChanges } from '../../src/changes/record-due-changes.js';
import { type Desk, openDesk } from '../support/desk.js';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

const NOON = new Date('2022-08-01T12:00:00Z');
const EVENING = new Date('2022-08-01T18:00:00Z');

async function recorded(): Promise<string[]> {
  const rows: { kind: string }[] = await desk.db.query(
    `select kind from change where kind in ('embargo_lifted', 'expired') order by revision`,
  );
  return rows.map(({ kind }) => kind);
}

async function kindsAfter(after: string | null): Promise<{ kinds: string[]; after: string }> {
  const { changes } = await desk.ask(
    'query ($after: String) { changes(after: $after, first: 500) { nodes { kind article { headline } } pageInfo { endCursor hasNextPage } } }',
    { after },
  );
  expect(changes.pageInfo.hasNextPage).toBe(false);
  return { kinds: changes.nodes.map(({ kind }: { kind: string }) => kind), after: changes.pageInfo.endCursor };
}

test('the end of an embargo, and an expiry, are changes that a mirror is told of', async () => {
  const begun = await kindsAfter(null);
  await desk.take('desk', { identity: 'a', embargoedUntil: NOON, expiresAt: EVENING });
  expect((await kindsAfter(begun.after)).kinds).toEqual([]);

  expect(await recordDueChanges(desk.dataSource, desk.now)).toBe(0);
  desk.now = NOON;
  expect(await recordDueChanges(desk.dataSource, desk.now)).toBe(1);
  const entered = await kindsAfter(begun.after);
  expect(entered.kinds).toEqual(['ENTERED']);

  desk.now = EVENING;
  expect(await recordDueChanges(desk.dataSource, desk.now)).toBe(1);
  expect((await kindsAfter(entered.after)).kinds).toEqual(['EXPIRED']);
  expect(await recordDueChanges(desk.dataSource, desk.now)).toBe(0);
});

test('an embargo that is moved, or lifted by hand, is not told of at its old time', async () => {
  await desk.take('desk', { identity: 'a', embargoedUntil: NOON }, { identity: 'b', embargoedUntil: NOON });
  await desk.take('desk', { identity: 'a', embargoedUntil: EVENING }, { identity: 'b', embargoedUntil: null });
  await recordDueChanges(desk.dataSource, NOON);
  expect(await recorded()).toEqual([]);
  await recordDueChanges(desk.dataSource, EVENING);
  expect(await recorded()).toEqual(['embargo_lifted']);
});

test('what was withdrawn before its time is not told of', async () => {
  await desk.take('desk', { identity: 'a', embargoedUntil: NOON });
  await desk.take('desk', { identity: 'a', embargoedUntil: NOON, status: 'canceled' });
  await recordDueChanges(desk.dataSource, NOON);
  expect(await recorded()).toEqual([]);
});

test('many processes at once record each of a thousand moments once, while others write', async () => {
  const items = Array.from({ length: 1_000 }, (_, place) => ({ identity: `${place}`, embargoedUntil: NOON }));
  await desk.take('desk', ...items);
  desk.now = NOON;
  const [first, second, third] = await Promise.all([
    recordDueChanges(desk.dataSource, NOON),
    recordDueChanges(desk.dataSource, NOON),
    recordDueChanges(desk.dataSource, NOON),
    desk.take('desk', ...items.slice(0, 50).map(item => ({ ...item, headline: 'Tin khác' }))),
  ]);
  const last = await recordDueChanges(desk.dataSource, NOON);

  // An article that was written meanwhile may have told of its embargo's end by itself: its new state is not embargoed.
  expect(first + second + third + last).toBe((await recorded()).length);
  const [{ wrong }] = await desk.db.query(
    `select count(*) as wrong from (select article_id from change where kind = 'embargo_lifted' group by 1 having count(*) > 1) twice`,
  );
  expect(wrong).toBe(0);
  expect(await desk.db.query('select 1 from due_change')).toEqual([]);
});
