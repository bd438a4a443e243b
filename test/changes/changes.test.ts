import { ChangeKind } from '../../src/changes/change.js';
import { recordChanges } from '../../src/changes/record-changes.js';
import { createLicence, updateLicence } from '../../src/changes/store-licence.js';
import { storeTopics } from '../../src/ingest/store/store-vocabulary.js';
import { TopicInput } from '../../src/ingest/store/vocabulary-input.js';
import { Licence } from '../../src/partners/licence.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

const CHANGES = `query ($after: String, $filter: ArticleFilter, $first: Int!, $latestOnly: Boolean!) {
  changes(after: $after, filter: $filter, first: $first, latestOnly: $latestOnly) {
    nodes { kind revision version articleId article { headline } changedFields }
    pageInfo { hasNextPage endCursor }
    revision
  }
}`;

interface Read {
  kinds: string[];
  nodes: any[];
  after: string;
  revision: number;
}

/** Everything behind a cursor, by small pages. */
async function read(after: string | null, filter: object = {}, first = 2, latestOnly = false): Promise<Read> {
  const nodes: any[] = [];
  for (let cursor = after; ;) {
    const { changes } = await desk.ask(CHANGES, { after: cursor, filter, first, latestOnly });
    nodes.push(...changes.nodes);
    cursor = changes.pageInfo.endCursor as string;
    if (!changes.pageInfo.hasNextPage) {
      return { nodes, kinds: nodes.map(({ kind }) => kind), after: cursor, revision: changes.revision };
    }
  }
}

async function refusal(variables: object): Promise<any> {
  const { errors } = await desk.answer(CHANGES, { first: 2, latestOnly: false, ...variables });
  return errors?.[0]?.originalError;
}

const asean = { topics: { any: ['asean'] } };

test('a copy begins with all there is, and goes on with what changes', async () => {
  await desk.take('desk', { identity: 'a', headline: 'Một' }, { identity: 'b', headline: 'Hai' }, { identity: 'c' });
  const copy = await read(null);
  expect(copy.kinds).toEqual(['ENTERED', 'ENTERED', 'ENTERED']);
  expect((await read(copy.after)).kinds).toEqual([]);

  await desk.take('desk', { identity: 'a', headline: 'Một rưỡi', urgency: 3 }, { identity: 'd', headline: 'Bốn' });
  const next = await read(copy.after);
  expect(next.nodes).toMatchObject([
    { kind: 'ENTERED', version: 1, article: { headline: 'Bốn' }, changedFields: [] },
    {
      kind: 'UPDATED',
      version: 2,
      article: { headline: 'Một rưỡi' },
      changedFields: ['headline', 'updatedAt', 'urgency'],
    },
  ]);
  expect((await read(next.after)).kinds).toEqual([]);
});

test('who had an article is told of its withdrawal, and who never had it hears nothing', async () => {
  await desk.take(
    'desk',
    { identity: 'a', subjects: filedUnder('asean') },
    { identity: 'b', subjects: filedUnder('football') },
  );
  const [all, some, early] = [
    await read(null),
    await read(null, asean),
    (await read(null, { topics: { any: ['football'] } })).after,
  ];
  await desk.take('desk', { identity: 'a', status: 'canceled', subjects: [] });

  expect((await read(all.after)).nodes).toMatchObject([{ kind: 'WITHDRAWN', article: null, changedFields: [] }]);
  expect((await read(some.after, asean)).kinds).toEqual(['WITHDRAWN']);
  expect((await read(early, { topics: { any: ['football'] } })).kinds).toEqual([]);
  expect((await read(null)).kinds).toEqual(['ENTERED']);

  await desk.take('desk', { identity: 'a', subjects: filedUnder('asean'), headline: 'Lại' });
  expect((await read(some.after, asean)).kinds).toEqual(['WITHDRAWN', 'ENTERED']);
  expect((await read(some.after, asean, 5, true)).kinds).toEqual(['UPDATED']);
});

test('an article enters and leaves a filter, by its own filing and by the tree', async () => {
  await desk.take('desk', { identity: 'a', subjects: filedUnder('football') });
  const politics = { topics: { any: ['politics'] } };
  let copy = await read(null, politics);
  expect(copy.kinds).toEqual([]);

  await desk.take('desk', { identity: 'a', subjects: filedUnder('asean') });
  copy = await read(copy.after, politics);
  expect(copy.nodes).toMatchObject([{ kind: 'ENTERED', version: 2 }]);

  await moveTopic('asean', 'sport');
  copy = await read(copy.after, politics);
  expect(copy.nodes).toMatchObject([{ kind: 'LEFT', version: 2, article: null }]);
  await moveTopic('asean', 'foreign-relations');
  expect((await read(copy.after, politics)).kinds).toEqual(['ENTERED']);
});

async function moveTopic(slug: string, parent: string): Promise<void> {
  const input = TopicInput.parse({ slug, parent, names: { en: 'ASEAN' } });
  await desk.dataSource.transaction(db => storeTopics(db, [input], desk.now));
}

test('a text is looked for in the version that each change made', async () => {
  const filter = { text: 'hữu nghị' };
  await desk.take('desk', { identity: 'a', headline: 'Tin hữu nghị' });
  const copy = await read(null, filter);
  await desk.take('desk', { identity: 'a', headline: 'Tin' });
  await desk.take('desk', { identity: 'a', headline: 'Tin hữu nghị mới' });
  expect((await read(copy.after, filter)).kinds).toEqual(['LEFT', 'ENTERED']);
  expect((await read(copy.after, filter, 2, true)).kinds).toEqual(['UPDATED']);
});

test('an embargo that is lifted lets an article in, and the end of its time lets it out', async () => {
  const [lift, end] = [new Date('2022-08-02T00:00:00Z'), new Date('2022-08-03T00:00:00Z')];
  const { after } = await read(null);
  await desk.take('desk', { identity: 'a', embargoedUntil: lift, expiresAt: end });
  expect((await read(after)).kinds).toEqual([]);

  // The machine that lifts it is ahead of the one that is asked.
  await record(ChangeKind.EMBARGO_LIFTED, lift);
  expect((await read(after)).nodes).toMatchObject([{ kind: 'ENTERED', article: { headline: expect.any(String) } }]);
  await record(ChangeKind.EXPIRED, end);
  desk.now = end;
  expect((await read(after)).kinds).toEqual(['ENTERED', 'EXPIRED']);
  expect((await read(after, {}, 2, true)).kinds).toEqual([]);
  expect((await read(null)).kinds).toEqual([]);
});

async function record(kind: ChangeKind, at: Date): Promise<void> {
  await desk.dataSource.transaction(async db => {
    const [article] = await db.query('select id, version from article');
    await recordChanges(db, [{ kind, articleId: article.id, version: article.version }], at);
  });
}

test('an update that tells of a correction arrives as one, even where later ones overtake it', async () => {
  await desk.take('desk', { identity: 'a', headline: 'Sai' });
  const { after } = await read(null);
  await desk.take('desk', { identity: 'a', headline: 'Đúng' });
  await desk.db.query(`update change set kind = 'corrected' where version = 2`);
  await desk.take('desk', { identity: 'a', headline: 'Đúng hơn' });

  expect((await read(after)).kinds).toEqual(['CORRECTED', 'UPDATED']);
  expect((await read(after, {}, 2, true)).kinds).toEqual(['CORRECTED']);
  // Who comes after the first version never had what was wrong.
  expect((await read(null)).kinds).toEqual(['ENTERED']);
});

test('pages of the latest alone bring each article once, whatever comes in between', async () => {
  const { after } = await read(null);
  for (const round of [1, 2, 3])
    await desk.take('desk', { identity: 'a', headline: `A${round}` }, { identity: 'b', headline: `B${round}` });
  const page = await desk.ask(CHANGES, { after, first: 1, latestOnly: true });
  await desk.take('desk', { identity: 'a', headline: 'A4' });
  const rest = await read(page.changes.pageInfo.endCursor, {}, 1, true);

  expect([...page.changes.nodes, ...rest.nodes]).toMatchObject([
    { kind: 'ENTERED', version: 3 },
    { kind: 'ENTERED', version: 3 },
    { kind: 'UPDATED', version: 4 },
  ]);
  expect(rest.revision).toBe(await head());
});

const head = async (): Promise<number> => (await desk.db.query('select number from revision'))[0].number;

describe('a cursor', () => {
  test('goes with its filter, in whatever order that is written', async () => {
    const { after } = await read(null, { ...asean, languages: ['vi', 'en'] });
    expect((await read(after, { languages: ['en', 'vi'], ...asean })).kinds).toEqual([]);
    expect(await refusal({ after, filter: asean })).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('another filter or another partner'),
    });
  });

  test.each(['', 'x', 'YzFhIHg', Buffer.from('l99 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa').toString('base64url')])(
    'that is none (%j) is refused',
    async after => {
      expect(await refusal({ after })).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument: 'after' } });
    },
  );

  test('lasts for as long as what came behind it is kept', async () => {
    await desk.take('desk', { identity: 'a' });
    const { after } = await read(null);
    desk.now = new Date('2023-08-01T00:00:00Z');
    expect((await read(after)).kinds).toEqual([]);
    await desk.take('desk', { identity: 'b' });
    expect((await read(after)).kinds).toEqual(['ENTERED']);
    desk.now = new Date('2023-10-31T00:00:00Z');
    expect(await refusal({ after })).toMatchObject({ code: 'CURSOR_EXPIRED', details: { days: 90 } });
  });

  test('outlasts a change of licences, and nothing comes without one', async () => {
    await desk.take('desk', { identity: 'a' });
    const id = await desk.dataSource.transaction(async db => {
      const { id: _, ...terms } = await db.findOneByOrFail(Licence, {});
      await db.clear(Licence);
      return (await createLicence(db, terms, desk.now)).id;
    });
    const { after } = await read(null);
    await desk.dataSource.transaction(db => updateLicence(db, id, { filter: { languages: ['en'] } }, desk.now));
    expect((await read(after)).kinds).toEqual(['LEFT']);
    expect((await read(null)).kinds).toEqual([]);
    await desk.db.query('delete from licence');
    expect((await read(null)).kinds).toEqual([]);
  });

  test('of a database that has lost its end is refused', async () => {
    await desk.take('desk', { identity: 'a' });
    const { after } = await read(null);
    await desk.db.query('update revision set number = number - 1');
    expect(await refusal({ after })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

test('a filter that moves with time is refused, and so are pages and waits that are too long', async () => {
  expect(await refusal({ filter: { published: { last: 'P7D' } } })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await refusal({ first: 501 })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await refusal({ first: 0 })).toMatchObject({ code: 'BAD_USER_INPUT' });
  const { errors } = await desk.answer('{ changes(wait: "PT26S") { revision } }');
  expect(errors?.[0]?.message).toContain('at most "PT25S"');
});
